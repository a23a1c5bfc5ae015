import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type Folder, makeFolder } from './run-command.ts';

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
    const spoken = await folder.run([...asked, '--language', 'de']);
    expect(spoken.out).toBe(
      '  Velora never answers & my parcel is lost\n  (gelöscht) 12\nx.ndjson: 1 Beitrag käme aus x herein, 1 Löschungen, 0 abgelehnt; nichts wurde gespeichert.\n',
    );
    expect(readdirSync(folder.path)).toEqual(['x.ndjson']);
  }, 30_000);

  it('names a line that cannot be read, a platform that is none, and what --from does not go with', async () => {
    folder.write('x.ndjson', '{"data": {"id"\n{"data": {"text": "a"}}\n');
    const refused = await folder.run(['import', '--from', 'x', 'x.ndjson', '--dry-run', '--json']);
    expect(refused).toEqual({
      code: 2,
      out: '',
      err: 'evenhand: x.ndjson, line 1: is not JSON\nevenhand: x.ndjson, line 2: post 1 has no id or no text\n',
    });
    const unknown = await folder.run(['import', '--from', 'y', 'x.ndjson']);
    expect([unknown.code, unknown.err]).toEqual([
      2,
      expect.stringMatching(/^evenhand: --from "y" is no platform whose traffic can be read/),
    ]);
    const both = await folder.run(['import', '--from', 'x', '--format', 'csv', 'x.ndjson']);
    expect([both.code, both.err]).toEqual([2, expect.stringContaining('--from')]);
    const piped = await folder.run(['import', '--from', 'x', '-', '--dry-run', '--json'], {
      input: '{"data":{"id":"5","text":"a"}}\n',
    });
    expect([piped.code, JSON.parse(piped.out)]).toMatchObject([0, { id: '5', text: 'a' }]);
  }, 30_000);
});
