import { describe, expect } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import { linkParam, resetMs } from '../../../src/sources/mastodon/limits.ts';
import { createSseDecoder } from '../../../src/sources/mastodon/sse.ts';
import { createMastodonSource } from '../../../src/sources/mastodon.ts';
import { createMastodonReader } from '../../../src/sources/recorded/mastodon.ts';
import { type Recorded, readCassettes } from '../../support/cassette.ts';
import { startStandIn } from '../../support/stand-in.ts';
import { itWithShared } from '../x/with-shared.ts';
import { mentionsOf } from './harness.ts';

const folder = new URL('../../../../shared/fixtures/mastodon-py-cassettes/tests/', import.meta.url);
const recorded = (): readonly Recorded[] => [
  ...readCassettes(new URL('cassettes/', folder)),
  ...readCassettes(new URL('cassettes_entity_tests/', folder)),
];

interface Told {
  readonly uri: string;
  readonly visibility: string;
  readonly edited_at: string | null;
  readonly created_at: string;
  readonly language: string | null;
  readonly account: { readonly noindex?: boolean };
}

/** Every status anywhere in an answer. */
const statusesIn = (value: unknown): readonly Told[] => {
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'content' in value && 'account' in value && 'visibility' in value ? [value as unknown as Told] : [];
  return [...own, ...Object.values(value).flatMap(statusesIn)];
};

const parsed = (body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch {
    return null;
  }
};

const mapped = (value: unknown): readonly RawMention[] =>
  createMastodonReader()(value).events.flatMap((event) => (event.kind === 'mention' ? [event] : []));

describe('recorded traffic of Mastodon', () => {
  itWithShared('maps every public status, and none that is not', () => {
    const told = recorded().flatMap(({ body }) => statusesIn(parsed(body)));
    expect(told.length).toBeGreaterThan(60);
    for (const status of told) {
      const isOpen = ['public', 'unlisted'].includes(status.visibility) && status.account.noindex !== true;
      const [mention, ...more] = mapped(status);
      expect([mention?.nativeId, more.length]).toEqual([isOpen ? status.uri : undefined, 0]);
      if (mention === undefined) continue;
      expect((mention.revision ?? 0) > 0).toBe(status.edited_at !== null);
      expect(mention.publishedAt).toBe(new Date(status.created_at).toISOString());
      expect(mention.language ?? null).toBe(status.language);
      expect(mention.text.trim()).not.toBe('');
      const { counts, ...rest } = mention;
      expect(counts).toMatchObject({ followers: expect.any(Number), likes: expect.any(Number) });
      expect(JSON.stringify(rest)).not.toMatch(/_count|display_name|avatar|followers/);
    }
  });

  itWithShared('tells pages by Link, and resets in ISO 8601', () => {
    const lists = recorded().filter(
      ({ url, headers }) => url.pathname.endsWith('/statuses') && headers.has('link'),
    );
    expect(lists.length).toBeGreaterThan(3);
    for (const { headers, body } of lists) {
      const ids = (JSON.parse(body) as { id: string }[]).map(({ id }) => id);
      expect([
        linkParam(headers.get('link'), 'prev', 'min_id'),
        linkParam(headers.get('link'), 'next', 'max_id'),
      ]).toEqual([ids[0], ids.at(-1)]);
      const reset = headers.get('x-ratelimit-reset') ?? '';
      const before = new Date(Date.parse(reset) - 60_000);
      expect(resetMs(headers, before)).toBe(61_000);
    }
  });

  itWithShared('streams whole wherever its bytes are cut: posts, an edit of one, its deletion', () => {
    const streams = recorded().filter(({ headers }) =>
      /event-stream/.test(headers.get('content-type') ?? ''),
    );
    const stream = streams.find(({ body }) => /^event: status\.update$/m.test(body));
    const bytes = Buffer.from(stream?.body ?? '');
    const decodeIn = (size: number) => {
      const decoder = createSseDecoder();
      const events = [];
      for (let at = 0; at < bytes.length; at += size)
        events.push(...decoder.feed(bytes.subarray(at, at + size)));
      return events;
    };
    const whole = decodeIn(bytes.length);
    for (let size = 1; size < 40; size += 1) expect(decodeIn(size)).toEqual(whole);
    const read = createMastodonReader();
    const events = whole.flatMap(({ event, data }) => read({ event, payload: data }).events);
    const edits = events.flatMap((event) =>
      event.kind === 'mention' && (event.revision ?? 0) > 0 ? [event] : [],
    );
    expect(edits).toHaveLength(1);
    const first = events.find((event) => event.kind === 'mention' && event.nativeId === edits[0]?.nativeId);
    expect(first).toMatchObject({ revision: 0 });
    expect(events.at(-1)).toEqual({ kind: 'deletion', nativeId: edits[0]?.nativeId });
  });

  itWithShared('is read through the real client from a server that answers as recorded', async () => {
    const timeline = recorded().find(({ url }) => url.pathname === '/api/v1/timelines/tag/hoot');
    const standIn = await startStandIn((url) => {
      if (url.pathname === '/api/v2/instance') {
        const described = recorded().find((one) => one.url.pathname.startsWith('/api/v2/instance'));
        return { status: 200, body: described?.body ?? '' };
      }
      const isFirst = !url.searchParams.has('max_id') && !url.searchParams.has('min_id');
      const body = isFirst ? (timeline?.body ?? '') : '[]';
      return { status: 200, body, headers: Object.fromEntries(timeline?.headers ?? []) };
    });
    try {
      const source = createMastodonSource({
        name: 'fedi',
        instances: [standIn.baseUrl],
        token: null,
        tags: ['hoot'],
        isWatched: () => false,
        stream: null,
      });
      const pages = [];
      const deps = {
        clock: { now: () => new Date() },
        fetch: standIn.fetch,
        signal: new AbortController().signal,
      };
      for await (const page of source.pages(null, deps)) pages.push(page);
      const told = JSON.parse(timeline?.body ?? '[]') as Told[];
      expect(mentionsOf(pages).map(({ nativeId }) => nativeId)).toEqual(told.map(({ uri }) => uri).reverse());
    } finally {
      await standIn.close();
    }
  });
});
