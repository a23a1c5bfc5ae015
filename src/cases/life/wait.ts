import type { ActionOutcome, DeskCase, Moment, Resume, Snooze, Wait } from './action-types.ts';
import { done, endedBefore, refuse, silent, unchanged } from './outcome.ts';

/** Minutes before its deadline in which no case sleeps: there must be time left to answer in. */
export const awakeBeforeDueMs = 15 * 60_000;

/** No status stops a clock: the customer waits on, whoever we wait for. */
export const wait = (state: DeskCase, { as, reason }: Wait): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  if (state.status === as) return unchanged;
  return done(
    { ...state, status: as },
    { ...silent, kind: as, previous: state.status, value: as, note: reason },
  );
};

/** Ends a waiting, a sleep, or both. */
export const resume = (state: DeskCase, { note }: Resume, { now }: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  const isWaiting = state.status === 'pending' || state.status === 'on_hold';
  if (!isWaiting && !sleeps(state, now)) return refuse({ code: 'not_waiting' });
  const after: DeskCase = { ...state, status: isWaiting ? 'open' : state.status, snoozedUntil: null };
  return done(after, { ...silent, kind: 'resumed', previous: state.status, value: after.status, note });
};

/**
 * Out of sight until then, with its deadline where it is: at the latest it is back a quarter of an hour before that
 * passes, whatever was asked for; the customer's next message wakes it at once (`afterMessage` of the fold).
 */
export const snooze = (state: DeskCase, { until, reason }: Snooze, { now }: Moment): ActionOutcome => {
  const ended = endedBefore(state);
  if (ended !== null) return refuse(ended);
  if (until <= now) return refuse({ code: 'snooze_in_past', at: until });
  if (state.dueAt === null) return refuse({ code: 'not_queued' });
  const latest = state.dueAt.getTime() - awakeBeforeDueMs;
  if (latest <= now.getTime()) return refuse({ code: 'due_too_soon', at: state.dueAt });
  const snoozedUntil = new Date(Math.min(until.getTime(), latest));
  const previous = state.snoozedUntil?.toISOString() ?? null;
  const value = snoozedUntil.toISOString();
  return done({ ...state, snoozedUntil }, { ...silent, kind: 'snoozed', previous, value, note: reason });
};

/** A sleep ends by itself, and before a deadline that moved meanwhile. */
export const sleeps = (
  { snoozedUntil, dueAt }: Pick<DeskCase, 'snoozedUntil' | 'dueAt'>,
  now: Date,
): boolean =>
  snoozedUntil !== null &&
  snoozedUntil > now &&
  (dueAt === null || dueAt.getTime() - awakeBeforeDueMs > now.getTime());
