import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder, makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

describe('evenhand import --dry-run', () => {
  let folder: Folder;
  beforeEach(() => {
    folder = makeFolder();
  });
  afterEach(() => folder.remove());

  it('shows one line for each post of recorded traffic, and stores nothing', async () => {
    const post = {
      id: '1590000000000000001',
      text: 'Velora never answers &amp; my parcel is lost',
      author_id: '7',
      conversation_id: '1590000000000000000',
      created_at: '2026-11-01T08:00:00.000Z',
      lang: 'en',
      edit_history_tweet_ids: ['1590000000000000000', '1590000000000000001'],
    };
    const gone = { data: { delete: { event_at: '2026-11-01T00:00:00Z', tweet: { id: '12' } } } };
    folder.write('x.ndjson', [{ data: [post] }, gone].map((line) => JSON.stringify(line)).join('\n\n'));
    const asked = ['import', '--from', 'x', 'x.ndjson', '--dry-run'];
    const { code, out, err } = await folder.run([...asked, '--json']);
    expect([code, err]).toEqual([0, '']);
    expect(
      out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      {
        source: 'x',
        id: '1590000000000000000',
        revision: 1,
        thread: '1590000000000000000',
        parent: null,
        author: '7',
        at: '2026-11-01T08:00:00.000Z',
        lang: 'en',
        text: 'Velora never answers & my parcel is lost',
        deleted: false,
      },
      {
        source: 'x',
        id: '12',
        revision: null,
        thread: null,
        parent: null,
        author: null,
        at: null,
        lang: null,
        text: null,
        deleted: true,
      },
    ]);
    const spoken = await folder.runHere([...asked, '--language', 'de']);
    expect(spoken.out).toBe(
      '  Velora never answers & my parcel is lost\n  (gelöscht) 12\nx.ndjson: 1 Beitrag aus x, 0 mit Worten, die eine Marke nennen; Löschungen: 1, abgelehnt: 0. Nichts wurde gespeichert.\n',
    );
    expect(readdirSync(folder.path)).toEqual(['x.ndjson']);
  }, 30_000);

  it('names a line that cannot be read, a platform that is none, and what --from does not go with', async () => {
    folder.write('x.ndjson', '{"data": {"id"\n{"data": {"text": "a"}}\n');
    const refused = await folder.runHere(['import', '--from', 'x', 'x.ndjson', '--dry-run', '--json']);
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: 'evenhand: x.ndjson, line 1: is not JSON\nevenhand: x.ndjson, line 2: post 1 has no id or no text\nevenhand: x.ndjson: 2 of 2 lines were refused.\n',
    });
    const unknown = await folder.runHere(['import', '--from', 'y', 'x.ndjson']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringMatching(/^evenhand: --from "y" is no platform whose traffic can be read/),
    ]);
    const both = await folder.runHere(['import', '--from', 'x', '--format', 'csv', 'x.ndjson']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('--from')]);
    const piped = await folder.runHere(['import', '--from', 'x', '-', '--dry-run', '--json'], {
      input: '{"data":{"id":"5","text":"a"}}\n',
    });
    expect([piped.code, JSON.parse(piped.out)]).toMatchObject([0, { id: '5', text: 'a' }]);
  }, 30_000);

  it('says what one line each means, and which keys of our own format it does not know', async () => {
    folder.write('pretty.json', '{\n  "data": []\n}\n');
    const pretty = await folder.runHere(['import', '--from', 'x', 'pretty.json', '--dry-run']);
    expect([pretty.code, pretty.err]).toEqual([
      2,
      'evenhand: pretty.json holds JSON over several lines; write one value a line, for example with jq -c .\n',
    ]);
    folder.write('ours.ndjson', '{"id":"1","text":"Velora","mood":"sad","deleted":false,"revision":2}\n');
    const ours = await folder.runHere(['import', 'ours.ndjson', '--dry-run']);
    expect(ours.out).toMatch(
      /1 post of ours, [01] in words that name a brand; .*Nothing was stored\.\n {2}Ignored keys: mood ×1\n$/,
    );
  }, 30_000);
});

describe('evenhand import --from', () => {
  let folder: ServedFolder;
  beforeEach(async () => {
    folder = await makeServedFolder();
    folder.write('evenhand.yaml', oneBrand);
  });
  afterEach(() => folder.remove());

  it('imports the newest words of edited posts, takes deletions, and goes on with the same file where it stopped', async () => {
    const post = (id: string, text: string, history = [id]) => ({
      data: { id, text, author_id: `7${id}`, conversation_id: id, edit_history_tweet_ids: history },
    });
    const lines = [
      post('11', 'Velora lost my parcel and nobody answers my five mails!'),
      post('12', 'Velora lost my parcel and nobody answers my six mails, I want a refund!', ['11', '12']),
      post('21', 'Velora charged me twice, 300 euros, and refuses the refund of my order!'),
      { data: { delete: { event_at: '2026-11-01T00:00:00Z', tweet: { id: '21' } } } },
      post('31', 'the weather is fine'),
    ];
    folder.write('x.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
    const { code, out } = await folder.runHere(['import', '--from', 'x', 'x.ndjson', '--json']);
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      [{ source: 'x', from: 'x', lines: 5, matchedPosts: 3, unmatched: 1, refusedLines: 0, cases: 1 }],
    ]);
    const shown = await folder.runHere(['cases', 'show', 'EH-1', '--json']);
    expect(shown.out).toContain('my six mails');
    const again = await folder.runHere(['import', '--from', 'x', 'x.ndjson']);
    expect(again.out).toContain('was imported to its end before');
    const asOurs = await folder.runHere(['import', 'x.ndjson', '--source', 'x']);
    expect([asOurs.code, asOurs.err]).toEqual([2, expect.stringContaining('all 5 lines were refused')]);
  }, 60_000);
});
