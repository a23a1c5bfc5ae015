import type { ActionActivity, ActionOutcome, DeskCase, Moment, Refusal } from './action-types.ts';

export const done = (state: DeskCase, activity: ActionActivity): ActionOutcome => ({
  kind: 'done',
  state,
  activity,
});

export const refuse = (refusal: Refusal): ActionOutcome => ({ kind: 'refused', refusal });

export const unchanged: ActionOutcome = { kind: 'unchanged' };

export const silent = { previous: null, value: null, note: null, isInternal: true } as const;

export const endedBefore = (state: DeskCase): Refusal | null => {
  if (state.status === 'resolved') return { code: 'resolved', since: state.resolvedAt };
  return state.status === 'closed' || state.disposition !== null ? closedRefusal(state) : null;
};

export const closedRefusal = ({ disposition, closedAt }: DeskCase): Refusal =>
  disposition === null
    ? { code: 'closed', since: closedAt }
    : { code: 'dismissed', as: disposition, since: closedAt };

/** What the clocks of the fold need; a person opens no case by acting on one. */
export const clockDeps = ({ now, deadlineOf }: Moment) => ({
  now,
  deadlineOf,
  newCaseId: (): string => {
    throw new Error('a person opens no case by acting on one');
  },
});
