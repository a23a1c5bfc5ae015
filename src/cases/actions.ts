import { afterResponse, startClock } from './fold-clock.ts';
import type { CaseResponse, CaseRow, DeadlineAsk, Disposition } from './fold-types.ts';

/**
 * What a person does to a case. Pure: the case in, the next case and what is written down about it out, or a refusal
 * with its reason. No action changes a severity or lengthens a deadline, and none knows anything of reach.
 */
export const act = (state: DeskCase, action: CaseAction, moment: Moment): ActionOutcome => {
  const refusal = standsApart(state);
  if (refusal !== null) return refuse(refusal);
  switch (action.kind) {
    case 'take':
      return take(state, action, moment);
    case 'answered':
      return answer(state, action, moment);
    case 'note':
      return done(state, { ...silent, kind: 'note', note: action.text, isInternal: !action.isPublic });
    case 'resolve':
      return resolve(state, action, moment);
    case 'dismiss':
      return dismiss(state, action, moment);
    case 'reopen':
      return reopen(state, action, moment);
  }
};

/** A merged case goes on in another one; a case in dispute is for counsel only (DESIGN.md 4). */
const standsApart = (state: DeskCase): Refusal | null => {
  if (state.mergedInto !== null) return { code: 'merged', other: state.mergedInto };
  return state.inDispute ? { code: 'in_dispute' } : null;
};

const take = (state: DeskCase, { takeOver }: Take, { actor, now }: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  if (state.assignee === actor) return { kind: 'unchanged' };
  if (state.assignee !== null && !takeOver)
    return refuse({ code: 'taken', by: state.assignee, since: state.takenAt });
  const after: DeskCase = {
    ...state,
    status: state.status === 'new' ? 'open' : state.status,
    assignee: actor,
    takenAt: now,
    firstTakenAt: state.firstTakenAt ?? now,
  };
  return done(after, { ...silent, kind: 'taken', previous: state.assignee, value: actor });
};

/**
 * An answer that somebody gave elsewhere. It answers all that was said before it; a later message keeps or starts the
 * clock of the next answer. A response that the platform told stays what it is: the platform's time wins.
 */
const answer = (state: DeskCase, { at, note }: Answered, moment: Moment): ActionOutcome => {
  if (state.disposition !== null || state.status === 'closed') return refuse(closedRefusal(state));
  if (at > moment.now) return refuse({ code: 'answer_in_future', at });
  const asked = firstAsked(state);
  if (at < asked) return refuse({ code: 'answer_before_post', at, since: asked });
  const answered = afterResponse(state, at, clockDeps(moment));
  const after: DeskCase = {
    ...state,
    ...answered,
    firstResponse: firstOf(state.firstResponse, { at, via: 'agent_mark', actor: moment.actor }),
    status: statusAfterAnswer(state, answered.dueAt !== null),
  };
  const previous = state.dueAt?.toISOString() ?? null;
  return done(after, { ...silent, kind: 'answered', previous, value: at.toISOString(), note });
};

const statusAfterAnswer = (state: DeskCase, isOwedMore: boolean): DeskCase['status'] => {
  if (state.status === 'new' || state.status === 'open') return isOwedMore ? 'open' : 'pending';
  return state.status;
};

const firstOf = (known: CaseResponse | null, mark: CaseResponse): CaseResponse =>
  known === null || (known.via === 'agent_mark' && mark.at < known.at) ? mark : known;

const firstAsked = ({ posts, openedAt }: DeskCase): Date => {
  const times = posts.filter(({ role }) => role === 'customer').map(({ at }) => at.getTime());
  return times.length === 0 ? openedAt : new Date(Math.min(...times));
};

const resolve = (state: DeskCase, { note }: Resolve, { now }: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  const after: DeskCase = { ...stopped(state), status: 'resolved', resolvedAt: now };
  return done(after, { ...silent, kind: 'resolved', previous: state.status, value: 'resolved', note });
};

/** A dismissed case is closed: what its author says next in the same thread opens a linked one, as the fold wants it. */
const dismiss = (state: DeskCase, { as, reason }: Dismiss, { now }: Moment): ActionOutcome => {
  if (state.disposition !== null || state.status === 'closed') return refuse(closedRefusal(state));
  const after: DeskCase = { ...stopped(state), status: 'closed', disposition: as, closedAt: now };
  return done(after, { ...silent, kind: 'dismissed', previous: state.status, value: as, note: reason });
};

/**
 * A case that a person opens again is owed an answer and so stands in the queue. What was still owed when it ended has
 * its old deadline again; a customer who had been answered is owed the next answer from this moment on.
 */
const reopen = (state: DeskCase, { note, goesOnIn }: Reopen, moment: Moment): ActionOutcome => {
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
  if (row.lastResponseAt === null) return startClock(row, 'first_response', row.openedAt, deps);
  const owed = afterResponse(row, row.lastResponseAt, deps);
  return owed.dueAt === null ? startClock(owed, 'next_response', moment.now, deps) : owed;
};

const stopped = (state: DeskCase): DeskCase => ({
  ...state,
  dueAt: null,
  dueTarget: null,
  snoozedUntil: null,
});

const endedBefore = (state: DeskCase): Refusal | null => {
  if (state.status === 'resolved') return { code: 'resolved', since: state.resolvedAt };
  return state.status === 'closed' || state.disposition !== null ? closedRefusal(state) : null;
};

const closedRefusal = ({ disposition, closedAt }: DeskCase): Refusal =>
  disposition === null
    ? { code: 'closed', since: closedAt }
    : { code: 'dismissed', as: disposition, since: closedAt };

const done = (state: DeskCase, activity: ActionActivity): ActionOutcome => ({
  kind: 'done',
  state,
  activity,
});

const refuse = (refusal: Refusal): ActionOutcome => ({ kind: 'refused', refusal });

const clockDeps = ({ now, deadlineOf }: Moment) => ({
  now,
  deadlineOf,
  newCaseId: (): string => {
    throw new Error('a person opens no case by acting on one');
  },
});

const silent = { previous: null, value: null, note: null, isInternal: true } as const;

/** A case with what only people write: who works on it, and when it was closed. */
export interface DeskCase extends CaseRow {
  readonly assignee: string | null;
  readonly takenAt: Date | null;
  readonly firstTakenAt: Date | null;
  readonly closedAt: Date | null;
}

export interface Moment {
  readonly actor: string;
  readonly now: Date;
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
}

export type CaseAction = Take | Answered | Note | Resolve | Dismiss | Reopen;
interface Take {
  readonly kind: 'take';
  /** Also from somebody who has it. */
  readonly takeOver: boolean;
}
interface Answered {
  readonly kind: 'answered';
  readonly at: Date;
  readonly note: string | null;
}
interface Note {
  readonly kind: 'note';
  readonly text: string;
  readonly isPublic: boolean;
}
interface Resolve {
  readonly kind: 'resolve';
  readonly note: string | null;
}
interface Dismiss {
  readonly kind: 'dismiss';
  readonly as: Disposition;
  readonly reason: string;
}
interface Reopen {
  readonly kind: 'reopen';
  readonly note: string | null;
  /** An open case of the same complainant and thread, which a message opened after this one had ended. */
  readonly goesOnIn: string | null;
}

export type ActionOutcome =
  | { readonly kind: 'done'; readonly state: DeskCase; readonly activity: ActionActivity }
  | { readonly kind: 'unchanged' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface ActionActivity {
  readonly kind: 'taken' | 'answered' | 'note' | 'resolved' | 'dismissed' | 'reopened';
  readonly previous: string | null;
  readonly value: string | null;
  readonly note: string | null;
  readonly isInternal: boolean;
}

/** Said by `refusalText`. Names and times are for whoever asked, never for a report. */
export type Refusal =
  | { readonly code: 'merged' | 'goes_on'; readonly other: string }
  | { readonly code: 'in_dispute' | 'not_ended' }
  | { readonly code: 'taken'; readonly by: string; readonly since: Date | null }
  | { readonly code: 'resolved' | 'closed'; readonly since: Date | null }
  | { readonly code: 'dismissed'; readonly as: Disposition; readonly since: Date | null }
  | { readonly code: 'answer_in_future'; readonly at: Date }
  | { readonly code: 'answer_before_post'; readonly at: Date; readonly since: Date };
