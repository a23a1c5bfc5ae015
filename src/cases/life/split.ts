import type { Category, DangerKind } from '../../domain/classification.ts';
import type { Reason } from '../../domain/decision.ts';
import { maxSeverity } from '../../domain/severity.ts';
import { startClock } from '../fold-clock.ts';
import type { CasePost } from '../fold-types.ts';
import type { DeskCase, Moment, Refusal } from './action-types.ts';
import { isCounsel } from './dispute.ts';
import { earlier, later, union } from './joined-values.ts';
import { clockDeps, endedBefore } from './outcome.ts';

/** A post of the case as it was decided; the case itself holds only what its clocks need. */
export interface SplitPost {
  readonly key: string;
  /** `source|thread`. */
  readonly thread: string;
  /** `postKey` of what it answers. */
  readonly parent: string | null;
  readonly receivedAt: Date;
  readonly danger: DangerKind | null;
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
  readonly identifiers: readonly string[];
}

export interface SplitAsk {
  /** Posts to move; what answers one of them goes with it. */
  readonly keys: readonly string[];
  readonly decided: ReadonlyMap<string, SplitPost>;
  readonly newId: string;
}

export type Split =
  | { readonly kind: 'done'; readonly row: DeskCase; readonly split: DeskCase }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/**
 * Some posts of a case as a case of their own, with the clock that they would have had: from the first of them, at
 * their severity, answered by what was answered after it. The deadline of the case they leave stays where it is while
 * anything in it waits, so that nothing becomes due later by splitting.
 */
export const split = (row: DeskCase, ask: SplitAsk, moment: Moment): Split => {
  const moved = withAnswers(row, ask);
  const refusal = mayNotSplit(row, moved, moment);
  if (refusal !== null) return { kind: 'refused', refusal };
  const stays = row.posts.filter((post) => !moved.includes(post));
  return { kind: 'done', row: remainder(row, stays, ask), split: splitOff(row, moved, { ask, moment }) };
};

const mayNotSplit = (row: DeskCase, moved: readonly CasePost[], moment: Moment): Refusal | null => {
  if (row.mergedInto !== null) return { code: 'merged', other: row.mergedInto };
  if (row.inDispute && !isCounsel(moment)) return { code: 'in_dispute' };
  const ended = endedBefore(row);
  if (ended !== null) return ended;
  if (!moved.some(isCustomers)) return { code: 'splits_nothing' };
  const isLeft = row.posts.some((post) => isCustomers(post) && !moved.includes(post));
  return isLeft ? null : { code: 'splits_all' };
};

const isCustomers = ({ role }: CasePost): boolean => role === 'customer';

/** Own accounts' answers stand behind what they answer, so that one look in their order finds them all. */
const withAnswers = ({ posts }: DeskCase, { keys, decided }: SplitAsk): readonly CasePost[] => {
  const chosen = new Set(keys);
  for (const { key, role } of posts) {
    const parent = decided.get(key)?.parent ?? null;
    if (role !== 'customer' && parent !== null && chosen.has(parent)) chosen.add(key);
  }
  return posts.filter(({ key }) => chosen.has(key));
};

const remainder = (row: DeskCase, posts: readonly CasePost[], { decided }: SplitAsk): DeskCase => {
  const threads = threadsOf(posts, decided);
  const left: DeskCase = {
    ...row,
    posts,
    threads: threads.length === 0 ? row.threads : threads,
    lastPostAt: lastSaid(posts, row.lastPostAt),
  };
  const { lastResponseAt } = row;
  if (row.dueTarget !== 'next_response' || lastResponseAt === null) return left;
  const isOwed = posts.some(({ awaitsAnswer, at }) => awaitsAnswer && at > lastResponseAt);
  const isReopened = row.posts.every(({ clockStart }) => clockStart.getTime() !== row.clockStart.getTime());
  return isOwed || isReopened ? left : { ...left, dueAt: null, dueTarget: null, snoozedUntil: null };
};

interface With {
  readonly ask: SplitAsk;
  readonly moment: Moment;
}

const splitOff = (row: DeskCase, moved: readonly CasePost[], { ask, moment }: With): DeskCase => {
  const { decided, newId } = ask;
  const said = moved.filter(isCustomers);
  const facts = said.flatMap(({ key }) => decided.get(key) ?? []);
  const openedAt = said.map(({ clockStart }) => clockStart).reduce(earlier);
  const severities = said.flatMap(({ severity }) => severity ?? []);
  const severity = severities.length === 0 ? row.severity : severities.reduce(maxSeverity);
  const worst = said.find((post) => post.severity === severity);
  const categories = facts.reduce<readonly Category[]>((all, each) => union(all, each.categories), []);
  const threads = threadsOf(moved, decided);
  const fresh: DeskCase = {
    ...row,
    id: newId,
    source: said[0]?.key.split('|')[0] ?? row.source,
    posts: moved,
    threads: threads.length === 0 ? row.threads : threads,
    linkedTo: null,
    severity,
    danger: facts.reduce<DangerKind | null>((found, { danger }) => found ?? danger, null),
    categories: categories.length === 0 ? row.categories : categories,
    reasons: decided.get(worst?.key ?? '')?.reasons ?? row.reasons,
    identifiers: facts.reduce<readonly string[]>((all, each) => union(all, each.identifiers), []),
    openedAt,
    receivedAt: facts.map(({ receivedAt }) => receivedAt).reduce(earlier, moment.now),
    lastPostAt: lastSaid(moved, openedAt),
    snoozedUntil: null,
    ...answersOf(row, openedAt),
  };
  return { ...fresh, ...clockOf(fresh, said, moment) };
};

/** What was answered before the first of these posts does not answer them. */
const answersOf = (
  { firstResponse, lastResponseAt }: DeskCase,
  openedAt: Date,
): Pick<DeskCase, 'firstResponse' | 'lastResponseAt'> => ({
  firstResponse: firstResponse !== null && firstResponse.at >= openedAt ? firstResponse : null,
  lastResponseAt: lastResponseAt !== null && lastResponseAt >= openedAt ? lastResponseAt : null,
});

const clockOf = (
  row: DeskCase,
  said: readonly CasePost[],
  moment: Moment,
): Pick<DeskCase, 'clockStart' | 'dueAt' | 'dueTarget'> => {
  const deps = clockDeps(moment);
  const { lastResponseAt, openedAt } = row;
  const nothing = { clockStart: openedAt, dueAt: null, dueTarget: null };
  if (row.isHistory) return nothing;
  const waiting = said.filter(
    ({ awaitsAnswer, at }) => awaitsAnswer && (lastResponseAt === null || at > lastResponseAt),
  );
  if (waiting.length === 0) return nothing;
  if (lastResponseAt === null) return startClock(row, 'first_response', openedAt, deps);
  const start = waiting.map(({ clockStart }) => clockStart).reduce(earlier);
  return startClock(row, 'next_response', start, deps);
};

const threadsOf = (posts: readonly CasePost[], decided: SplitAsk['decided']): readonly string[] =>
  posts.reduce<readonly string[]>((all, { key }) => {
    const thread = decided.get(key)?.thread;
    return thread === undefined ? all : union(all, [thread]);
  }, []);

const lastSaid = (posts: readonly CasePost[], otherwise: Date): Date => {
  const times = posts.filter(isCustomers).map(({ at }) => at);
  return times.length === 0 ? otherwise : times.reduce(later);
};
