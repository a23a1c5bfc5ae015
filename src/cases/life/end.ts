import { afterResponse, goOn, startClock } from '../fold-clock.ts';
import type { CaseRow } from '../fold-types.ts';
import type { ActionOutcome, Close, DeskCase, Dismiss, Moment, Reopen, Resolve } from './action-types.ts';
import { clockDeps, closedRefusal, done, endedBefore, refuse, silent } from './outcome.ts';

export const resolve = (state: DeskCase, { note }: Resolve, { now }: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  const after: DeskCase = { ...stopped(state), status: 'resolved', resolvedAt: now };
  return done(after, { ...silent, kind: 'resolved', previous: state.status, value: 'resolved', note });
};

/** What the customer says next opens a linked case. */
export const close = (state: DeskCase, { note }: Close, { now }: Moment): ActionOutcome => {
  if (state.disposition !== null || state.status === 'closed') return refuse(closedRefusal(state));
  if (state.status !== 'resolved') return refuse({ code: 'not_resolved' });
  const after: DeskCase = { ...state, status: 'closed', closedAt: now };
  return done(after, { ...silent, kind: 'closed', previous: 'resolved', value: 'closed', note });
};

/** A dismissed case is closed: what its author says next in the same thread opens a linked one, as the fold wants it. */
export const dismiss = (state: DeskCase, { as, reason }: Dismiss, { now }: Moment): ActionOutcome => {
  if (state.disposition !== null || state.status === 'closed') return refuse(closedRefusal(state));
  const after: DeskCase = { ...stopped(state), status: 'closed', disposition: as, closedAt: now };
  return done(after, { ...silent, kind: 'dismissed', previous: state.status, value: as, note: reason });
};

/**
 * A case that a person opens again is owed an answer and so stands in the queue. What was still owed when it ended has
 * its old deadline again; a customer who had been answered is owed the next answer from this moment on.
 */
export const reopen = (state: DeskCase, { note, goesOnIn }: Reopen, moment: Moment): ActionOutcome => {
  if (state.status !== 'resolved' && state.status !== 'closed') return refuse({ code: 'not_ended' });
  if (goesOnIn !== null) return refuse({ code: 'goes_on', other: goesOnIn });
  const open: DeskCase = { ...state, status: 'open', disposition: null, resolvedAt: null, closedAt: null };
  const after: DeskCase = { ...open, ...owedAgain(open, moment) };
  const previous = state.disposition ?? state.status;
  return done(after, { ...silent, kind: 'reopened', previous, value: 'open', note });
};

const owedAgain = (row: DeskCase, moment: Moment): CaseRow => {
  if (row.isHistory) return row;
  const deps = clockDeps(moment);
  if (row.stoppedDueAt !== null) return goOn(row, row.stoppedDueAt, deps);
  if (row.lastResponseAt === null) return startClock(row, 'first_response', row.openedAt, deps);
  const owed = afterResponse(row, row.lastResponseAt, deps);
  return owed.dueAt === null ? startClock(owed, 'next_response', moment.now, deps) : owed;
};

const stopped = (state: DeskCase): DeskCase => ({
  ...state,
  dueAt: null,
  dueTarget: null,
  stoppedDueAt: state.dueAt ?? state.stoppedDueAt,
  snoozedUntil: null,
});
