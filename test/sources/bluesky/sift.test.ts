import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { POSTS, toRawEvent } from '../../../src/sources/bluesky/map-event.ts';
import { nothingSifted, type Sifted, sift } from '../../../src/sources/bluesky/sift.ts';
import { readEvent } from '../../../src/sources/bluesky/wire.ts';
import { v2Of } from '../../support/jetstream-stand-in.ts';
import { sieveOf } from './harness.ts';

const words = sieveOf();

/** What the sieve must do, by parsing everything. */
const siftSlowly = (bytes: Buffer): Pick<Sifted, 'named' | 'inThreads' | 'deletions'> => {
  const into = nothingSifted();
  const event = readEvent(bytes.toString('utf8'));
  const told = event === null || event.kind === 'notice' ? null : toRawEvent(event);
  if (told?.kind === 'deletion') into.deletions.push(told);
  if (told?.kind === 'mention' && words.isNamed(told.text)) into.named.push(bytes);
  else if (told?.kind === 'mention' && told.thread !== undefined)
    into.inThreads.push({ thread: told.thread, bytes });
  return into;
};

const text = fc
  .array(
    fc.constantFrom(
      'Voltara',
      'volt',
      '@voltara',
      ' ',
      '\n',
      '"',
      '\\',
      '"text":"',
      '\\"',
      'ü',
      '🔥',
      '\u0001',
      'x',
      '"root":{',
    ),
    { maxLength: 8 },
  )
  .map((parts) => parts.join(''));
const uri = fc.constantFrom(
  'at://did:plc:a/app.bsky.feed.post/1',
  'at://did:plc:b/app.bsky.feed.post/2é',
  'at://"x"',
);
const ref = uri.map((told) => ({ cid: 'bafyrei', uri: told }));
const record = fc.record(
  {
    text,
    $type: fc.constant(POSTS),
    createdAt: fc.constant('2026-05-04T09:00:00Z'),
    langs: fc.constant(['en']),
    reply: fc.oneof(
      fc.record({ parent: ref, root: ref }),
      fc.record({ root: ref.map(({ cid, uri: told }) => ({ uri: told, cid })), parent: ref }),
    ),
    embed: fc.oneof(fc.record({ text, reply: text }), fc.record({ root: ref })),
    operation: fc.constantFrom('create', 'delete'),
  },
  { requiredKeys: ['text', '$type'] },
);
const commit = fc.record(
  {
    operation: fc.constantFrom('create', 'create', 'create', 'update', 'delete'),
    collection: fc.constantFrom(POSTS, POSTS, POSTS, 'app.bsky.feed.like'),
    rkey: fc.constant('3mmoojp4cd223'),
    rev: fc.constant('3mmoojpaqkn2z'),
    record,
    cid: fc.constant('bafyrei'),
  },
  { requiredKeys: ['operation', 'collection', 'rkey', 'rev', 'record'] },
);
const event = commit.map((told) => ({ did: 'did:plc:a', kind: 'commit', commit: told }));
/** Keys in any order, spaces or none. */
const shuffled = (value: unknown, seed: number): unknown => {
  if (Array.isArray(value)) return value.map((one) => shuffled(one, seed));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, below]) => [key, shuffled(below, seed)] as const);
  const turn = seed % (entries.length || 1);
  return Object.fromEntries([...entries.slice(turn), ...entries.slice(0, turn)]);
};
const bytesOf = fc
  .tuple(event, fc.nat(20), fc.constantFrom(undefined, undefined, undefined, 1), fc.boolean())
  .map(([told, seed, indent, isV2]) => {
    const one = { timeUs: 1_777_885_200_000_000, seq: 7, event: told };
    const whole = isV2 ? v2Of(one) : { ...told, time_us: one.timeUs };
    return Buffer.from(JSON.stringify(shuffled(whole, seed), null, indent));
  });

describe('sifting messages as bytes', () => {
  it('passes on at least what parsing everything passes on, and the same of what answers and what is deleted', () => {
    fc.assert(
      fc.property(bytesOf, (bytes) => {
        const into = nothingSifted();
        sift(bytes, into, words);
        const slow = siftSlowly(bytes);
        expect(into.deletions).toEqual(slow.deletions);
        for (const named of slow.named) expect(into.named).toContain(named);
        // A text that is nested in the record may name a brand where the post does not: the door looks again.
        const passed = [...into.named, ...into.inThreads.map((one) => one.bytes)];
        for (const { bytes: reply, thread } of slow.inThreads) {
          expect(passed).toContain(reply);
          for (const one of into.inThreads) expect(one.thread).toBe(thread);
        }
      }),
      { numRuns: 10_000 },
    );
  });

  it('parses nothing of what concerns nobody', () => {
    const parse = JSON.parse;
    let parsed = 0;
    JSON.parse = (...given: Parameters<typeof JSON.parse>) => {
      parsed += 1;
      return parse(...given);
    };
    try {
      const into = nothingSifted();
      const post = (said: string) =>
        Buffer.from(
          JSON.stringify({
            did: 'did:plc:a',
            time_us: 1,
            kind: 'commit',
            commit: {
              rev: 'r',
              operation: 'create',
              collection: POSTS,
              rkey: 'k',
              record: { $type: POSTS, text: said },
              cid: 'c',
            },
          }),
        );
      for (const said of ['Nothing', 'Schöne Grüße 🔥', 'two\nlines "quoted"']) sift(post(said), into, words);
      expect(into).toMatchObject({ messages: 3, posts: 3, unreadable: 0 });
    } finally {
      JSON.parse = parse;
    }
    expect(parsed).toBe(0);
  });

  it('counts what no wire describes', () => {
    const into = nothingSifted();
    for (const told of ['{', '[]', '"text":"', '{"did":1}']) sift(Buffer.from(told), into, words);
    expect(into.unreadable).toBe(4);
  });
});
