import type { Rejection, Sieve, SourceDeps, SourcePage } from '../source.ts';
import { type Asked, type BlueskyCursor, findGap } from './cursor.ts';
import type { BlueskyHost } from './hosts.ts';
import { withResolved } from './resolve-handles.ts';
import { nothingSifted, type Sifted, sift } from './sift.ts';
import { pickEvents } from './to-page.ts';
import { type Position, readEvent } from './wire.ts';

/** How long things take; shorter in tests. */
export interface ListenPace {
  /** The cursor is committed at least this often, with and without matches. */
  readonly commitMs: number;
  /** What names a brand waits no longer for others. */
  readonly namedMs: number;
  /** A whole network is never silent for so long: something is wrong between here and there. */
  readonly quietMs: number;
}

export interface Listening {
  readonly host: BlueskyHost;
  readonly isOnlyHost: boolean;
  /** Lower-case, without `@`. */
  readonly ownHandles: ReadonlySet<string>;
  /** Which accounts have them, as far as it was asked for. */
  readonly resolved?: Readonly<Record<string, string>>;
  readonly pace: ListenPace;
  /** The host told something new: it is well. */
  readonly onLife: () => void;
}

type Page = SourcePage<BlueskyCursor>;

/** What came over one connection and is not told yet. */
export interface Walk {
  take(messages: readonly Buffer[]): void;
  waitMs(): number;
  quietForMs(): number;
  /** Whoever took the page may have taken long: that was no silence. */
  goOn(): void;
  hasNew(): boolean;
  isDue(): boolean;
  toPage(): Promise<Page>;
}

interface WalkStart {
  readonly stored: BlueskyCursor | null;
  readonly asked: Asked;
  readonly sieve: Sieve;
  readonly deps: SourceDeps;
}

/** Enough for one batch of the inbox, and little enough that memory stays small while a host replays. */
const MOST_NAMED = 500;
const MOST_IN_THREADS = 2_000;
const MOST_MESSAGES = 10_000;
/** Behind by less, it hears what is said now. */
const CAUGHT_UP_MS = 10_000;

export const createWalk = (listening: Listening, start: WalkStart): Walk => {
  const { pace } = listening;
  let sifted = nothingSifted();
  let state = beginState(start.stored, listening.resolved);
  let heardAt = performance.now();
  let pagedAt = heardAt;
  let namedAt = Number.POSITIVE_INFINITY;
  const dueAt = (): number => Math.min(pagedAt + pace.commitMs, namedAt + pace.namedMs);
  return {
    take: (messages) => {
      heardAt = performance.now();
      state = hear(state, messages, start.asked, listening.host);
      for (const bytes of messages) sift(bytes, sifted, start.sieve);
      if (sifted.named.length > 0) namedAt = Math.min(namedAt, heardAt);
    },
    waitMs: () => {
      const until = Math.min(
        heardAt + pace.quietMs,
        sifted.messages > 0 ? dueAt() : Number.POSITIVE_INFINITY,
      );
      return Math.max(5, until - performance.now());
    },
    quietForMs: () => performance.now() - heardAt,
    goOn: () => {
      heardAt = performance.now();
    },
    hasNew: () => sifted.messages > 0,
    isDue: () => sifted.messages > 0 && (isFull(sifted) || performance.now() >= dueAt()),
    toPage: async () => {
      const done = sifted;
      sifted = nothingSifted();
      namedAt = Number.POSITIVE_INFINITY;
      pagedAt = performance.now();
      const { gap } = state;
      state = settle(state, done, listening);
      if (state.position !== null && state.position.timeUs !== start.stored?.timeUs) listening.onLife();
      return tellPage({ done, gap, state }, listening.host, start);
    },
  };
};

/** Where the connection stands, and what people must hear of it. */
interface WalkState {
  readonly position: Position | null;
  readonly handles: Readonly<Record<string, string>>;
  readonly gap: string | null;
  /** The newest message: its place is read once a page, not once a message. */
  readonly last: Buffer | null;
  readonly isBegun: boolean;
}

const beginState = (stored: BlueskyCursor | null, resolved: Listening['resolved'] = {}): WalkState => ({
  position: stored,
  handles: withResolved(stored?.handles ?? {}, resolved),
  gap: null,
  last: null,
  isBegun: false,
});

const hear = (
  state: WalkState,
  messages: readonly Buffer[],
  asked: Asked,
  { origin }: BlueskyHost,
): WalkState => {
  const heard = { ...state, last: messages.at(-1) ?? state.last };
  if (state.isBegun) return heard;
  const first = messages.map(positionOf).find((position) => position !== null);
  if (first === undefined || first === null) return heard;
  return { ...heard, isBegun: true, gap: findGap(asked, first, origin) };
};

const settle = (state: WalkState, done: Sifted, { ownHandles }: Listening): WalkState => ({
  ...state,
  position: (state.last === null ? null : positionOf(state.last)) ?? state.position,
  handles: learnHandles(state.handles, done.identities, ownHandles),
  gap: null,
});

interface Told {
  readonly done: Sifted;
  readonly gap: string | null;
  readonly state: WalkState;
}

const tellPage = async (
  { done, gap, state }: Told,
  host: BlueskyHost,
  { sieve, deps }: WalkStart,
): Promise<Page> => {
  const { position, handles } = state;
  const events = await pickEvents(done, sieve, (did) => handles[did]);
  const now = deps.clock.now();
  const told = gap ?? done.notices.flatMap((notice) => adviceOf(notice, host))[0];
  return {
    events,
    looked: done.posts,
    cursor: cursorOf(position, { host, handles, now }),
    isLast: isCaughtUp(position, now),
    ...(told === undefined ? {} : { gap: told }),
    rejected: rejections(done),
  };
};

const isFull = ({ named, inThreads, deletions, messages }: Sifted): boolean =>
  named.length >= MOST_NAMED ||
  inThreads.length + deletions.length >= MOST_IN_THREADS ||
  messages >= MOST_MESSAGES;

const positionOf = (bytes: Buffer): Position | null => {
  const event = readEvent(bytes.toString('utf8'));
  return event === null || event.kind === 'notice' ? null : event.position;
};

/** Nothing with a place in the stream came yet: what is said from now on is not to be missed. */
const cursorOf = (
  position: Position | null,
  { host, handles, now }: { host: BlueskyHost; handles: Readonly<Record<string, string>>; now: Date },
): BlueskyCursor => ({
  timeUs: position?.timeUs ?? now.getTime() * 1000,
  seq: position?.seq ?? null,
  host: host.origin,
  wire: host.wire,
  handles,
});

const isCaughtUp = (position: Position | null, now: Date): boolean =>
  position === null || now.getTime() - position.timeUs / 1000 < CAUGHT_UP_MS;

/** Posts tell an id alone. Which handle it has is told when it changes; the brands' own are remembered. */
const learnHandles = (
  known: Readonly<Record<string, string>>,
  told: Sifted['identities'],
  own: ReadonlySet<string>,
): Readonly<Record<string, string>> => {
  let handles = known;
  for (const { did, handle } of told) {
    const name = handle?.toLowerCase();
    const { [did]: _, ...others } = handles;
    if (name !== undefined && own.has(name)) handles = { ...others, [did]: name };
    else if (name !== undefined && did in handles) handles = others;
  }
  return handles;
};

/** That a cursor was too old is a gap even where the first message does not show it; other words are for people. */
const adviceOf = (
  { name, message, isError }: Sifted['notices'][number],
  { origin }: BlueskyHost,
): readonly string[] =>
  name === 'OutdatedCursor' || isError
    ? [`${origin} says ${name}${message === '' ? '' : `: ${message.slice(0, 200)}`}; posts may be missing`]
    : [];

const rejections = ({ unreadable }: Sifted): readonly Rejection[] =>
  Array.from({ length: unreadable }, () => ({ at: 'a message', reason: 'is none that the wire describes' }));
