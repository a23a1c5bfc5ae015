/** What a platform said about the audience of one post, still opaque. */
export interface UnreadCounts {
  readonly nativeId: string;
  readonly observedAt: string;
  readonly counts: unknown;
}

/**
 * Seals what platforms said about audiences: counts in, bytes out, nothing read. Pure, and the only file of this room
 * that ingest may import: the split of a mention is the single place where the two halves meet.
 */
export const seal = (samples: readonly UnreadCounts[]): Buffer =>
  Buffer.from(JSON.stringify(samples), 'utf8');
