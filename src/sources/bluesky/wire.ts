/**
 * `v1`: `/subscribe`, frozen, one JSON object a message. `v2`: `network.bsky.jetstream.subscribeEvents` of 2026, where
 * the same stands in an envelope (facts/sources.md 2).
 */
export type BlueskyWire = 'v1' | 'v2';

/** One message of either wire. `position` is where it stands in the stream; advice and errors stand nowhere. */
export type BlueskyEvent =
  | BlueskyCommit
  | { readonly kind: 'account'; readonly did: string; readonly isGone: boolean; readonly position: Position }
  | {
      readonly kind: 'identity';
      readonly did: string;
      readonly handle: string | null;
      readonly position: Position;
    }
  | { readonly kind: 'other'; readonly position: Position }
  | { readonly kind: 'notice'; readonly isError: boolean; readonly name: string; readonly message: string };

export interface BlueskyCommit {
  readonly kind: 'commit';
  readonly did: string;
  readonly operation: 'create' | 'update' | 'delete';
  readonly collection: string;
  readonly rkey: string;
  /** When the repository was changed, as a TID: the same on every host. */
  readonly rev: string;
  readonly record: unknown;
  readonly position: Position;
}

export interface Position {
  /** When this host witnessed it, in microseconds since 1970; may step back by a few milliseconds. */
  readonly timeUs: number;
  /** v2 alone: counts up on one host, and means nothing on another. */
  readonly seq: number | null;
}

/** A message as it came; null when it is none that either wire describes. */
export const readEvent = (told: string): BlueskyEvent | null => {
  const value = parseOr(told);
  if (!isMap(value)) return null;
  // The proposal of the framing says `event` where the servers say `message`.
  if (value.$type === 'message' || value.$type === 'event') return readPayload(value.payload);
  if (value.$type === 'error') return noticeOf(true, value.error, value.message);
  return readValue(value);
};

/** A v1 event that was parsed already; null when it is none. */
export const readValue = (value: unknown): BlueskyEvent | null => {
  if (!isMap(value)) return null;
  const { did, kind, time_us: timeUs } = value;
  if (!isDid(did) || typeof kind !== 'string' || !isCount(timeUs)) return null;
  return eventOf({ kind, did, position: { timeUs, seq: null } }, value, value.commit);
};

/** Hand-written checks: a network deletes some hundred posts a second while a host replays. */
type Told = Readonly<Record<string, unknown>>;

const isMap = (value: unknown): value is Told =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;

const isDid = (value: unknown): value is string =>
  typeof value === 'string' && value.length < 400 && value.startsWith('did:');

const parseOr = (told: string): unknown => {
  try {
    return JSON.parse(told);
  } catch {
    return undefined;
  }
};

const readPayload = (payload: unknown): BlueskyEvent | null => {
  if (!isMap(payload) || typeof payload.$type !== 'string') return null;
  const kind = payload.$type.slice(payload.$type.indexOf('#') + 1);
  if (kind === 'info') return noticeOf(false, payload.name, payload.message);
  const { did, seq, time } = payload;
  const timeUs = microseconds(time);
  if (!isDid(did) || !isCount(seq) || timeUs === null) return null;
  return eventOf({ kind, did, position: { timeUs, seq } }, payload, payload);
};

const noticeOf = (isError: boolean, name: unknown, message: unknown): BlueskyEvent | null =>
  typeof name === 'string'
    ? { kind: 'notice', isError, name, message: typeof message === 'string' ? message : '' }
    : null;

/** `Date` reads milliseconds only; a cursor is exact to the microsecond. */
const microseconds = (time: unknown): number | null => {
  const ms = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  if (Number.isNaN(ms)) return null;
  const fraction = /\.(\d+)/.exec(time as string)?.[1] ?? '';
  return Math.floor(ms / 1000) * 1_000_000 + Number(fraction.padEnd(6, '0').slice(0, 6));
};

interface Head {
  readonly kind: string;
  readonly did: string;
  readonly position: Position;
}

/** A kind that is new, or whose part is of another shape, still stands somewhere in the stream. */
const eventOf = ({ kind, did, position }: Head, told: Told, commit: unknown): BlueskyEvent => {
  if (kind === 'commit') return commitOf(did, position, commit) ?? { kind: 'other', position };
  const { account, identity } = told;
  if (kind === 'account' && isMap(account))
    return { kind, did, position, isGone: account.active === false && GONE.has(account.status) };
  if (kind === 'identity') {
    const handle = isMap(identity) ? identity.handle : undefined;
    return { kind, did, position, handle: typeof handle === 'string' ? handle : null };
  }
  return { kind: 'other', position };
};

/** Posts of these accounts must go; a person who only deactivated may come back tomorrow (facts/sources.md 2). */
const GONE: ReadonlySet<unknown> = new Set(['deleted', 'takendown', 'suspended']);

const commitOf = (did: string, position: Position, told: unknown): BlueskyCommit | null => {
  if (!isMap(told)) return null;
  const { operation, collection, rkey, rev, record } = told;
  if (operation !== 'create' && operation !== 'update' && operation !== 'delete') return null;
  if (typeof collection !== 'string' || typeof rkey !== 'string' || rkey === '' || typeof rev !== 'string')
    return null;
  return { kind: 'commit', did, operation, collection, rkey, rev, record, position };
};
