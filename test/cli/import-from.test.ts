import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder, oneBrand } from './run-command.ts';

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
  let folder: Folder;
  beforeAll(() => {
    folder = makeFolder();
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
    const { code, out, err } = await folder.run(args);
    expect(code).toBe(2);
    expect(out).toMatch(
      /1 Beitrag aus mastodon, [01] mit Worten, die eine Marke nennen; Löschungen: 0, abgelehnt: 2\. Nichts wurde gespeichert\.\n$/,
    );
    expect(err).toBe(
      'evenhand: broken.ndjson, line 2: has no id, no uri or no content\nevenhand: broken.ndjson, line 3: is not JSON\n',
    );
  });

  it('reads standard input, and refuses what does not go together', async () => {
    const input = `${JSON.stringify(lines[0])}\n`;
    const piped = await folder.run(['import', '-', '--from', 'mastodon', '--dry-run', '--json'], { input });
    expect([piped.code, JSON.parse(piped.out).text]).toEqual([0, 'Velora never answers & lost my parcel']);
    const both = await folder.run(['import', 'toots.ndjson', '--from', 'mastodon', '--format', 'csv']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('--from')]);
  });

  it('opens cases of what concerns a brand, once', async () => {
    const first = await folder.run(['import', 'toots.ndjson', '--from', 'mastodon', '--json']);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([
      0,
      [{ source: 'mastodon', isComplete: true }],
    ]);
    const again = await folder.run(['import', 'toots.ndjson', '--from', 'mastodon', '--json']);
    expect(JSON.parse(again.out)).toMatchObject([{ alreadyDone: true }]);
  }, 60_000);
});
