import { readFileSync } from 'node:fs';
import { afterEach, describe, expect } from '@jest/globals';
import { toRawEvent } from '../../../src/sources/bluesky/map-event.ts';
import { readEvent } from '../../../src/sources/bluesky/wire.ts';
import { createBlueskyReader } from '../../../src/sources/recorded/bluesky.ts';
import { type JetstreamStandIn, startJetstream, v2Of } from '../../support/jetstream-stand-in.ts';
import { itWithShared } from '../x/with-shared.ts';
import { listenOnce, sieveOf, sourceOn } from './harness.ts';

const folder = new URL('../../../../shared/fixtures/jetstream/', import.meta.url);

interface Recorded {
  readonly time_us: number;
  readonly did: string;
  readonly kind: string;
  readonly commit?: {
    readonly operation: string;
    readonly collection: string;
    readonly rkey: string;
    readonly record?: {
      readonly text: string;
      readonly createdAt: string;
      readonly reply?: { readonly root: { readonly uri: string }; readonly parent: { readonly uri: string } };
    };
  };
}

const recordedLines = (): readonly string[] =>
  ['internal/corpus/testdata/expected_v1.jsonl', 'internal/subscribe/testdata/golden_v1.jsonl'].flatMap(
    (name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'),
  );

const recorded = (): readonly Recorded[] => recordedLines().map((line) => JSON.parse(line) as Recorded);

const byText = (a: string, b: string): number => (a < b ? -1 : 1);

const postsOf = (events: readonly Recorded[]): readonly Recorded[] =>
  events.filter(({ commit }) => commit?.collection === 'app.bsky.feed.post' && commit.operation === 'create');

const mentionOf = ({ did, commit }: Recorded) => {
  const { text, createdAt, reply } = commit?.record ?? {};
  return {
    nativeId: `at://${did}/app.bsky.feed.post/${commit?.rkey}`,
    author: did,
    text,
    ...(reply === undefined ? {} : { thread: reply.root.uri, parent: reply.parent.uri }),
    publishedAt: createdAt,
  };
};

/** The stand-in plays them at their own times. */
const playAll = async (wire: 'v1' | 'v2', faults: object): Promise<JetstreamStandIn> => {
  let nowUs = 0;
  const host = await startJetstream({ wire, nowUs: () => nowUs, keptUs: 100 * 86_400_000_000 });
  Object.assign(host.faults, faults);
  for (const { time_us: timeUs, ...event } of [...recorded()].sort((a, b) => a.time_us - b.time_us)) {
    nowUs = timeUs;
    host.publish(event);
  }
  return host;
};

describe('recorded traffic of Jetstream', () => {
  let host: JetstreamStandIn | null = null;
  afterEach(async () => host?.close());

  itWithShared('is read line by line: 86 of 86, five posts and a deletion, and no line throws', () => {
    const lines = recorded();
    const read = createBlueskyReader();
    const told = lines.map((line) => read(line));
    expect([lines.length, told.flatMap(({ refused }) => refused).length]).toEqual([86, 0]);
    const events = told.flatMap((one) => one.events);
    const posts = postsOf(lines);
    expect(posts).toHaveLength(5);
    expect(events.filter(({ kind }) => kind === 'deletion')).toHaveLength(1);
    for (const post of posts) expect(events).toContainEqual(expect.objectContaining(mentionOf(post)));
    for (const event of events) expect(event).not.toHaveProperty('counts');
  });

  itWithShared('says the same in the words of the 2026 lexicon', () => {
    const lexicon = JSON.parse(
      readFileSync(new URL('lexicons/network/bsky/jetstream/subscribeEvents.json', folder), 'utf8'),
    ) as { defs: Record<string, { required?: string[]; properties?: Record<string, unknown> }> };
    for (const [index, line] of recordedLines().entries()) {
      const { time_us: timeUs, ...event } = JSON.parse(line) as Recorded;
      const told = v2Of({ timeUs, seq: index + 1, event });
      const { $type, ...payload } = told.payload as Record<string, unknown>;
      const def = lexicon.defs[String($type).split('#')[1] ?? ''];
      expect(Object.keys(payload)).toEqual(expect.arrayContaining(def?.required ?? ['nothing']));
      expect(Object.keys(def?.properties ?? {})).toEqual(expect.arrayContaining(Object.keys(payload)));
      const [older, newer] = [readEvent(line), readEvent(JSON.stringify(told))];
      expect(newer).toEqual({ ...older, position: { timeUs, seq: index + 1 } });
      if (older !== null && newer !== null) expect(toRawEvent(newer)).toEqual(toRawEvent(older));
    }
  });

  for (const wire of ['v1', 'v2'] as const)
    for (const faults of [{}, { chunkBytes: 1 }, { chunkBytes: 53, fragmentBytes: 200 }])
      itWithShared(`comes whole through the real client: ${wire}, ${JSON.stringify(faults)}`, async () => {
        host = await playAll(wire, faults);
        const last = host.published.at(-1);
        const heard = await listenOnce(sourceOn([host.origin], { wire }), {
          allow: [host.hostPort],
          now: () => new Date((last?.timeUs ?? 0) / 1000),
          cursor: {
            host: host.origin,
            wire,
            timeUs: 1_779_000_000_000_000,
            seq: wire === 'v2' ? 1 : null,
            handles: {},
          },
          sieve: sieveOf({
            isNamed: () => true,
            mayName: () => true,
            held: (names) => Promise.resolve(names),
          }),
          until: (pages) => pages.at(-1)?.cursor.timeUs === last?.timeUs,
        });
        const mentions = heard.events.filter(({ kind }) => kind === 'mention');
        expect(mentions.map(({ nativeId }) => nativeId ?? '').sort(byText)).toEqual(
          postsOf(recorded())
            .map(({ did, commit }) => `at://${did}/app.bsky.feed.post/${commit?.rkey}`)
            .sort(byText),
        );
        expect(heard.pages.flatMap(({ rejected = [] }) => rejected)).toEqual([]);
      });
});
