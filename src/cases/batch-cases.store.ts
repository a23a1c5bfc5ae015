import type { Deletion } from '../domain/post.ts';
import type { Transaction } from '../postgres/database.ts';
import { type Complainant, lockComplainants } from './case.store.ts';
import { type CaseClues, cluesOf, postCluesOf } from './fold-clues.ts';
import type { CaseRow, FoldMention } from './fold-types.ts';
import { readComplainantsOfPosts, readRelatedCases, type ToldPosts } from './related-case.store.ts';

export interface BatchAsk {
  readonly source: string;
  readonly mentions: readonly FoldMention[];
  readonly deletions: readonly Deletion[];
}

/** Posts that a batch tells of without being by their authors, and those whose cases hold them. Locked. */
export interface LockedBatch {
  readonly posts: ToldPosts;
  readonly owners: readonly Complainant[];
}

/**
 * Locks the complainants of a batch, and those of the cases which own accounts' posts answer or quote and which
 * deletions take from: until the transaction ends nobody else files a post of theirs.
 */
export const lockBatch = async (
  tx: Transaction,
  { source, mentions, deletions }: BatchAsk,
): Promise<LockedBatch> => {
  const isOwn = ({ mention }: FoldMention): boolean => mention.post.authorRole !== 'customer';
  const own = postCluesOf(mentions.filter(isOwn), () => true);
  const posts = {
    source,
    nativeIds: [...own.nativeIds, ...deletions.flatMap(({ nativeId }) => nativeId ?? [])],
    urls: own.urls,
    authors: deletions.flatMap(({ nativeId, author }) => (nativeId === null ? (author ?? []) : [])),
  };
  const owners = await readComplainantsOfPosts(tx, posts);
  await lockComplainants(tx, [...byPerson([...owners, ...cluesOf(mentions)]).values()]);
  return { posts, owners };
};

/**
 * The cases that these mentions of a locked batch are folded into, or open beside. `isKnown` tells posts of which an
 * earlier revision is filed.
 */
export const readBatchCases = (
  tx: Transaction,
  { posts, owners }: LockedBatch,
  mentions: readonly FoldMention[],
  isKnown: (mention: FoldMention['mention']) => boolean,
): Promise<CaseRow[]> => {
  const ofOwners: CaseClues[] = owners.map(({ brand, complainant }) => ({
    brand,
    complainant,
    threads: [],
    fingerprints: [],
    identifiers: [],
  }));
  const mine = postCluesOf(mentions, isKnown);
  return readRelatedCases(tx, [...byPerson([...ofOwners, ...cluesOf(mentions)]).values()], {
    ...posts,
    nativeIds: [...posts.nativeIds, ...mine.nativeIds],
    urls: [...posts.urls, ...mine.urls],
  });
};

/** The last word about a person counts. */
const byPerson = <T extends Complainant>(people: readonly T[]): ReadonlyMap<string, T> =>
  new Map(people.map((one) => [`${one.brand}\n${one.complainant}`, one]));
