import { plainUrl } from './fold-ledger.ts';
import { type FoldMention, threadKey } from './fold-types.ts';

/** What leads from a person's new posts to the cases that the fold may choose among: it is read, and nothing else is. */
export interface CaseClues {
  readonly brand: string;
  readonly complainant: string;
  /** As `threadKey`s. */
  readonly threads: readonly string[];
  readonly fingerprints: readonly string[];
  readonly identifiers: readonly string[];
}

/** Clues that are no person's: posts by their native id, and addresses without fragment and closing slash. */
export interface PostClues {
  readonly nativeIds: readonly string[];
  readonly urls: readonly string[];
}

/**
 * One for each person, in the order of their first posts. A message belongs to its thread or nowhere; a complaint also
 * to a case with its text, an identifier of it, or a post that it quotes or links to (`findHome` in fold-match.ts).
 */
export const cluesOf = (mentions: readonly FoldMention[]): readonly CaseClues[] => {
  const people = new Map<string, Collected>();
  for (const { mention, decision, complainantKey, identifiers } of mentions) {
    const { brand, post, fingerprint } = mention;
    if (post.authorRole !== 'customer') continue;
    const key = `${brand}\n${complainantKey}`;
    const clues = people.get(key) ?? collect(brand, complainantKey);
    people.set(key, clues);
    clues.threads.add(threadKey(post.source, post.thread));
    if (decision.kind !== 'complaint') continue;
    clues.fingerprints.add(fingerprint);
    for (const identifier of identifiers) clues.identifiers.add(identifier);
  }
  return [...people.values()].map(({ brand, complainant, threads, fingerprints, identifiers }) => ({
    brand,
    complainant,
    threads: [...threads],
    fingerprints: [...fingerprints],
    identifiers: [...identifiers],
  }));
};

/** What complaints quote and link to, and what own accounts answer; `isKnown` tells posts that were filed before. */
export const postCluesOf = (
  mentions: readonly FoldMention[],
  isKnown: (mention: FoldMention['mention']) => boolean,
): PostClues => {
  const nativeIds = new Set<string>();
  const urls = new Set<string>();
  for (const { mention, decision } of mentions) {
    const { post } = mention;
    const isOwn = post.authorRole !== 'customer';
    if (isKnown(mention)) nativeIds.add(post.nativeId);
    if (isOwn) nativeIds.add(post.parent ?? post.thread);
    if (!isOwn && decision.kind !== 'complaint') continue;
    for (const quoted of [post.parent, post.repostOf]) if (quoted !== null) nativeIds.add(quoted);
    for (const link of post.links) urls.add(plainUrl(link));
  }
  return { nativeIds: [...nativeIds], urls: [...urls] };
};

interface Collected {
  readonly brand: string;
  readonly complainant: string;
  readonly threads: Set<string>;
  readonly fingerprints: Set<string>;
  readonly identifiers: Set<string>;
}

const collect = (brand: string, complainant: string): Collected => ({
  brand,
  complainant,
  threads: new Set(),
  fingerprints: new Set(),
  identifiers: new Set(),
});
