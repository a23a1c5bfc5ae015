import { existsSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { renderPost } from '../support/discourse-stand-in.ts';
import { type RecordedServer, serveRecorded } from '../support/recorded-server.ts';
import { makeServedFolder, oneBrand, type ServedFolder } from './run-command.ts';

const complaint = (n: number): string =>
  `Velora order ${n} never arrived & nobody answers 😡 – „seit Wochen“`;
const at = '2026-03-02T09:00:00.000Z';

const xPost = (n: number) => ({
  id: `19900000000000000${n}`,
  edit_history_tweet_ids: [`19900000000000000${n}`],
  author_id: String(n),
  conversation_id: `19900000000000000${n}`,
  created_at: at,
  lang: 'en',
  text: complaint(n).replace('&', '&amp;'),
  public_metrics: { like_count: 9_000, retweet_count: 7, reply_count: 1, quote_count: 0 },
});
const xPages = [
  {
    data: [xPost(13), xPost(12)],
    includes: {
      users: [{ id: '13', username: 'loud', name: 'Loud', public_metrics: { followers_count: 12_000_000 } }],
    },
    meta: { newest_id: xPost(13).id, oldest_id: xPost(12).id, result_count: 2, next_token: 'more' },
  },
  { data: [xPost(11)], meta: { newest_id: xPost(11).id, oldest_id: xPost(11).id, result_count: 1 } },
  { meta: { result_count: 0 } },
];

const status = (n: number) => ({
  id: String(100 + n),
  uri: `https://social.example/users/u${n}/statuses/${n}`,
  url: `https://social.example/@u${n}/${n}`,
  created_at: at,
  edited_at: null,
  in_reply_to_id: n === 3 ? '102' : null,
  visibility: 'public',
  language: 'en',
  content: `<p>${complaint(n).replace('&', '&amp;')}</p>`,
  account: { id: String(n), acct: `u${n}`, url: `https://social.example/@u${n}`, followers_count: 9 },
  media_attachments: [],
  mentions: [],
  tags: [],
});

const jetstream = (n: number) => ({
  did: `did:plc:${String(n).padStart(24, 'a')}`,
  time_us: Date.parse(at) * 1_000 + n,
  kind: 'commit',
  commit: {
    rev: '3mptbypluud2a',
    operation: 'create',
    collection: 'app.bsky.feed.post',
    rkey: `3mptbypluu${n}2a`,
    record: { $type: 'app.bsky.feed.post', text: complaint(n), createdAt: at, langs: ['en'] },
    cid: 'bafyreib',
  },
});

const forumPosts = [1, 2, 3].map((n) => ({
  ...renderPost({
    id: n,
    topicId: 4,
    number: n,
    createdAt: new Date(at),
    savedAt: new Date(at),
    version: 1,
    cooked: `<p>${complaint(n).replace('&', '&amp;')}</p>`,
  }),
  user_id: n,
}));

interface Tried {
  readonly read: number;
  readonly kept: number;
  readonly mentions: readonly { readonly post: { readonly nativeId: string; readonly text: string } }[];
}

/** The program against a server that holds nothing but somebody's recording, at a base URL of the configuration. */
describe('a recording that is replayed on the loopback address', () => {
  let folder: ServedFolder;
  let server: RecordedServer;
  beforeEach(async () => {
    folder = await makeServedFolder();
  });
  afterEach(async () => {
    await server.close();
    await folder.remove();
  });

  const configure = (kind: string, more = '', isAllowed = true, scheme = 'http'): void => {
    const allow = isAllowed ? `network: { allow: ['127.0.0.1:${server.port}'] }\n` : '';
    folder.write(
      'evenhand.yaml',
      `${oneBrand}sources:\n  src: { kind: ${kind}, base_url: '${scheme}://127.0.0.1:${server.port}'${more} }\n${allow}`,
    );
  };
  const env = { X_BEARER_TOKEN: 'of-the-test' };
  const poll = async (...options: readonly string[]) => {
    const { code, out, err } = await folder.runHere(['poll', 'src', '--json', ...options], { env });
    if (out.trim() === '') throw new Error(err);
    const [tried] = JSON.parse(out) as [
      Tried & { readonly error: string | null; readonly gap: string | null },
    ];
    return { code, ...tried };
  };
  const imported = async (platform: string, lines: readonly unknown[]) => {
    folder.write('recorded.ndjson', lines.map((line) => JSON.stringify(line)).join('\n'));
    const asked = ['import', '--from', platform, 'recorded.ndjson', '--dry-run', '--json'];
    const { out } = await folder.runHere(asked, { env });
    return out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { readonly id: string; readonly text: string });
  };
  const namesOf = (tried: Tried) => new Map(tried.mentions.map(({ post }) => [post.nativeId, post.text]));

  it('of X is read page by page, as `import` reads it', async () => {
    server = await serveRecorded({ '/2/tweets/search/recent': xPages });
    configure('x');
    const tried = await poll('--dry-run');
    expect([tried.code, tried.read, tried.kept]).toEqual([0, 2, 2]);
    const lines = await imported('x', xPages.slice(0, 2));
    expect(namesOf(tried)).toEqual(new Map(lines.slice(0, 2).map(({ id, text }) => [id, text])));
    expect(lines.map(({ text }) => text)).toContain(complaint(11));
    await server.close();
    server = await serveRecorded({ '/2/tweets/search/recent': xPages });
    configure('x');
    expect(await poll()).toMatchObject({ read: 3, kept: 3, error: null });
    expect(server.asked.filter((url) => !/^\/2\/tweets\/(?:search|counts)\/recent\?/.test(url))).toEqual([]);
  }, 120_000);

  it('of Mastodon is read from its timeline, as `import` reads it', async () => {
    const page = [3, 2, 1].map(status);
    server = await serveRecorded({ '/api/v1/timelines/tag/velora': [page, []] });
    configure('mastodon', `, tags: ['#velora']`);
    const tried = await poll('--dry-run');
    expect([tried.code, tried.read, tried.kept]).toEqual([0, 3, 3]);
    const lines = await imported('mastodon', page);
    expect(namesOf(tried)).toEqual(new Map(lines.map(({ id, text }) => [id, text])));
  }, 120_000);

  it('of Bluesky is heard from its socket, as `import` reads it', async () => {
    const events = [1, 2, 3].map(jetstream);
    const heartbeat = {
      did: events[0]?.did,
      time_us: Date.parse(at) * 1_000 + 9,
      kind: 'identity',
      identity: {},
    };
    server = await serveRecorded(
      {},
      [...events, heartbeat].map((event) => JSON.stringify(event)),
    );
    configure('bluesky', '', true, 'ws');
    const tried = await poll('--dry-run');
    expect([tried.code, tried.kept]).toEqual([0, 3]);
    const lines = await imported('bluesky', events);
    expect(namesOf(tried)).toEqual(new Map(lines.map(({ id, text }) => [id, text])));
  }, 120_000);

  it('of Discourse is read from its list of posts', async () => {
    server = await serveRecorded({
      '/posts.json': [{ latest_posts: forumPosts.toReversed() }, { latest_posts: [] }],
    });
    configure('discourse');
    const tried = await poll('--dry-run');
    expect([tried.code, tried.read, tried.kept]).toEqual([0, 3, 3]);
    expect(tried.mentions.map(({ post }) => post.text)).toEqual(
      [1, 2, 3].map((n) => expect.stringContaining(complaint(n))),
    );
  }, 120_000);

  it.each(['x', 'discourse', 'bluesky', 'mastodon'])(
    'of %s is not asked for where the address was not allowed, and the sentence says what allows it',
    async (kind) => {
      server = await serveRecorded({});
      configure(
        kind,
        kind === 'mastodon' ? `, tags: ['velora']` : '',
        false,
        kind === 'bluesky' ? 'ws' : 'http',
      );
      const { code, err } = await folder.runHere(['poll', 'src', '--dry-run'], { env });
      expect(code).toBe(2);
      expect(err).toContain(`add "127.0.0.1:${server.port}" to network.allow`);
      expect(server.asked).toEqual([]);
    },
    120_000,
  );

  const recorded = new URL('../../../shared/fixtures/twarc-csv/test-data/', import.meta.url);
  const itWithRecording = existsSync(recorded) ? it : it.skip;

  itWithRecording(
    'of X, made by somebody else, is read whole (skipped, needs ../shared)',
    async () => {
      const name = new URL('noflat.jsonl', recorded);
      const pages = readFileSync(name, 'utf8')
        .split('\n')
        .filter((line) => line.trim() !== '')
        .map((line) => JSON.parse(line) as { data: readonly object[]; meta: { next_token?: string } });
      const chained = pages.map((page, index) => ({
        ...page,
        meta: { ...page.meta, next_token: index < pages.length - 1 ? `page-${index + 1}` : undefined },
      }));
      server = await serveRecorded({
        '/2/tweets/search/recent': [...chained, { meta: { result_count: 0 } }],
      });
      configure('x', ', budget_usd_per_day: 1000');
      const { read, error } = await poll();
      expect([read, error]).toEqual([pages.flatMap(({ data }) => data).length, null]);
    },
    120_000,
  );
});
