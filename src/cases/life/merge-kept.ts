import type { DeskCase } from './action-types.ts';

/** What a merge changes of the case that goes on, beside its posts, threads, categories and identifiers. */
export const mergedKeys = [
  'severity',
  'danger',
  'reasons',
  'status',
  'inDispute',
  'isHistory',
  'policy',
  'openedAt',
  'receivedAt',
  'lastPostAt',
  'clockStart',
  'dueAt',
  'dueTarget',
  'firstResponse',
  'lastResponseAt',
  'snoozedUntil',
  'assignee',
  'takenAt',
  'firstTakenAt',
] as const;

export type MergedValues = Pick<DeskCase, (typeof mergedKeys)[number]>;

/** What unmerging gives back. Posts are named by key; no text, address or identifier of anybody is kept. */
export interface MergeKept {
  /** Of the case that was merged, in their order. */
  readonly posts: readonly string[];
  /** That the other case did not have. */
  readonly threads: readonly string[];
  readonly categories: readonly string[];
  readonly from: Pick<DeskCase, 'dueAt' | 'dueTarget' | 'snoozedUntil'>;
  readonly before: MergedValues & { readonly posts: readonly string[] };
  readonly after: MergedValues;
}

export const writeKept = (kept: MergeKept): string => JSON.stringify(kept);

/** Our own words, written by `writeKept`: they are trusted on the way back. */
export const readKept = (stored: unknown): MergeKept =>
  JSON.parse(JSON.stringify(stored), revive) as MergeKept;

export const mergedValuesOf = (values: MergedValues): MergedValues =>
  Object.fromEntries(mergedKeys.map((key) => [key, values[key]])) as unknown as MergedValues;

const times: ReadonlySet<string> = new Set([
  'openedAt',
  'receivedAt',
  'lastPostAt',
  'clockStart',
  'dueAt',
  'lastResponseAt',
  'snoozedUntil',
  'takenAt',
  'firstTakenAt',
  'at',
]);

const revive = (key: string, value: unknown): unknown =>
  times.has(key) && typeof value === 'string' ? new Date(value) : value;
