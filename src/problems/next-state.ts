import type { ProblemState } from '../domain/problem.ts';
import { assertNever } from '../lib/assert-never.ts';

/** What is known of a problem when something happens to it. No member stands in it, and no member's deadline. */
export interface ProblemStanding {
  readonly state: ProblemState;
  /** When its first member was written. */
  readonly beganMs: number;
  /** When it came into this state. */
  readonly sinceMs: number;
}

export type ProblemEvent =
  /** A complaint became a confirmed member, by a person or by the machine; suggested ones are none. */
  | { readonly kind: 'member'; readonly writtenMs: number; readonly atMs: number }
  /**
   * Another hour is over: how many people joined in each of the hours before, oldest first, at most a week, and in the
   * last one. People, not posts, and never how many saw them.
   */
  | {
      readonly kind: 'hour';
      readonly before: readonly number[];
      readonly last: number;
      readonly atMs: number;
    }
  /** A person looked at it. */
  | { readonly kind: 'reviewed'; readonly atMs: number }
  | { readonly kind: 'resolved'; readonly atMs: number }
  /** A person takes the resolution back. */
  | { readonly kind: 'reopened'; readonly atMs: number }
  /** A problem that was not resolved became a part of it. */
  | { readonly kind: 'joined'; readonly atMs: number }
  /** So many of its members are owed what another one got. */
  | { readonly kind: 'owing'; readonly members: number; readonly atMs: number };

export type StateReason =
  | 'faster_than_usual'
  | 'no_longer_faster'
  | 'old_enough'
  | 'reviewed'
  | 'resolved'
  | 'came_back'
  | 'joined_open'
  | 'owes_again'
  | 'reopened';

export interface StateChange {
  readonly state: ProblemState;
  readonly reason: StateReason;
  readonly values: Readonly<Record<string, number>>;
}

/** Sentry calls an issue new for seven days. */
const newForMs = 7 * 24 * 3_600_000;
/** An hour with fewer people than that is no rush, however quiet it was before. */
const leastPeople = 5;
/** Escalation ends when a day brought no hour above the usual: a night is no end of it. */
const calmForMs = 24 * 3_600_000;

/** The state after the event, with its reason and figures; null where it stays as it is. */
export const nextState = (problem: ProblemStanding, event: ProblemEvent): StateChange | null => {
  switch (event.kind) {
    case 'member':
      return afterMember(problem, event);
    case 'hour':
      return afterHour(problem, event);
    case 'reviewed':
      return problem.state === 'new' || problem.state === 'regressed' ? to('ongoing', 'reviewed') : null;
    case 'resolved':
      return problem.state === 'resolved' ? null : to('resolved', 'resolved');
    case 'reopened':
    case 'joined':
    case 'owing':
      return problem.state === 'resolved' ? backFrom(event) : null;
    default:
      return assertNever(event);
  }
};

/** What ends a resolution beside new members. */
const backFrom = (event: EventOf<'reopened' | 'joined' | 'owing'>): StateChange | null => {
  if (event.kind === 'reopened') return to('ongoing', 'reopened');
  if (event.kind === 'joined') return to('regressed', 'joined_open');
  return event.members > 0 ? to('regressed', 'owes_again', { members: event.members }) : null;
};

type EventOf<Kind extends ProblemEvent['kind']> = Extract<ProblemEvent, { readonly kind: Kind }>;

const to = (state: ProblemState, reason: StateReason, values: StateChange['values'] = {}): StateChange => ({
  state,
  reason,
  values,
});

/** What was written before the resolution, and found after it, does not say that the trouble came back. */
const afterMember = ({ state, sinceMs }: ProblemStanding, { writtenMs }: EventOf<'member'>) =>
  state === 'resolved' && writtenMs > sinceMs ? to('regressed', 'came_back') : null;

const afterHour = (problem: ProblemStanding, { before, last, atMs }: EventOf<'hour'>): StateChange | null => {
  if (problem.state === 'resolved') return null;
  const usual = usualAtMost(before);
  if (last > usual) {
    return problem.state === 'escalating'
      ? null
      : to('escalating', 'faster_than_usual', { people: last, usual });
  }
  if (problem.state === 'escalating') {
    const isCalm = atMs - problem.sinceMs >= calmForMs;
    return isCalm && !rushedLately(before) ? to('ongoing', 'no_longer_faster', { usual }) : null;
  }
  const isOld = problem.state !== 'ongoing' && atMs - Math.max(problem.beganMs, sinceOf(problem)) >= newForMs;
  return isOld ? to('ongoing', 'old_enough') : null;
};

/** A regressed problem is as fresh as its return. */
const sinceOf = ({ state, sinceMs, beganMs }: ProblemStanding): number =>
  state === 'regressed' ? sinceMs : beganMs;

/** One of the last 24 hours was above what had been usual before it. */
const rushedLately = (before: readonly number[]): boolean =>
  before.slice(-24).some((people, index, lately) => {
    const earlier = before.slice(0, before.length - lately.length + index);
    return people > usualAtMost(earlier);
  });

/**
 * How many people an hour at most are usual: Sentry's forecast (peers.md), mean + clamp((mean + 5 sd) / mean, 5, 8) x mean
 * of the hours before, and never less than `leastPeople` - 1.
 */
const usualAtMost = (before: readonly number[]): number => {
  const mean = before.reduce((sum, people) => sum + people, 0) / Math.max(1, before.length);
  if (mean === 0) return leastPeople - 1;
  const variance = before.reduce((sum, people) => sum + (people - mean) ** 2, 0) / before.length;
  const factor = Math.min(8, Math.max(5, (mean + 5 * Math.sqrt(variance)) / mean));
  return Math.max(leastPeople - 1, Math.floor(mean + factor * mean));
};
