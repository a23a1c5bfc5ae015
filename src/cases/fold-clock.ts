import { type Severity, severityRank } from '../domain/severity.ts';
import type { CaseRow, FoldDeps, FoldMention, ResponseTarget } from './fold-types.ts';

/** Starts, or starts anew, the clock of a response that is owed. */
export const startClock = (
  row: CaseRow,
  target: ResponseTarget,
  clockStart: Date,
  deps: FoldDeps,
): CaseRow => {
  const { brand, policy, severity } = row;
  const dueAt = deps.deadlineOf({ brand, policy, target, severity, clockStart });
  return { ...row, dueAt, dueTarget: target, clockStart };
};

/**
 * A clock that a person stopped by ending the case goes on: its deadline is where it was, or earlier when more is at
 * stake by now. What was lowered or missed before the end stays so.
 */
export const goOn = (row: CaseRow, stoppedDueAt: Date, deps: FoldDeps): CaseRow => {
  const target = row.lastResponseAt === null ? 'first_response' : 'next_response';
  const anew = startClock(row, target, row.clockStart, deps);
  const dueAt = anew.dueAt !== null && anew.dueAt < stoppedDueAt ? anew.dueAt : stoppedDueAt;
  return { ...anew, dueAt, stoppedDueAt: null };
};

/** A severity that rises wakes a sleeping case, and a running deadline only moves earlier (I7). */
export const raiseTo = (row: CaseRow, severity: Severity, deps: FoldDeps): CaseRow => {
  if (severityRank(severity) <= severityRank(row.severity)) return row;
  const raised = { ...row, severity, snoozedUntil: null };
  if (row.dueAt === null || row.dueTarget === null) return raised;
  const due = startClock(raised, row.dueTarget, row.clockStart, deps).dueAt;
  return due !== null && due.getTime() < row.dueAt.getTime() ? { ...raised, dueAt: due } : raised;
};

/**
 * A customer's message that waits for an answer. It starts the clock of a case known from history only, reopens a
 * resolved case, and after a response starts `next_response`; a clock that runs is left alone (DESIGN.md 4).
 */
export const afterMessage = (row: CaseRow, item: FoldMention, at: Date, deps: FoldDeps): CaseRow => {
  const woken = {
    ...row,
    status: row.status === 'pending' ? ('open' as const) : row.status,
    snoozedUntil: null,
  };
  if (row.isHistory) return beginLive(reopened(woken), item, deps);
  if (row.status === 'resolved') return owedAgain(reopened(woken), item, deps);
  const isAnswered = row.lastResponseAt !== null && at.getTime() > row.lastResponseAt.getTime();
  return row.dueAt === null && isAnswered ? startClock(woken, 'next_response', item.clockStart, deps) : woken;
};

const reopened = (row: CaseRow): CaseRow =>
  row.status === 'resolved' ? { ...row, status: 'open', resolvedAt: null } : row;

const beginLive = (row: CaseRow, item: FoldMention, deps: FoldDeps): CaseRow => {
  const live = { ...row, isHistory: false, policy: item.policy };
  if (row.lastResponseAt !== null) return startClock(live, 'next_response', item.clockStart, deps);
  const receivedAt = new Date(item.mention.receivedAt);
  return startClock(
    { ...live, openedAt: item.clockStart, receivedAt },
    'first_response',
    item.clockStart,
    deps,
  );
};

/** A customer who never had an answer still waits since the beginning. */
const owedAgain = (row: CaseRow, item: FoldMention, deps: FoldDeps): CaseRow => {
  if (row.stoppedDueAt !== null) return goOn(row, row.stoppedDueAt, deps);
  return row.lastResponseAt === null
    ? startClock(row, 'first_response', row.openedAt, deps)
    : startClock(row, 'next_response', item.clockStart, deps);
};

/**
 * A response that was seen in public. It answers all that was said before it; the first message after it, which may
 * have been read before the response was, keeps or starts the `next_response` clock.
 */
export const afterResponse = (row: CaseRow, at: Date, deps: FoldDeps): CaseRow => {
  const isFirst = row.firstResponse === null || at.getTime() < row.firstResponse.at.getTime();
  const lastResponseAt = row.lastResponseAt !== null && row.lastResponseAt > at ? row.lastResponseAt : at;
  const answered: CaseRow = {
    ...row,
    firstResponse: isFirst ? { at, via: 'public_reply_seen', actor: 'support' } : row.firstResponse,
    lastResponseAt,
  };
  const open = firstUnanswered(answered, lastResponseAt);
  if (mayOwe(row) && isOwedSinceReopening(row, lastResponseAt)) return answered;
  if (!mayOwe(row))
    return { ...answered, dueAt: null, dueTarget: null, stoppedDueAt: leftOwed(row, open, lastResponseAt) };
  if (!open) return { ...answered, dueAt: null, dueTarget: null };
  const isRunning = row.dueTarget === 'next_response' && row.clockStart.getTime() === open.getTime();
  return isRunning ? answered : startClock(answered, 'next_response', open, deps);
};

/** Of an ended case: an answer that is known late is one, but not to what was said after it. */
const leftOwed = (row: CaseRow, open: Date | null, answeredAt: Date): Date | null => {
  if (row.lastResponseAt === null) return null;
  const start = row.clockStart.getTime();
  const isOwed = isPosts(row) ? open?.getTime() === start : start > answeredAt.getTime();
  return isOwed ? row.stoppedDueAt : null;
};

const isPosts = ({ posts, clockStart }: CaseRow): boolean =>
  posts.some((post) => post.clockStart.getTime() === clockStart.getTime());

/** The clock of a case that a person opened again is no post's; what was said before then does not answer it. */
const isOwedSinceReopening = (row: CaseRow, answeredAt: Date): boolean =>
  row.dueTarget === 'next_response' && row.clockStart.getTime() > answeredAt.getTime() && !isPosts(row);

const mayOwe = (row: CaseRow): boolean =>
  !row.isHistory && row.status !== 'resolved' && row.status !== 'closed' && row.disposition === null;

const firstUnanswered = (row: CaseRow, since: Date): Date | null => {
  const waiting = row.posts.filter((post) => post.awaitsAnswer && post.at.getTime() > since.getTime());
  const earliest = waiting.sort((a, b) => a.at.getTime() - b.at.getTime())[0];
  return earliest?.clockStart ?? null;
};
