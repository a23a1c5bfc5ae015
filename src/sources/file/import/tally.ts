import type { PassedOver, Rejection } from '../../source.ts';
import { maxIgnoredKeys, otherKeys } from '../page.ts';
import { createPassedOver } from '../passed-over.ts';

/** What one run of an import did. */
export interface ImportTally {
  /** Lines or records that said something. */
  readonly lines: number;
  /** Posts that the watch-list kept; `kept` counts one that concerns two brands twice. */
  readonly matched: number;
  readonly unmatched: number;
  readonly kept: number;
  readonly rejectedLines: number;
  /** Dated later than a clock may go wrong: they are taken as published when they were read. */
  readonly futureLines: number;
  /** Written within the two days that make an import live. */
  readonly recentPosts: number;
  /** The first 1,000; each page's own are told with the progress. */
  readonly rejected: readonly Rejection[];
  readonly ignoredKeys: Readonly<Record<string, number>>;
  readonly passedOver: readonly PassedOver[];
}

export interface TalliedPage {
  readonly read: number;
  /** Of those read: they match nothing, and are taken all the same. */
  readonly deletions: number;
  readonly kept: number;
  readonly unmatched: number;
  readonly future: number;
  readonly recent: number;
  readonly rejected: readonly Rejection[];
  readonly ignoredKeys: Readonly<Record<string, number>>;
  readonly passedOver: readonly PassedOver[];
}

const maxRejections = 1_000;

export const createTally = (): { add(page: TalliedPage): void; total(): ImportTally } => {
  const sums = {
    lines: 0,
    matched: 0,
    unmatched: 0,
    kept: 0,
    rejectedLines: 0,
    futureLines: 0,
    recentPosts: 0,
  };
  const rejected: Rejection[] = [];
  const ignored = new Map<string, number>();
  const passed = createPassedOver();
  return {
    add: (page) => {
      sums.lines += page.read + page.rejected.length;
      sums.matched += page.read - page.deletions - page.unmatched;
      sums.unmatched += page.unmatched;
      sums.kept += page.kept;
      sums.rejectedLines += page.rejected.length;
      sums.futureLines += page.future;
      sums.recentPosts += page.recent;
      for (const one of page.passedOver) passed.add(one);
      rejected.push(...page.rejected.slice(0, maxRejections - rejected.length));
      for (const [key, count] of Object.entries(page.ignoredKeys)) {
        const name = ignored.has(key) || ignored.size < maxIgnoredKeys ? key : otherKeys;
        ignored.set(name, (ignored.get(name) ?? 0) + count);
      }
    },
    total: () => ({
      ...sums,
      rejected: [...rejected],
      ignoredKeys: Object.fromEntries(ignored),
      passedOver: passed.all(),
    }),
  };
};
