import { maxSeverity } from '../../domain/severity.ts';
import { afterResponse, raiseTo } from '../fold-clock.ts';
import type { CasePost } from '../fold-types.ts';
import type { DeskCase, Moment, Refusal } from './action-types.ts';
import { isCounsel } from './dispute.ts';
import { later } from './joined-values.ts';
import { type MergeKept, mergedKeys } from './merge-kept.ts';
import { clockDeps } from './outcome.ts';

/** What only the record knows of the two cases. */
export interface MergeFacts {
  readonly kept: MergeKept;
  /** A case that was merged into the same one after this. */
  readonly laterMerge: string | null;
  /** An open case of the thread of the merged one, which a message opened meanwhile. */
  readonly goesOnIn: string | null;
  /** `source|thread` of a post. */
  readonly threadOf: (postKey: string) => string | null;
}

export type Unmerged =
  | { readonly kind: 'done'; readonly from: DeskCase; readonly into: DeskCase }
  | { readonly kind: 'refused'; readonly caseId: string; readonly refusal: Refusal };

/**
 * Two cases again, as they were: where nothing was said or done since, exactly. What was said since in the threads of
 * the merged case goes with it; an answer that was given since was given to both; what a person changed since at the
 * case that went on stays there.
 */
export const unmerge = (from: DeskCase, into: DeskCase, facts: MergeFacts, moment: Moment): Unmerged => {
  const refusal = mayNotUnmerge(from, into, facts, moment);
  if (refusal !== null) return { kind: 'refused', caseId: from.id, refusal };
  const { kept } = facts;
  const theirs = postsOf(into, facts);
  const mine = into.posts.filter((post) => !theirs.includes(post));
  const isAnswered = !isSame(into.lastResponseAt, kept.after.lastResponseAt);
  const since: Since = {
    answeredAt: isAnswered ? into.lastResponseAt : null,
    firstResponse: isSame(into.firstResponse, kept.after.firstResponse) ? null : into.firstResponse,
    deps: clockDeps(moment),
  };
  const restored: DeskCase = { ...from, ...kept.from, mergedInto: null, posts: theirs };
  return {
    kind: 'done',
    from: withNews(restored, newIn(theirs, kept.posts), since),
    into: left(into, mine, { kept, theirs, since }),
  };
};

interface Parted {
  readonly kept: MergeKept;
  readonly theirs: readonly CasePost[];
  readonly since: Since;
}

/** The case that went on, without the other: a clock that started meanwhile for what stays with it runs on. */
const left = (into: DeskCase, mine: readonly CasePost[], { kept, theirs, since }: Parted): DeskCase => {
  const news = newIn(mine, kept.before.posts);
  const parted: DeskCase = {
    ...into,
    ...valuesBefore(into, kept),
    posts: mine,
    threads: into.threads.filter((thread) => !kept.threads.includes(thread)),
    categories: into.categories.filter((category) => !kept.categories.includes(category)),
    lastPostAt: lastSaid(kept.before.lastPostAt, news),
    stoppedDueAt: isSame(into.stoppedDueAt, kept.after.dueAt) ? kept.before.dueAt : into.stoppedDueAt,
  };
  const isUntouched = news.length === 0 && clockKeys.every((key) => isSame(into[key], kept.after[key]));
  if (isEnded(into)) return { ...parted, dueAt: null, dueTarget: null, snoozedUntil: null };
  if (isUntouched) return parted;
  if (isOwnClock(into, kept, theirs)) return { ...parted, ...clockOf(into) };
  const { severity } = parted;
  const before = { ...parted, ...clockBefore(kept), severity: kept.before.severity };
  const raised: DeskCase = { ...before, ...raiseTo(before, severity, since.deps), severity };
  return withNews(raised, news, since);
};

/** A clock is its start, its deadline and what is owed by it: one that runs on keeps all three. */
const clockOf = ({ clockStart, dueAt, dueTarget }: DeskCase): Partial<DeskCase> => ({
  clockStart,
  dueAt,
  dueTarget,
});

const isOwnClock = (into: DeskCase, { after }: MergeKept, theirs: readonly CasePost[]): boolean =>
  !isSame(into.clockStart, after.clockStart) &&
  theirs.every(({ clockStart }) => !isSame(clockStart, into.clockStart));

const newIn = (posts: readonly CasePost[], before: readonly string[]): readonly CasePost[] =>
  posts.filter(({ key }) => !before.includes(key));

const mayNotUnmerge = (
  from: DeskCase,
  into: DeskCase,
  { laterMerge, goesOnIn }: MergeFacts,
  moment: Moment,
): Refusal | null => {
  if (from.mergedInto !== into.id) return { code: 'not_merged' };
  if (into.mergedInto !== null) return { code: 'merged_later', other: into.id };
  if (laterMerge !== null) return { code: 'merged_later', other: laterMerge };
  if (goesOnIn !== null) return { code: 'goes_on', other: goesOnIn };
  return (from.inDispute || into.inDispute) && !isCounsel(moment) ? { code: 'in_dispute' } : null;
};

/** Those that it had, in their order, then those of its threads that came since. */
const postsOf = (into: DeskCase, { kept, threadOf }: MergeFacts): readonly CasePost[] => {
  const had = kept.posts.flatMap((key) => into.posts.find((post) => post.key === key) ?? []);
  const own = new Set(kept.threads);
  const before = new Set([...kept.posts, ...kept.before.posts]);
  const came = into.posts.filter(({ key }) => !before.has(key) && own.has(threadOf(key) ?? ''));
  return [...had, ...came];
};

const valuesBefore = (into: DeskCase, { before, after }: MergeKept): Partial<DeskCase> =>
  Object.fromEntries(
    mergedKeys.filter((key) => isSame(into[key], after[key])).map((key) => [key, before[key]]),
  );

const clockKeys = ['status', 'clockStart', 'dueAt', 'dueTarget', 'firstResponse', 'lastResponseAt'] as const;

const clockBefore = ({ before }: MergeKept): Partial<DeskCase> => ({
  clockStart: before.clockStart,
  dueAt: before.dueAt,
  dueTarget: before.dueTarget,
  firstResponse: before.firstResponse,
  lastResponseAt: before.lastResponseAt,
});

interface Since {
  readonly answeredAt: Date | null;
  readonly firstResponse: DeskCase['firstResponse'];
  readonly deps: ReturnType<typeof clockDeps>;
}

/** One of the two with what was said and answered since; its own clock goes on where nothing was. */
const withNews = (row: DeskCase, news: readonly CasePost[], since: Since): DeskCase => {
  const worst = news.reduce(
    (worse, { severity }) => (severity === null ? worse : maxSeverity(worse, severity)),
    row.severity,
  );
  const raised: DeskCase = { ...row, ...raiseTo(row, worst, since.deps) };
  const heard = { ...raised, lastPostAt: lastSaid(raised.lastPostAt, news) };
  const answeredAt = since.answeredAt ?? (news.length > 0 ? row.lastResponseAt : null);
  if (answeredAt === null) return heard;
  const answered: DeskCase = { ...heard, ...afterResponse(heard, answeredAt, since.deps) };
  return {
    ...answered,
    firstResponse: heard.firstResponse ?? since.firstResponse ?? answered.firstResponse,
    status: answered.status === 'pending' && answered.dueAt !== null ? 'open' : answered.status,
  };
};

const lastSaid = (before: Date, posts: readonly CasePost[]): Date =>
  posts.filter(({ role }) => role === 'customer').reduce((last, { at }) => later(last, at), before);

const isEnded = ({ status, disposition }: DeskCase): boolean =>
  status === 'resolved' || status === 'closed' || disposition !== null;

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
