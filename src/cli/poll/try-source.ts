import { createWordSieve } from '../../../workers/sieve.ts';
import type { Brand } from '../../domain/brand.ts';
import type { Mention } from '../../domain/post.ts';
import type { SourceQuota } from '../../domain/source-quota.ts';
import { split } from '../../ingest/split.ts';
import { compileWatchList } from '../../ingest/watch-list.ts';
import type { Rejection, Source, SourceDeps } from '../../sources/source.ts';

export interface Tried {
  readonly source: string;
  readonly read: number;
  readonly kept: number;
  /** Posts that are taken back, and authors who left. */
  readonly deletions: number;
  readonly rejected: readonly Rejection[];
  readonly isLast: boolean;
  readonly gap: string | null;
  readonly quota: SourceQuota | null;
  readonly mentions: readonly Mention[];
}

/** Some walks begin with pages that hold nothing yet; after so many of them the source is quiet. */
const mostEmptyPages = 10;

/** The first page that holds something, through the source and the watch-list, and nothing of it is stored, not even how far it was read. */
export const trySource = async (
  source: Source,
  cursor: unknown,
  { brands, ...deps }: SourceDeps & { readonly brands: readonly Brand[] },
): Promise<Tried> => {
  let empty = 0;
  const watchList = compileWatchList(brands);
  const sieve = createWordSieve(brands, watchList);
  for await (const page of source.pages(cursor, { ...deps, sieve })) {
    // A feed that is gone says so after a page that only notes it.
    if (page.events.length === 0 && !page.isLast && empty < mostEmptyPages) {
      empty += 1;
      continue;
    }
    const { mentions, deletions } = split(page.events, {
      source: source.name,
      brands,
      watchList,
      receivedAt: deps.clock.now(),
      isHistory: () => false,
      // A thread that matched before is known to the record only: its replies are counted when they are read for good.
      brandsOfThread: () => [],
      ...(source.ownedBy === undefined ? {} : { concerned: { brands: [source.ownedBy], by: 'own' } }),
    });
    return {
      source: source.name,
      read: page.looked ?? page.events.length,
      kept: mentions.length,
      deletions: deletions.length,
      rejected: page.rejected ?? [],
      isLast: page.isLast,
      gap: page.gap ?? null,
      quota: page.quota ?? null,
      mentions,
    };
  }
  return {
    source: source.name,
    read: 0,
    kept: 0,
    deletions: 0,
    rejected: [],
    isLast: true,
    gap: null,
    quota: null,
    mentions: [],
  };
};
