import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { NotAFeedError, parseFeed } from '../../../../src/sources/feed/reading/parse-feed.ts';
import { startCpuTimer } from '../../../support/cpu-time.ts';
import { atomFeeds } from './odd-feeds/atom-feeds.ts';
import { bytesFeeds } from './odd-feeds/bytes-feeds.ts';
import { jsonFeeds } from './odd-feeds/json-feeds.ts';
import { ADDRESS, type OddFeed } from './odd-feeds/odd-feed.ts';
import { rssFeeds } from './odd-feeds/rss-feeds.ts';

const oddFeeds: readonly OddFeed[] = [...rssFeeds, ...atomFeeds, ...jsonFeeds, ...bytesFeeds];
const bytesOf = ({ feed }: OddFeed): Uint8Array => (typeof feed === 'string' ? Buffer.from(feed) : feed);

describe('parseFeed on odd feeds', () => {
  it.each(oddFeeds.map((odd) => [odd.kind, odd] as const))('reads %s', (_kind, odd) => {
    const read = parseFeed(bytesOf(odd), { url: ADDRESS, headers: odd.headers ?? {} });
    expect(read).toEqual({ feed: odd.head ?? {}, items: odd.items });
  });

  const DANGER = /<\s*\/?(?:script|iframe|object|embed|style)\b|javascript\s*:|<[^>]*[\s/"']on\w+\s*=/i;
  const hostile = [
    '<script>a()</script>',
    '<p onclick="a()">',
    'javascript:a()',
    '&#106;avascript:a()',
    '<![CDATA[',
  ];
  const change = fc.record({
    feed: fc.nat(oddFeeds.length - 1),
    cuts: fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        cut: fc.nat(20),
        put: fc.oneof(
          fc.uint8Array({ maxLength: 4 }),
          fc.constantFrom(...hostile).map((text) => Buffer.from(text)),
        ),
      }),
      { minLength: 1, maxLength: 4 },
    ),
  });

  it('refuses by name or reads whatever bytes are changed, quickly, and lets nothing run', () => {
    const slow: string[] = [];
    fc.assert(
      fc.property(change, ({ feed, cuts }) => {
        const odd = oddFeeds[feed];
        if (odd === undefined) throw new Error('there is no such feed');
        const damaged = cuts.reduce(
          (bytes, { at, cut, put }) => {
            const from = Math.floor(at * bytes.length);
            return Buffer.concat([bytes.subarray(0, from), put, bytes.subarray(from + cut)]);
          },
          Buffer.from(bytesOf(odd)),
        );
        const elapsed = startCpuTimer();
        const texts = JSON.stringify(readOrRefused(damaged, odd));
        if (elapsed() > 200) slow.push(`${odd.kind}: ${elapsed()} ms`);
        return !DANGER.test(texts);
      }),
      { numRuns: 3_000 },
    );
    expect(slow).toEqual([]);
  }, 60_000);
});

const readOrRefused = (bytes: Uint8Array, { headers }: OddFeed): unknown => {
  try {
    return parseFeed(bytes, { url: ADDRESS, headers: headers ?? {} });
  } catch (error) {
    if (!(error instanceof NotAFeedError)) throw error;
    expect(error.message).toContain('https://blog.example');
    return null;
  }
};
