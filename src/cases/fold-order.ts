import type { FoldMention } from './fold-types.ts';

/** When a post was published, never after it was received; when it was received, where the source told no time. */
export const publishedAt = ({ mention }: FoldMention): Date => {
  const received = Date.parse(mention.receivedAt);
  const published = mention.post.publishedAt === null ? Number.NaN : Date.parse(mention.post.publishedAt);
  return new Date(Number.isNaN(published) ? received : Math.min(published, received));
};

/**
 * The order in which a batch is folded, whatever the order of its delivery: by publication, customers before those
 * who answer them, then by source, id, revision and brand. Times are read once each, for sorting compares them often.
 */
export const inOrderOfPublication = (mentions: readonly FoldMention[]): readonly FoldMention[] =>
  mentions
    .map((item) => ({ item, atMs: publishedAt(item).getTime() }))
    .sort((a, b) => a.atMs - b.atMs || byKey(a.item, b.item))
    .map(({ item }) => item);

const byKey = (a: FoldMention, b: FoldMention): number =>
  Number(a.mention.post.authorRole !== 'customer') - Number(b.mention.post.authorRole !== 'customer') ||
  compare(a.mention.post.source, b.mention.post.source) ||
  compare(a.mention.post.nativeId, b.mention.post.nativeId) ||
  a.mention.post.revision - b.mention.post.revision ||
  compare(a.mention.brand, b.mention.brand);

const compare = (a: string, b: string): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};
