import { type InboxBatch, maxBatchEvents } from '../domain/inbox.ts';
import type { Mention } from '../domain/post.ts';
import { seal, type UnreadCounts } from '../reach/seal.ts';
import { newBatchId, type PackedBatch } from './inbox.store.ts';
import { encodeBatch, pack } from './inbox-codec.ts';
import type { Halves } from './split.ts';

/** Packs the two halves of a page into inbox rows of at most 500 events, before any transaction begins. */
export const packPage = async (
  { mentions, deletions, counts }: Halves,
  traceId: string,
): Promise<PackedBatch[]> => {
  const countsOf = new Map(counts.map((sample) => [sample.nativeId, sample]));
  const parts = chunk(mentions, maxBatchEvents);
  if (parts.length === 0 && deletions.length > 0) parts.push([]);
  return Promise.all(
    parts.map((part, index) =>
      packBatch({ mentions: part, deletions: index === 0 ? deletions : [] }, countsOf, `${traceId}-${index}`),
    ),
  );
};

const packBatch = async (
  batch: InboxBatch,
  countsOf: ReadonlyMap<string, UnreadCounts>,
  traceId: string,
): Promise<PackedBatch> => {
  const samples = [...new Set(batch.mentions.map((mention) => mention.post.nativeId))].flatMap(
    (id) => countsOf.get(id) ?? [],
  );
  return {
    batchId: newBatchId(),
    traceId,
    events: batch.mentions.length + batch.deletions.length,
    parents: missingParents(batch.mentions),
    payload: await encodeBatch(batch),
    sealed: samples.length === 0 ? null : await pack(seal(samples)),
    isHistory: batch.mentions.length > 0 && batch.mentions.every((mention) => mention.isHistory),
  };
};

/** Posts that this batch answers and does not hold: their words and verdicts are read before it is classified. */
const missingParents = (mentions: readonly Mention[]): string[] => {
  const own = new Set(mentions.map((mention) => mention.post.nativeId));
  const parents = new Set<string>();
  for (const { post } of mentions) {
    // An own account that names no post answers the one that began the thread.
    const answered = post.parent ?? (post.authorRole === 'customer' ? null : post.thread);
    if (answered !== null && !own.has(answered)) parents.add(answered);
  }
  return [...parents];
};

const chunk = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
