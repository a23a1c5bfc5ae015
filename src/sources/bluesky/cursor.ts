import type { BlueskyWire, Position } from './wire.ts';

/** Where listening stopped. Everything before it was read, or told as a gap. */
export interface BlueskyCursor extends Position {
  /** Origin of the host whose clock and count `position` is by. */
  readonly host: string;
  readonly wire: BlueskyWire;
  /** Handles of the brands' own accounts, by the id that they were last told to belong to. */
  readonly handles: Readonly<Record<string, string>>;
}

/** From where a host is asked to replay, inclusive; null: from now on. */
export interface Asked {
  readonly cursor: number | null;
  /** What must come again if nothing is missing: something no newer than this. */
  readonly known: Position | null;
  readonly isBySeq: boolean;
}

/** A message may carry a time some milliseconds before that of the one ahead of it. */
const REWIND_US = 1_000_000;
/** Clocks of two hosts differ; a minute of all posts is a second's reading. */
const SWITCH_REWIND_US = 60_000_000;

export const askFrom = (
  cursor: BlueskyCursor | null,
  host: { readonly origin: string; readonly wire: BlueskyWire },
  isSeqTooOld = false,
): Asked => {
  if (cursor === null) return { cursor: null, known: null, isBySeq: false };
  const { timeUs, seq } = cursor;
  const known = { timeUs, seq };
  const isSame = cursor.host === host.origin && cursor.wire === host.wire;
  if (isSame && seq !== null && !isSeqTooOld) return { cursor: seq, known, isBySeq: true };
  return { cursor: timeUs - (isSame ? REWIND_US : SWITCH_REWIND_US), known, isBySeq: false };
};

/**
 * What may be missing between the last message that was read and the first of a new connection. A host that no longer
 * has what was asked for begins later and says nothing (v1: 36 hours are kept); one whose clock is behind takes the
 * cursor for the future and begins now. null: they join.
 */
export const findGap = (asked: Asked, first: Position, host: string): string | null => {
  const { known, cursor } = asked;
  if (known === null || cursor === null) return null;
  if (asked.isBySeq && first.seq !== null && known.seq !== null) {
    if (first.seq <= known.seq && first.seq >= cursor) return null;
    return missing(known, first, host);
  }
  if (first.timeUs > known.timeUs) return missing(known, first, host);
  return !asked.isBySeq && first.timeUs < cursor
    ? `posts after ${isoOf(known)} may be missing: the clock of ${host} is behind, and it did not go back to where reading stopped`
    : null;
};

const missing = (known: Position, first: Position, host: string): string =>
  `posts between ${isoOf(known)} and ${isoOf(first)} may be missing: ${host} began there and no longer has what was before`;

const isoOf = ({ timeUs }: Position): string => new Date(Math.floor(timeUs / 1000)).toISOString();
