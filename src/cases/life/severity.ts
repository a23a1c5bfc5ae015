import { severityRank } from '../../domain/severity.ts';
import { raiseTo, startClock } from '../fold-clock.ts';
import type { ActionOutcome, ChangeSeverity, DeskCase, Moment } from './action-types.ts';
import { clockDeps, done, endedBefore, refuse, silent, unchanged } from './outcome.ts';

/**
 * A person says what is at stake. Up, the deadline only moves earlier; down, it is the one that the lower severity would
 * have had from the beginning, but a deadline that has passed stays missed. New words of the customer may raise it again.
 */
export const changeSeverity = (
  state: DeskCase,
  { to, reason }: ChangeSeverity,
  moment: Moment,
): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  if (to === state.severity) return unchanged;
  const isUp = severityRank(to) > severityRank(state.severity);
  if (!isUp && state.danger !== null && moment.clearances?.includes('danger') !== true)
    return refuse({ code: 'danger_stays' });
  const after = isUp ? { ...state, ...raiseTo(state, to, clockDeps(moment)) } : lowered(state, to, moment);
  return done(after, {
    ...silent,
    kind: 'severity_changed',
    previous: state.severity,
    value: to,
    note: reason,
  });
};

const lowered = (state: DeskCase, to: DeskCase['severity'], moment: Moment): DeskCase => {
  const after = { ...state, severity: to };
  const { dueAt, dueTarget, clockStart } = state;
  if (dueAt === null || dueTarget === null || dueAt <= moment.now) return after;
  const due = startClock(after, dueTarget, clockStart, clockDeps(moment)).dueAt;
  return due !== null && due > dueAt ? { ...after, dueAt: due } : after;
};
