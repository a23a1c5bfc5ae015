/**
 * A post that was passed on, as the cursor remembers it: what the platform calls it, its native id, revision, a hash of
 * what a person reads, the minute it was first seen, the minute it was last looked at (-1: nobody looks again), and the
 * thread where that is another post.
 */
export type KnownPost = readonly [
  key: string,
  nativeId: string,
  revision: number,
  hash: string,
  seenMinute: number,
  lookedMinute: number,
  thread?: string,
];

export interface Sighting {
  readonly key: string;
  readonly nativeId: string;
  /** Where every copy tells its revision: an older copy is no edit. Else another hash is one. */
  readonly revision?: number;
  /** Where the platform counts some of its edits. */
  readonly atLeast?: number;
  readonly hash: string;
  readonly thread?: string | undefined;
  /** Concerns a brand, so that its edits and its deletion matter. */
  readonly isWatched: boolean;
}

export interface KnownPosts {
  get(key: string): KnownPost | undefined;
  /** The revision to pass on, or null when exactly this was passed on before. */
  note(post: Sighting, now: Date): number | null;
  /** Whether a watched post stands in this thread: the door keeps its other posts too. */
  isWatchedThread(thread: string): boolean;
  /** Watched posts whose next look is due, the longest waiting first; how often depends on their age alone. */
  due(now: Date, limit: number): readonly KnownPost[];
  looked(key: string, now: Date): void;
  forget(key: string): void;
  /** What goes into the cursor: bounded, the oldest are forgotten first. */
  stored(now: Date): readonly KnownPost[];
}

/** Retention of posts without a case (DESIGN.md 5): nobody keeps what is older. */
const KEPT_MINUTES = 30 * 1440;
/** What is merely not to be passed on twice; whatever is forgotten here is dropped at the door by its key. */
const MAX_SEEN = 2_000;
const MAX_WATCHED = 5_000;
/** More than a cursor holds: a recording of millions is read in one go. */
const MAX_IN_MEMORY = 50_000;

/** What a source remembers of its posts between walks: pure, `now` is passed in, the cursor holds it. */
export const openKnownPosts = (before: readonly KnownPost[]): KnownPosts => {
  const known = new Map(before.map((post) => [post[0], post]));
  const threads = new Set(before.flatMap((post) => (post[5] >= 0 ? [threadOf(post)] : [])));
  return {
    isWatchedThread: (thread) => threads.has(thread),
    get: (key) => known.get(key),
    note: (post, now) => {
      const old = known.get(post.key);
      const next = noted(post, old, minuteOf(now));
      if (next[5] >= 0) threads.add(threadOf(next));
      const [oldest] = known.keys();
      if (known.size >= MAX_IN_MEMORY && oldest !== undefined) known.delete(oldest);
      known.set(post.key, next);
      return next[2] === old?.[2] ? null : next[2];
    },
    due: (now, limit) =>
      [...known.values()]
        .filter((post) => post[5] >= 0 && post[5] + waitMinutes(post, now) <= minuteOf(now))
        .sort((a, b) => a[5] - b[5])
        .slice(0, limit),
    looked: (key, now) => {
      const post = known.get(key);
      if (post !== undefined)
        known.set(key, withThread([post[0], post[1], post[2], post[3], post[4], minuteOf(now)], post[6]));
    },
    forget: (key) => void known.delete(key),
    stored: (now) => bounded([...known.values()], minuteOf(now)),
  };
};

/**
 * What two readers know: of a post that both know the later state, and at the same revision that of `other`, who reads
 * on: what only `one` read at it may have been dropped at the door as known.
 */
export const knownToBoth = (one: readonly KnownPost[], other: readonly KnownPost[]): readonly KnownPost[] => {
  const known = new Map(one.map((post) => [post[0], post]));
  for (const post of other) if ((known.get(post[0])?.[2] ?? -1) <= post[2]) known.set(post[0], post);
  return [...known.values()];
};

const threadOf = (post: KnownPost): string => post[6] ?? post[1];

const noted = (post: Sighting, old: KnownPost | undefined, minute: number): KnownPost => {
  const revision = revisionOf(post, old);
  if (old === undefined)
    return withThread(
      [post.key, post.nativeId, revision, post.hash, minute, post.isWatched ? minute : -1],
      post.thread,
    );
  const looked = post.isWatched && old[5] < 0 ? minute : old[5];
  return withThread([old[0], old[1], revision, post.hash, old[4], looked], old[6] ?? post.thread);
};

type Threadless = readonly [string, string, number, string, number, number];

const withThread = (post: Threadless, thread: string | undefined): KnownPost =>
  thread === undefined || thread === post[1] ? post : [...post, thread];

/** An older state of a post never stands for an edit of it; what was read again unchanged is none either. */
const revisionOf = ({ revision, atLeast = 0, hash }: Sighting, old: KnownPost | undefined): number => {
  if (old === undefined) return revision ?? atLeast;
  if (revision !== undefined) return Math.max(revision, old[2]);
  return hash === old[3] ? old[2] : Math.max(old[2] + 1, atLeast);
};

const minuteOf = (now: Date): number => Math.floor(now.getTime() / 60_000);

/** Hourly on the first quarter of a day, four times a day for two days, then daily: the same for every post. */
const waitMinutes = (post: KnownPost, now: Date): number => {
  const age = minuteOf(now) - post[4];
  if (age < 360) return 60;
  return age < 2 * 1440 ? 360 : 1440;
};

const bounded = (posts: readonly KnownPost[], minute: number): readonly KnownPost[] => {
  const young = posts.filter((post) => minute - post[4] < KEPT_MINUTES);
  const watched = young.filter((post) => post[5] >= 0).slice(-MAX_WATCHED);
  const seen = young.filter((post) => post[5] < 0).slice(-MAX_SEEN);
  return [...seen, ...watched];
};
