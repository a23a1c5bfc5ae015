import { DateTime } from 'luxon';
import { claimNight, drawCases, noteReplay, type ReplayResult } from '../src/audit/replay.store.ts';
import { type DecidedPost, readDecidedPosts } from '../src/cases/decided-post.store.ts';
import type { Brand } from '../src/domain/brand.ts';
import { caseName } from '../src/domain/case-id.ts';
import type { Clock } from '../src/lib/clock.ts';
import { warnOfReplay } from '../src/notify/watch.store.ts';
import type { Database } from '../src/postgres/database.ts';
import { loadReplaySetup, type ReplaySetup } from './replay-deps.ts';
import { createReplayer, type Replayer } from './replayer.ts';

export interface NightDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly brands: readonly Brand[];
  /** Of this program: a part of the version of its decisions. */
  readonly version: string;
  readonly onError: (what: string, error: Error) => void;
  readonly sampleCases?: number;
  /** Instead of a thread with the triage worker's own code, for a test. */
  readonly replayerOf?: (setup: ReplaySetup) => Replayer;
  readonly signal?: AbortSignal;
}

/** A second's work at most, so that a night costs nothing that anybody notices. */
const nightlyCases = 200;
/** One case with thousands of posts is no night's work. */
const postsPerCase = 50;
/** By the clock of the first brand; a service that slept then does it when it wakes. */
const nightHour = 2;

/**
 * Lock 5 by night: decides the posts of cases drawn by lot once more, each as if somebody else had written it elsewhere,
 * and compares with what was decided then. A difference is noted, told to the people who run this, and logged. null:
 * it is not time, or the day is done.
 */
export const replayNight = async (deps: NightDeps): Promise<ReplayResult | null> => {
  const { db, clock, brands, sampleCases = nightlyCases } = deps;
  const now = clock.now();
  const local = DateTime.fromJSDate(now, { zone: brands[0]?.calendar.timezone ?? 'UTC' });
  const day = local.toISODate();
  if (day === null || local.hour < nightHour) return null;
  if (!(await db.transaction('desk', (tx) => claimNight(tx, day, now)))) return null;
  const setup = await loadReplaySetup(db, brands, { now, engineVersion: deps.version });
  const drawn = await db.transaction('desk', (tx) => drawCases(tx, sampleCases));
  const replayer = (deps.replayerOf ?? createReplayer)(setup);
  let result: ReplayResult | null;
  try {
    result = await replayCases(drawn, replayer, deps);
  } finally {
    await replayer.close();
  }
  if (result === null) return null;
  await db.transaction('desk', async (tx) => {
    await noteReplay(tx, day, result, clock.now());
    if (result.different > 0) await warnOfReplay(tx, told(result), clock.now());
  });
  if (result.different > 0) deps.onError('nightly replay', new Error(sentence(result)));
  return result;
};

/** null: the service stops; the claim lapses and the night is begun again. */
const replayCases = async (
  caseIds: readonly string[],
  replayer: Replayer,
  { db, signal }: Pick<NightDeps, 'db' | 'signal'>,
): Promise<ReplayResult | null> => {
  const counts = { cases: 0, posts: 0, same: 0, different: 0, untold: 0 };
  const differentCases: string[] = [];
  for (const caseId of caseIds) {
    if (signal?.aborted === true) return null;
    const posts = await db.transaction('desk', (tx) => readDecidedPosts(tx, caseId));
    const outcomes = await replayer.outcomesOf((posts ?? []).slice(0, postsPerCase).map(disguised));
    counts.cases += 1;
    counts.posts += outcomes.length;
    for (const outcome of outcomes)
      counts[outcome === 'same' || outcome === 'different' ? outcome : 'untold'] += 1;
    if (outcomes.includes('different')) differentCases.push(caseId);
  }
  return { ...counts, differentCases };
};

/** Who wrote it, and where it stands, are nothing to a decision: another author and address change no byte of it. */
const disguised = (post: DecidedPost): DecidedPost => ({
  ...post,
  mention: {
    ...post.mention,
    post: { ...post.mention.post, author: 'somebody-else', url: 'https://elsewhere.example/post' },
  },
});

/** As many as a message holds; the record names all. */
const namedCases = 5;

const told = ({ different, posts, differentCases }: ReplayResult) => ({
  different,
  posts,
  cases: [
    ...differentCases.slice(0, namedCases).map(caseName),
    ...(differentCases.length > namedCases ? ['…'] : []),
  ].join(', '),
});

const sentence = (result: ReplayResult): string => {
  const { different, posts, cases } = told(result);
  return `${different} of ${posts} posts came out differently when they were decided again, of the cases ${cases}: look at them with "evenhand verify"`;
};

export interface Nights {
  stop(): Promise<void>;
}

const lookMs = 10 * 60_000;

/** Looks every ten minutes whether the night's replay is due. */
export const startNights = (deps: NightDeps): Nights => {
  const aborted = new AbortController();
  let running: Promise<unknown> | null = null;
  const timer = setInterval(() => {
    running ??= replayNight({ ...deps, signal: aborted.signal })
      .catch((error: unknown) =>
        deps.onError('nightly replay', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
  }, lookMs);
  timer.unref();
  return {
    stop: async () => {
      aborted.abort();
      clearInterval(timer);
      await running;
    },
  };
};
