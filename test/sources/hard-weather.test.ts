import { afterEach, describe, expect, it } from '@jest/globals';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import { createDiscourseSource } from '../../src/sources/discourse.ts';
import { createFeedSource } from '../../src/sources/feed.ts';
import { createHackerNewsSource } from '../../src/sources/hackernews.ts';
import { type Source, type SourceDeps, SourceError } from '../../src/sources/source.ts';
import { startDiscourseStandIn } from '../support/discourse-stand-in.ts';
import { startHackerNewsStandIn } from '../support/hackernews-stand-in.ts';
import { clockAt } from '../support/simulated.ts';
import { type StandIn, startStandIn } from '../support/stand-in.ts';
import { startLab as startRedditLab } from './reddit/harness.ts';
import { startLab as startReviewLab } from './reviews/harness.ts';
import { withDeadline } from './x/harness.ts';
import { startLab as startYouTubeLab } from './youtube/harness.ts';

interface Lab {
  readonly source: Source;
  readonly standIn: StandIn;
  publish(text: string): void;
}

const clock = clockAt('2026-11-20T12:00:00Z');
const now = clock.now;
const at = new Date(now().getTime() - 60_000);
const started: StandIn[] = [];
afterEach(async () => {
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
});
const isWatched = (text: string): boolean => text.includes('nordbahn');

/** Every newer source that asks, with a platform that holds what is published. A new source is a new row. */
const labs: readonly (readonly [string, () => Promise<Lab>])[] = [
  [
    'Hacker News',
    async () => {
      const standIn = await startHackerNewsStandIn(now);
      started.push(standIn);
      const { baseUrl } = standIn;
      const seconds = at.getTime() / 1000;
      const post = { id: 40, at: seconds, foundAt: seconds, by: 'jo', parent: 1, story: 1 };
      const source = createHackerNewsSource({ name: 'hn', baseUrl, itemsUrl: baseUrl, isWatched });
      return {
        standIn,
        source: source as Source,
        publish: (text) => standIn.posts.set(40, { ...post, text }),
      };
    },
  ],
  [
    'Discourse',
    async () => {
      const standIn = await startDiscourseStandIn(now);
      started.push(standIn);
      const keys = { apiKey: null, apiUsername: null };
      const source = createDiscourseSource({ name: 'forum', baseUrl: standIn.baseUrl, ...keys, isWatched });
      const post = { id: 9, topicId: 3, number: 1, createdAt: at, savedAt: at, version: 1 };
      return {
        standIn,
        source: source as Source,
        publish: (text) => standIn.posts.set(9, { ...post, cooked: `<p>${text}</p>` }),
      };
    },
  ],
  [
    'Reddit',
    async () => {
      const lab = await startRedditLab();
      const publish = (text: string) => lab.publish({ text });
      return { standIn: lab.standIn, source: lab.source() as Source, publish };
    },
  ],
  [
    'YouTube',
    async () => {
      const lab = await startYouTubeLab();
      const publish = (text: string) => lab.publish({ text });
      return { standIn: lab.standIn, source: lab.source() as Source, publish };
    },
  ],
  ...(['Google Play', 'the App Store'] as const).map(
    (store) =>
      [
        store,
        async () => {
          const lab = await startReviewLab(store);
          const publish = (body: string) => lab.publish({ body });
          return { standIn: lab.standIn, source: lab.source() as Source, publish };
        },
      ] as const,
  ),
  [
    'a feed',
    async () => {
      let item = '';
      const standIn = await startStandIn(() => ({
        status: 200,
        body: `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>T</title>${item}</channel></rss>`,
        headers: { 'content-type': 'application/rss+xml' },
      }));
      started.push(standIn);
      const source = createFeedSource({ name: 'blog', url: `${standIn.baseUrl}/feed`, comments: false });
      return {
        standIn,
        source: source as Source,
        publish: (text) => {
          item = `<item><guid isPermaLink="false">1</guid><title>Post</title><description>${text}</description></item>`;
        },
      };
    },
  ],
];

const words = 'nordbahn: Zug fällt aus 🚆 – „seit Wochen“, 三週間, ничего';

interface Walked {
  readonly mentions: readonly RawMention[];
  readonly cursor: unknown;
  readonly error: SourceError | null;
}

/** One walk as the worker makes it; its pages stand up to the error. */
const walk = async (source: Source, from: unknown, fetchIt: typeof fetch): Promise<Walked> => {
  const deps: SourceDeps = { clock, fetch: fetchIt, signal: new AbortController().signal };
  const mentions: RawMention[] = [];
  let cursor = from;
  try {
    for await (const page of source.pages(JSON.parse(JSON.stringify(from)), deps)) {
      mentions.push(...page.events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));
      cursor = page.cursor;
      if (page.isLast) break;
    }
    return { mentions, cursor, error: null };
  } catch (error) {
    if (error instanceof SourceError) return { mentions, cursor, error };
    throw error;
  }
};

const heard = ({ mentions }: Walked): readonly string[] => [
  ...new Set(mentions.map(({ text }) => text).filter((text) => text.includes('nordbahn'))),
];
/** What was passed on of the complaint, as the door knows it: the same again is nothing new. */
const passedOn = ({ mentions }: Walked): readonly string[] =>
  mentions.flatMap(({ text, nativeId, revision = 0 }) =>
    text.includes('nordbahn') ? [`${nativeId}#${revision}`] : [],
  );
const hourMs = 3_600_000;

/** Answers of a platform whose clock is wrong by so much. */
const skewed =
  (byMs: number): typeof fetch =>
  async (input, init) => {
    const answer = await withDeadline(2_000)(input, init);
    const headers = new Headers(answer.headers);
    headers.set('date', new Date(now().getTime() + byMs).toUTCString());
    return new Response(answer.status === 304 ? null : await answer.arrayBuffer(), {
      status: answer.status,
      headers,
    });
  };

describe.each(labs)('%s in hard weather', (_name, startLab) => {
  it('reads answers that come byte by byte, each character cut, as it reads whole ones', async () => {
    const whole = await startLab();
    whole.publish(words);
    const lab = await startLab();
    lab.publish(words);
    lab.standIn.faults.push(...Array.from({ length: 20 }, () => ({ kind: 'byte by byte' as const })));
    const told = await walk(lab.source, null, withDeadline(10_000));
    expect(told.error).toBeNull();
    expect(heard(told)).toEqual(heard(await walk(whole.source, null, withDeadline(2_000))));
    expect(heard(told)).toEqual([expect.stringContaining(words)]);
  }, 60_000);

  it('gives up an answer that does not end, says that another try may help, and loses nothing by it', async () => {
    const lab = await startLab();
    lab.publish(words);
    let spoilt = 0;
    for (let request = 0; request < 3; request += 1) {
      lab.standIn.faults.length = 0;
      lab.standIn.faults.push(...Array.from({ length: request }, () => null), { kind: 'endless' });
      const told = await walk(lab.source, null, withDeadline(300));
      const isSpoilt = lab.standIn.faults.length === 0;
      if (isSpoilt) spoilt += 1;
      if (isSpoilt && told.error !== null) expect(told.error.outcome).toBe('transient');
      lab.standIn.faults.length = 0;
      const rest = await walk(lab.source, told.cursor, withDeadline(2_000));
      expect([rest.error, new Set([...heard(told), ...heard(rest)]).size]).toEqual([null, 1]);
      if (request === 0) expect(told.error).not.toBeNull();
    }
    expect(spoilt).toBeGreaterThan(0);
  }, 60_000);

  it.each([-7, 5])('reads the same from a platform whose clock is %i hours off', async (hours) => {
    const lab = await startLab();
    lab.publish(words);
    const told = await walk(lab.source, null, skewed(hours * hourMs));
    expect(told.error).toBeNull();
    expect(heard(told)).toEqual([expect.stringContaining(words)]);
    const again = await walk(lab.source, told.cursor, skewed(hours * hourMs));
    const known = passedOn(told);
    expect([again.error, passedOn(again).filter((one) => !known.includes(one))]).toEqual([null, []]);
  });

  it.each([-7, 5])(
    'waits as long as a platform asks whose clock is %i hours off, by the date that it names',
    async (hours) => {
      const lab = await startLab();
      lab.publish(words);
      const until = new Date(now().getTime() + hours * hourMs + 120_000).toUTCString();
      lab.standIn.faults.push({ kind: 'status', status: 503, headers: { 'retry-after': until } });
      const told = await walk(lab.source, null, skewed(hours * hourMs));
      expect([told.error?.outcome, told.error?.retryAfterMs]).toEqual(['transient', 120_000]);
    },
  );
});
