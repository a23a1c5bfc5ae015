import type { ActionOutcome, Assign, DeskCase, Moment, Release, Take } from './action-types.ts';
import { done, endedBefore, refuse, silent, unchanged } from './outcome.ts';

/** A case has one owner or none: whoever has it keeps it until it is handed on, released or taken over by name. */
export const take = (state: DeskCase, { takeOver }: Take, moment: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  if (state.assignee === moment.actor) return unchanged;
  if (state.assignee !== null && !takeOver) return refuse(takenBy(state, state.assignee));
  const after = givenTo(state, moment.actor, moment.now);
  return done(after, { ...silent, kind: 'taken', previous: state.assignee, value: moment.actor });
};

/** Whoever has a case may hand it on; what nobody has may be given to anybody. */
export const assign = (state: DeskCase, { to, takeOver }: Assign, moment: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  if (state.assignee === to) return unchanged;
  const isAnothers = state.assignee !== null && state.assignee !== moment.actor;
  if (isAnothers && !takeOver) return refuse(takenBy(state, state.assignee));
  const after = givenTo(state, to, moment.now);
  return done(after, { ...silent, kind: 'assigned', previous: state.assignee, value: to });
};

export const release = (state: DeskCase, { takeOver, note }: Release, { actor }: Moment): ActionOutcome => {
  const { assignee } = state;
  if (assignee === null) return refuse({ code: 'not_taken' });
  if (assignee !== actor && !takeOver) return refuse(takenBy(state, assignee));
  return done(givenBack(state), { ...silent, kind: 'released', previous: assignee, note });
};

/** Nobody's, at the desk of nobody: it stands in the queue again. */
export const givenBack = (state: DeskCase): DeskCase => ({ ...state, assignee: null, takenAt: null });

const givenTo = (state: DeskCase, assignee: string, now: Date): DeskCase => ({
  ...state,
  status: state.status === 'new' ? 'open' : state.status,
  assignee,
  takenAt: now,
  firstTakenAt: state.firstTakenAt ?? now,
});

const takenBy = ({ takenAt }: DeskCase, by: string) => ({ code: 'taken', by, since: takenAt }) as const;
