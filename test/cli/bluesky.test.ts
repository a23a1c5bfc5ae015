import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { accountOf, deletionOf, idOf, postOf, replyOf } from '../sources/bluesky/bluesky-events.ts';
import { type JetstreamStandIn, startJetstream } from '../support/jetstream-stand-in.ts';
import { makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const at = Date.parse('2026-05-04T09:00:01Z') * 1000;
const lineOf = (event: Record<string, unknown>): string => JSON.stringify({ ...event, time_us: at });
const complaint = 'Velora order 7 never arrived, I called five times and nobody answers!';

describe('Bluesky from the command line', () => {
  let folder: ServedFolder;
  beforeEach(async () => {
    folder = await makeServedFolder();
    folder.write('evenhand.yaml', oneBrand);
  });
  afterEach(() => folder.remove());

  it('imports events as Jetstream v1 sends them, and shows them before as one line of JSON each', async () => {
    const edited = postOf('a', `${complaint} Still.`);
    folder.write(
      'stream.ndjson',
      [
        lineOf(postOf('a', complaint)),
        lineOf(replyOf('b', 'same here', idOf('a'))),
        lineOf({ ...edited, commit: { ...edited.commit, operation: 'update', rev: '3mptbypluud2a' } }),
        lineOf({ did: 'did:plc:x', kind: 'identity', identity: { did: 'did:plc:x', handle: 'x.example' } }),
        lineOf(deletionOf('z')),
        lineOf(accountOf('did:plc:gone', 'deleted')),
        '{"kind":"commit"}',
      ].join('\n'),
    );
    const tried = await folder.run(['import', '--from', 'bluesky', 'stream.ndjson', '--dry-run', '--json']);
    expect(tried.code).toBe(2);
    expect(tried.err).toContain('line 7: is no event of Jetstream v1');
    const author = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';
    const shared = {
      source: 'bluesky',
      thread: idOf('a'),
      author,
      at: '2026-05-04T09:00:00.000Z',
      lang: 'en',
      deleted: false,
    };
    const gone = {
      source: 'bluesky',
      revision: null,
      thread: null,
      parent: null,
      at: null,
      lang: null,
      text: null,
      deleted: true,
    };
    expect(
      tried.out
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([
      { ...shared, id: idOf('a'), revision: 0, parent: null, text: complaint },
      { ...shared, id: idOf('b'), revision: 0, parent: idOf('a'), text: 'same here' },
      { ...shared, id: idOf('a'), revision: expect.any(Number), parent: null, text: `${complaint} Still.` },
      { ...gone, id: idOf('z'), author: null },
      { ...gone, id: null, author: 'did:plc:gone' },
    ]);
    const imported = await folder.runHere(['import', '--from', 'bluesky', 'stream.ndjson', '--json']);
    expect(JSON.parse(imported.out)).toMatchObject([{ source: 'bluesky', refusedLines: 1, matched: 3 }]);
    const listed = await folder.runHere(['cases', 'list', '--history', '--json']);
    expect(JSON.parse(listed.out)).toMatchObject([{ source: 'bluesky', isHistory: true }]);
  }, 60_000);

  describe('listening', () => {
    let host: JetstreamStandIn;
    beforeEach(async () => {
      host = await startJetstream({ nowUs: () => Date.now() * 1000 });
      folder.write(
        'evenhand.yaml',
        `${oneBrand}sources:\n  bsky:\n    kind: bluesky\n    base_url: ${host.origin}\nnetwork:\n  allow: ["${host.hostPort}"]\n`,
      );
    });
    afterEach(() => host.close());

    const sayWhileConnected = async (): Promise<void> => {
      const before = host.calls.length;
      while (host.calls.length === before) await new Promise((resolve) => setTimeout(resolve, 20));
      host.publish(postOf(`r${before}`, complaint));
    };

    it('poll reads until it has caught up, and ends', async () => {
      const tried = folder.run(['poll', 'bsky', '--dry-run', '--json']);
      await sayWhileConnected();
      expect(await tried).toMatchObject({ code: 0, out: expect.stringContaining(complaint) });
      const polled = folder.run(['poll', 'bsky', '--json']);
      await sayWhileConnected();
      const { code, out } = await polled;
      expect([code, JSON.parse(out)]).toMatchObject([0, [{ source: 'bsky', read: 1, kept: 1, error: null }]]);
    }, 60_000);

    it('config check says that an address of the own network must be allowed', async () => {
      folder.write(
        'evenhand.yaml',
        `${oneBrand}sources:\n  bsky:\n    kind: bluesky\n    base_url: [ws://127.0.0.1:6008]\n`,
      );
      const { out, err } = await folder.run(['config', 'check']);
      expect(out + err).toContain('add "127.0.0.1:6008" to network.allow');
    });
  });
});
