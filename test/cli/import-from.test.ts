import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const account = {
  acct: 'kim',
  url: 'https://a.example/@kim',
  uri: 'https://a.example/users/kim',
  followers_count: 9,
};
const status = (id: string, text: string, more: object = {}): Record<string, unknown> => ({
  id,
  uri: `https://a.example/users/kim/statuses/${id}`,
  created_at: '2026-11-20T10:00:00.000Z',
  edited_at: null,
  content: `<p>${text}</p>`,
  visibility: 'public',
  language: 'en',
  in_reply_to_id: null,
  account,
  ...more,
});

const lines = [
  status('1', 'Velora never answers &amp; lost my parcel'),
  [status('3', 'same here', { in_reply_to_id: '1' }), status('2', 'for friends', { visibility: 'private' })],
  { event: 'status.update', payload: status('1', 'solved', { edited_at: '2026-11-20T11:00:00.000Z' }) },
  { event: 'update', payload: JSON.stringify(status('4', 'as the wire tells it')) },
  { event: 'notification', payload: '{}' },
  { event: 'delete', payload: '3' },
  { event: 'delete', payload: '99' },
];

describe('evenhand import --from mastodon', () => {
  let folder: ServedFolder;
  beforeAll(async () => {
    folder = await makeServedFolder();
    folder.write('evenhand.yaml', oneBrand);
    folder.write('toots.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
  });
  afterAll(() => folder.remove());

  it('shows a line per post with --dry-run --json, and stores nothing', async () => {
    const { code, out, err } = await folder.run([
      'import',
      'toots.ndjson',
      '--from',
      'mastodon',
      '--dry-run',
      '--json',
    ]);
    expect([code, err]).toEqual([0, '']);
    const uri = (id: string): string => `https://a.example/users/kim/statuses/${id}`;
    const blank = { source: 'mastodon', revision: null, thread: null, parent: null, author: null, at: null };
    const post = {
      source: 'mastodon',
      revision: 0,
      thread: uri('1'),
      parent: null,
      author: 'https://a.example/users/kim',
      at: '2026-11-20T10:00:00.000Z',
      lang: 'en',
      deleted: false,
    };
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { ...post, id: uri('1'), text: 'Velora never answers & lost my parcel' },
      { ...post, id: uri('3'), parent: uri('1'), text: 'same here' },
      { ...post, id: uri('1'), revision: 3_600_000, text: 'solved' },
      { ...post, id: uri('4'), thread: uri('4'), text: 'as the wire tells it' },
      { ...blank, id: uri('3'), lang: null, text: null, deleted: true },
      { ...blank, id: '99', lang: null, text: null, deleted: true },
    ]);
    expect(out).not.toMatch(/follower/);
  });

  it('says how many there are, in German too, and names the line that is broken', async () => {
    folder.write('broken.ndjson', `${JSON.stringify(lines[0])}\n{"id": 7}\nno\n`);
    const args = ['import', 'broken.ndjson', '--from', 'mastodon', '--dry-run', '--language', 'de'];
    const { code, out, err } = await folder.runHere(args);
    expect(code).toBe(2);
    expect(out).toMatch(
      /1 Beitrag aus mastodon, [01] mit Worten, die eine Marke nennen; Löschungen: 0, abgelehnt: 2\. Nichts wurde gespeichert\.\n$/,
    );
    expect(err.split('\n')).toEqual([
      'evenhand: broken.ndjson, Zeile 2: hat keine id, keine uri oder kein content',
      'evenhand: broken.ndjson, Zeile 3: ist kein JSON',
      'evenhand: broken.ndjson: 2 von 3 Zeilen wurden abgelehnt.',
      '',
    ]);
  });

  it('counts what holds no post, with the reason and the first line, and what is dated in the future', async () => {
    folder.write(
      'answers.ndjson',
      [
        { data: [{ id: '12', text: 'Velora is late', created_at: '2096-01-01T00:00:00Z' }, { id: '7' }] },
        { meta: { result_count: 0 } },
        { data: { id: '8', username: 'jo' } },
        { meta: { result_count: 0 } },
      ]
        .map((line) => JSON.stringify(line))
        .join('\n'),
    );
    const asked = ['import', 'answers.ndjson', '--from', 'x'];
    const tried = await folder.runHere([...asked, '--dry-run']);
    const passed =
      'Passed over: an entry without text ×2 (first in line 1), a line without a post ×2 (first in line 2)';
    const future = '1 post is dated in the future and counts as published when it was read';
    expect([tried.code, tried.err]).toEqual([0, '']);
    for (const said of [passed, future]) expect(tried.out).toContain(`\n  ${said}`);
    const done = await folder.runHere([...asked, '--language', 'de']);
    expect([done.code, done.err]).toEqual([0, '']);
    expect(done.out).toContain(
      '\n  Übergangen: ein Eintrag ohne Text ×2 (zuerst in Zeile 1), eine Zeile ohne Beitrag ×2 (zuerst in Zeile 2)\n',
    );
    expect(done.out).toContain('\n  1 Beitrag trägt eine Zeit in der Zukunft');
  }, 60_000);

  it('says when no line holds a post, and refuses what another platform sends', async () => {
    folder.write('quiet.ndjson', `${JSON.stringify({ meta: { result_count: 0 } })}\n`);
    for (const more of [['--dry-run', '--json'], []]) {
      const quiet = await folder.runHere(['import', 'quiet.ndjson', '--from', 'x', ...more]);
      expect([quiet.code, quiet.err]).toEqual([
        0,
        'evenhand: quiet.ndjson: no line of it holds a post of x; --from names the platform that sent them.\n',
      ]);
    }
    const other = await folder.runHere(['import', 'toots.ndjson', '--from', 'x', '--dry-run', '--json']);
    expect([other.code, other.out]).toEqual([2, '']);
    expect(other.err).toContain('line 1: is nothing that X sends: it has neither data nor text');
  }, 60_000);

  it('reads standard input, and refuses what does not go together', async () => {
    const input = `${JSON.stringify(lines[0])}\n`;
    const piped = await folder.runHere(['import', '-', '--from', 'mastodon', '--dry-run', '--json'], {
      input,
    });
    expect([piped.code, JSON.parse(piped.out).text]).toEqual([0, 'Velora never answers & lost my parcel']);
    const both = await folder.runHere(['import', 'toots.ndjson', '--from', 'mastodon', '--format', 'csv']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('--from')]);
  });

  it('opens cases of what concerns a brand, once', async () => {
    const first = await folder.runHere(['import', 'toots.ndjson', '--from', 'mastodon', '--json']);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([
      0,
      [{ source: 'mastodon', isComplete: true }],
    ]);
    const again = await folder.runHere(['import', 'toots.ndjson', '--from', 'mastodon', '--json']);
    expect(JSON.parse(again.out)).toMatchObject([{ alreadyDone: true }]);
  }, 60_000);
});
