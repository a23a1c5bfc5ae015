import type { RawEvent } from '../domain/raw-mention.ts';
import type { SourceQuota } from '../domain/source-quota.ts';
import type { Clock } from '../lib/clock.ts';
import type { Connect } from '../lib/safe-socket.ts';
import type { OpenStream } from '../lib/safe-stream.ts';
import type { Ledger } from './ledger.ts';

export type { OpenStream } from '../lib/safe-stream.ts';

/**
 * A page of a walk. `cursor` is the whole state of the walk after this page and is committed together with the page's
 * events, so that a walk which is cut off resumes where it stopped.
 */
export interface SourcePage<Cursor> {
  readonly events: readonly RawEvent[];
  readonly cursor: Cursor;
  /** True when the walk has reached the newest that the platform has for now. */
  readonly isLast: boolean;
  /** Set when something between the last page and this one may have been missed; shown to people. */
  readonly gap?: string;
  /** Events that were skipped for a named reason, for example a line that is not JSON. */
  readonly rejected?: readonly Rejection[];
  /** Keys of the input that Evenhand does not know: ignored, counted, never stored. */
  readonly ignoredKeys?: Readonly<Record<string, number>>;
  /** Of recorded traffic: what held no post, or whose author would not have it read. No fault of the file. */
  readonly passedOver?: readonly PassedOver[];
  /** What the platform lets us ask for, as it stands after this page. */
  readonly quota?: SourceQuota;
  /** Posts that the source looked at, where it leaves out by itself what concerns nobody; else all in `events`. */
  readonly looked?: number;
  /** Native ids that the platform was asked about again and that stand there still; see `isAskedAgain`. */
  readonly checked?: readonly string[];
  /** How the money stands, where reading costs some. */
  readonly budget?: BudgetState;
  /** Only of a source with `beginsThreads`; one that was begun before may be named again. */
  readonly begun?: readonly BegunThread[];
}

/** A thread that is told apart from the walk: looked at once (`follow`) and then at the ages of every other thread. */
export interface BegunThread<Mark = unknown> {
  /** Native id of the post that began it. */
  readonly thread: string;
  /** What the first look goes on from. */
  readonly mark: Mark;
}

/** What people must know of a source that costs money: how much is used, and what was not read for want of more. */
export interface BudgetState {
  /** Of day and month the one that is used further: `2026-11-20` or `2026-11`, UTC. */
  readonly period: string;
  readonly percent: number;
  /** The highest mark that was passed; each is told once in a period. */
  readonly level: 0 | 50 | 80 | 100;
  /** ISO 8601 UTC; null: reading goes on. */
  readonly stoppedSince: string | null;
  /** Begins anew then, ISO 8601 UTC. */
  readonly until: string;
  /** Percent of today's posts that were read, by what the platform counts. */
  readonly seen: number;
  /** Only random minutes are read, for the money does not reach for all. */
  readonly isSampled: boolean;
}

export interface PassedOver {
  /** `a line without a post`. */
  readonly reason: string;
  readonly count: number;
  /** The first one's, counted from 1. */
  readonly line: number;
}

export interface Rejection {
  /** Where: `line 7`, `entry 3`. */
  readonly at: string;
  readonly reason: string;
}

/** What a source is given; nothing else reaches the outside world. */
export interface SourceDeps {
  readonly clock: Clock;
  /** Deadline, redirect and SSRF guard included (lib/safe-fetch). */
  readonly fetch: typeof fetch;
  /** An answer without end, guarded like `fetch`; absent where one page is only tried. */
  readonly stream?: OpenStream;
  readonly signal: AbortSignal;
  /** Web sockets behind the same guard (lib/safe-socket), for sources that listen. */
  readonly connect?: Connect;
  readonly sieve?: Sieve;
  /** What the record keeps for the source beside its cursor; absent where nothing is stored. */
  readonly record?: SourceRecord;
}

/** What a source is told by the record of its own posts and spending. */
export interface SourceRecord {
  readonly ledger: Ledger;
  /** Posts whose words are kept and that were last known to stand before this instant; those of open cases first. */
  dueChecks(before: Date, limit: number): Promise<readonly StoredPost[]>;
  /** Posts whose words are kept. */
  countHeld(): Promise<number>;
  /** Threads that are listened to. */
  countThreads(): Promise<number>;
}

export interface StoredPost {
  readonly nativeId: string;
  readonly revision: number;
}

/**
 * What a source that hears everything asks before it passes something on: of a whole network nearly nothing concerns a
 * brand. What is left out is left out by the watch-list or by the record, never by memory.
 */
export interface Sieve {
  /** The watch-list finds a brand in the text. */
  isNamed(text: string): boolean;
  /** False: `isNamed` would say no. For UTF-8 that may be escaped as in JSON, but for `\u`; see ingest/match/byte-scan. */
  mayName(bytes: Buffer, start: number, end: number): boolean;
  /** Those of these threads in which a brand was named lately. */
  liveThreads(threads: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of these posts and authors of which something is, or may be, in the record: only their deletions matter. */
  held(names: HeldNames): Promise<HeldNames>;
}

export interface HeldNames {
  readonly posts: readonly string[];
  readonly authors: readonly string[];
}

/**
 * A thread in which a complaint is tracked. When it is looked at depends on its age alone, and what may be asked of it is
 * the same for every thread: a loud one must not eat what is there for all (DESIGN.md 3).
 */
export interface FollowedThread<Mark = unknown> {
  /** Native id of the post that began it. */
  readonly thread: string;
  /** Native ids of complaints that are tracked in it, those tracked first; never all of a large thread. */
  readonly complaints: readonly string[];
  /** What the last page of the last look left; null: nobody looked yet. */
  readonly mark: Mark | null;
  /** Requests that this look may make at most; what is left is for the next look, from the mark on. */
  readonly maxRequests: number;
}

/** A page of a look at a thread: replies, quotes and comments. Committed with its events, `mark` is all that is kept. */
export interface ThreadPage<Mark = unknown> {
  readonly events: readonly RawEvent[];
  readonly mark: Mark;
  /** Set when replies may be missing that no later look brings; shown to people. */
  readonly gap?: string;
  /** Why the thread was not shown, where asking again soon would tell the same: the next look is due by age. */
  readonly unread?: string;
}

export interface AuthoredPost {
  readonly nativeId: string;
  readonly author: string;
}

/** `counts` as a source seals them; one without numbers says that there are none to be had. */
export interface PostCounts {
  readonly nativeId: string;
  readonly counts: unknown;
}

/**
 * A place to listen. `pages` walks from a cursor (null: the first time) to the newest event and ends; the caller
 * decides when to walk again (`nextPollMs`, at least this long after the walk ended). A source throws only
 * SourceError: it says whether trying again can help; it never retries by itself.
 */
export interface Source<Cursor = unknown, Mark = unknown> {
  readonly name: string;
  readonly kind: string;
  /** False: the source never tells how far a post spread ("spread unknown for this source"). */
  readonly knowsSpread: boolean;
  /** A source older than this is stale, in milliseconds. */
  readonly freshnessTargetMs: number;
  /**
   * How long it may answer and tell nothing, in milliseconds, until its rhythm is learned (docs/sources/gap-alarms.md);
   * 7 days unless it says so, null: for ever.
   */
  readonly quietTargetMs?: number | null;
  /**
   * True: `pages` goes on listening after the newest, until the connection ends or the signal says so; a page with
   * `isLast` only says that it has caught up. One process holds it at a time.
   */
  readonly isStream?: boolean;
  /**
   * True: the platform tells of no deletion, so that posts which are kept are asked for again (`dueChecks`, `checked`).
   * Words that were not asked for within a day are shown to nobody.
   */
  readonly isAskedAgain?: boolean;
  /** Brand whose operator hosts the place: every post there concerns it. */
  readonly ownedBy?: string;
  pages(cursor: Cursor | null, deps: SourceDeps): AsyncIterable<SourcePage<Cursor>>;
  nextPollMs(cursor: Cursor | null): number;
  /**
   * One look at a thread, beside the walk: `cursor` is where the walk stands, to be read only. A thread that is gone
   * ends without a page, or with deletions. Absent: the source cannot tell a thread.
   */
  follow?(
    thread: FollowedThread<Mark>,
    cursor: Cursor | null,
    deps: SourceDeps,
  ): AsyncIterable<ThreadPage<Mark>>;
  /**
   * True: replies come by `follow` alone. Pages name the threads that begin, and these are looked at whether a complaint
   * is tracked in them or not.
   */
  readonly beginsThreads?: boolean;
  /**
   * What the platform says of the audiences of these posts, unread. Asked by `reach` alone and of decided posts alone:
   * nothing may be looked up for a decision. Absent: it comes with the posts, or is never told.
   */
  audiences?(
    posts: readonly AuthoredPost[],
    deps: Pick<SourceDeps, 'clock' | 'fetch' | 'signal'>,
  ): Promise<readonly PostCounts[]>;
  /** Requests for threads that the platform's limits leave room for, beside the walk; default 30. */
  readonly followsPerMinute?: number;
}

/** The only error that leaves a source. */
export class SourceError extends Error {
  override readonly name = 'SourceError';
  /** `transient`: try again after `retryAfterMs`; `permanent`: a person must act; `budget`: paused by the money budget. */
  readonly outcome: 'transient' | 'permanent' | 'budget';
  readonly retryAfterMs: number | undefined;

  constructor(
    outcome: 'transient' | 'permanent' | 'budget',
    message: string,
    options: { retryAfterMs?: number | undefined; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.outcome = outcome;
    this.retryAfterMs = options.retryAfterMs;
  }
}
