import type { RawEvent } from '../../domain/raw-mention.ts';

/** What one JSON value of a platform tells. */
export interface RecordedReading {
  readonly events: readonly RawEvent[];
  /** Why what looks like a post could not be read. A value without posts (a profile, a heartbeat, a count) is no fault. */
  readonly refused: readonly string[];
  /** What was left out as its authors wish, by reason: no fault of the file. */
  readonly passedOver?: readonly string[];
}

/** One JSON value as the platform sends it, through the same mapping as its source. Never throws, whatever comes. */
export type ReadRecorded = (value: unknown) => RecordedReading;

/** Told nothing of posts. */
export const nothingRecorded: RecordedReading = { events: [], refused: [] };
