import type { RawEvent } from '../../domain/raw-mention.ts';

/** What one JSON value of a platform tells. */
export interface RecordedReading {
  readonly events: readonly RawEvent[];
  /** Why what looks like a post could not be read. A value without posts (a profile, a heartbeat, a count) is no fault. */
  readonly refused: readonly string[];
  /** What held no words, or was left out as its author wishes, by reason: no fault of the file. */
  readonly passedOver?: readonly string[];
}

/** One JSON value as the platform sends it, through the same mapping as its source. Never throws, whatever comes. */
export type ReadRecorded = (value: unknown) => RecordedReading;

export const lineWithoutPost = 'a line without a post';

/** What the platform sends beside posts: profiles, counts, likes, heartbeats. */
export const withoutPost: RecordedReading = {
  events: [],
  refused: [],
  passedOver: [lineWithoutPost],
};

/** One of several entries that has no words, for example an account. */
export const entryWithoutText = 'an entry without text';
