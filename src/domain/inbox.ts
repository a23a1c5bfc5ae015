import type { Deletion, Mention } from './post.ts';

/** What one row of the inbox holds: up to 500 mentions of one source and the deletions that came with them. */
export interface InboxBatch {
  readonly mentions: readonly Mention[];
  readonly deletions: readonly Deletion[];
}

/** The most that a batch holds: larger ones gain nothing, and a poisoned one takes its neighbours along. */
export const maxBatchEvents = 500;
