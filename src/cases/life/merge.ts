import { maxSeverity } from '../../domain/severity.ts';
import type { DeskCase, Moment, Refusal } from './action-types.ts';
import { isCounsel } from './dispute.ts';
import { earlier, later, union } from './joined-values.ts';
import { type MergeKept, mergedValuesOf } from './merge-kept.ts';
import { endedBefore } from './outcome.ts';

export type Merged =
  | { readonly kind: 'done'; readonly from: DeskCase; readonly into: DeskCase; readonly kept: MergeKept }
  | { readonly kind: 'refused'; readonly caseId: string; readonly refusal: Refusal };

/**
 * Two cases of one customer go on as one: `into`, which takes the posts, the higher severity and the earlier deadline;
 * `from` keeps everything else of its own and waits to be unmerged. Nothing is computed anew, so no clock moves later.
 */
export const merge = (from: DeskCase, into: DeskCase, moment: Moment): Merged => {
  const refused = mayNotMerge(from, into, moment);
  if (refused !== null) return { kind: 'refused', ...refused };
  const joined = joinedCase(from, into);
  const emptied: DeskCase = {
    ...from,
    mergedInto: into.id,
    posts: [],
    identifiers: [],
    dueAt: null,
    dueTarget: null,
    snoozedUntil: null,
  };
  const kept: MergeKept = {
    posts: from.posts.map(({ key }) => key),
    threads: from.threads.filter((thread) => !into.threads.includes(thread)),
    categories: from.categories.filter((category) => !into.categories.includes(category)),
    from: { dueAt: from.dueAt, dueTarget: from.dueTarget, snoozedUntil: from.snoozedUntil },
    before: { ...mergedValuesOf(into), posts: into.posts.map(({ key }) => key) },
    after: mergedValuesOf(joined),
  };
  return { kind: 'done', from: emptied, into: joined, kept };
};

/** Same words, two customers: two cases (DESIGN.md 2). */
const mayNotMerge = (
  from: DeskCase,
  into: DeskCase,
  moment: Moment,
): { readonly caseId: string; readonly refusal: Refusal } | null => {
  const of = (caseId: string, refusal: Refusal) => ({ caseId, refusal });
  if (from.id === into.id) return of(from.id, { code: 'same_case' });
  for (const { id, mergedInto, inDispute } of [from, into]) {
    if (mergedInto !== null) return of(id, { code: 'merged', other: mergedInto });
    if (inDispute && !isCounsel(moment)) return of(id, { code: 'in_dispute' });
  }
  if (from.brand !== into.brand) return of(from.id, { code: 'other_brand', other: into.id });
  if (from.complainantKey !== into.complainantKey)
    return of(from.id, { code: 'other_customer', other: into.id });
  for (const row of [from, into]) {
    const ended = endedBefore(row);
    if (ended !== null) return of(row.id, ended);
  }
  return null;
};

const joinedCase = (from: DeskCase, into: DeskCase): DeskCase => ({
  ...into,
  ...wordsOf(from, into),
  ...clockOf(from, into),
  ...ownerOf(from, into),
  inDispute: into.inDispute || from.inDispute,
  isHistory: into.isHistory && from.isHistory,
  policy: into.isHistory && !from.isHistory ? from.policy : into.policy,
  openedAt: earlier(into.openedAt, from.openedAt),
  receivedAt: earlier(into.receivedAt, from.receivedAt),
  lastPostAt: later(into.lastPostAt, from.lastPostAt),
});

const wordsOf = (from: DeskCase, into: DeskCase): Partial<DeskCase> => {
  const severity = maxSeverity(from.severity, into.severity);
  return {
    posts: [...into.posts, ...from.posts],
    threads: union(into.threads, from.threads),
    categories: union(into.categories, from.categories),
    identifiers: union(into.identifiers, from.identifiers),
    severity,
    danger: into.danger ?? from.danger,
    reasons: severity === into.severity ? into.reasons : from.reasons,
  };
};

/** One owner: its own, or else that of the case that it takes in. */
const ownerOf = (
  from: DeskCase,
  into: DeskCase,
): Pick<DeskCase, 'assignee' | 'takenAt' | 'firstTakenAt'> => ({
  assignee: into.assignee ?? from.assignee,
  takenAt: into.assignee === null ? from.takenAt : into.takenAt,
  firstTakenAt: into.firstTakenAt ?? from.firstTakenAt,
});

const clockOf = (from: DeskCase, into: DeskCase): Partial<DeskCase> => {
  const { clockStart, dueAt, dueTarget, lastResponseAt } = clockThatStands(from, into);
  const status = dueAt !== null && into.status === 'pending' ? 'open' : into.status;
  const snoozedUntil =
    into.snoozedUntil === null || from.snoozedUntil === null
      ? null
      : earlier(into.snoozedUntil, from.snoozedUntil);
  return { clockStart, dueAt, dueTarget, lastResponseAt, status, snoozedUntil };
};

/**
 * The earlier deadline stands, with the answers of the case that it comes from: what the other one was answered does
 * not answer it. Where neither owes an answer, the last one counts.
 */
const clockThatStands = (
  from: DeskCase,
  into: DeskCase,
): Pick<DeskCase, 'clockStart' | 'dueAt' | 'dueTarget' | 'lastResponseAt'> => {
  if (from.dueAt !== null && (into.dueAt === null || from.dueAt < into.dueAt)) return from;
  if (into.dueAt !== null || from.lastResponseAt === null) return into;
  const lastResponseAt =
    into.lastResponseAt === null ? from.lastResponseAt : later(into.lastResponseAt, from.lastResponseAt);
  return { ...into, lastResponseAt };
};
