import { createHash } from 'node:crypto';
import type { Alert } from '../domain/alert.ts';
import type { Route } from './policy.ts';

/** One row: what a group has told in a channel and what waits. Times are ISO 8601 UTC as `toISOString` writes them. */
export interface GroupState {
  readonly groupKey: string;
  readonly channel: string;
  readonly members: readonly GroupMember[];
  readonly firstAt: string;
  readonly lastFlushAt: string | null;
  /** When the runner must look again; jobs only wake it. */
  readonly nextFlushAt: string;
}

/** An alert in a group. It refers to the outbox row: text is never copied here. */
export interface GroupMember {
  readonly alertId: string;
  readonly kind: Alert['kind'];
  readonly caseId: string | null;
  readonly raisedAt: string;
  /** How often a message has told of it; a repetition is a new message and needs an id of its own. */
  readonly timesTold: number;
  readonly toldAt: string | null;
}

/** What the mechanism decided, why, and the row to keep; a null row is deleted. */
export type GroupStep =
  | { readonly kind: 'flush'; readonly reason: FlushReason; readonly flush: Flush; readonly next: GroupState }
  | { readonly kind: 'hold'; readonly reason: HoldReason; readonly next: GroupState }
  | { readonly kind: 'done'; readonly reason: 'nothing_left'; readonly next: null };

export type FlushReason = 'first' | 'group_full' | 'group_interval_over' | 'repeat_interval_over';
export type HoldReason = 'group_wait' | 'group_interval' | 'repeat_interval';

/** A message to freeze. The same members told for the same time give the same id, in every process. */
export interface Flush {
  readonly id: string;
  readonly channel: string;
  readonly groupKey: string;
  /** Of the group while it lives: its messages hang together where the channel can. */
  readonly thread: string;
  readonly memberIds: readonly string[];
  /** 1: told for the first time. */
  readonly turn: number;
  /** When it should have gone: an outage shows in how long ago that was. */
  readonly dueAt: string;
}

export interface GroupMoment {
  readonly route: Route;
  /** ISO 8601 UTC. */
  readonly now: string;
  /** A case that somebody has taken or answered is not told again. */
  readonly isHandled: (caseId: string) => boolean;
  /** What keeps a member from being told again; none: nothing does. */
  readonly quietOf?: (member: GroupMember) => Quiet | null;
}

/** Both ISO 8601 UTC. */
export interface Quiet {
  /** End of a silence that is in force. */
  readonly silencedUntil: string | null;
  /** Somebody said that he looks after it. When this is over and nobody took the case it is told again at once. */
  readonly acknowledgedUntil: string | null;
}

export const emptyGroup = (groupKey: string, channel: string, now: string): GroupState => ({
  groupKey,
  channel,
  members: [],
  firstAt: now,
  lastFlushAt: null,
  nextFlushAt: now,
});

/**
 * A repetition names those that wait longest; the summary has the others. Were all kept, every plan would read and write
 * each alert that was ever told and not handled.
 */
export const repeatedAtMost = 500;

/**
 * As many alerts wait for group_interval; then they are told. A flood of seventy thousand in five minutes became one
 * message that no reader could use, whose words took two gigabytes to freeze.
 */
export const waitAtMost = 2_000;

/** Takes new alerts into a group and says whether its message goes now. Pure: the clock is the moment's `now`. */
export const advanceGroup = (
  state: GroupState,
  arrivals: readonly GroupMember[],
  moment: GroupMoment,
): GroupStep => {
  const known = new Set(state.members.map(({ alertId }) => alertId));
  const members = [...state.members, ...arrivals.filter(({ alertId }) => !known.has(alertId))];
  const waiting = members.filter(({ toldAt }) => toldAt === null);
  const unhandled = members.filter((member) => repeats(member, moment)).slice(0, repeatedAtMost);
  const group = { ...state, members: [...waiting, ...unhandled] };

  const repeatAt = earliestRepeat(unhandled, moment);
  if (repeatAt !== null && repeatAt <= moment.now) {
    const told = group.members.filter((member) => !isQuiet(member, moment));
    return flushed(group, told, { ...moment, reason: 'repeat_interval_over', dueAt: repeatAt });
  }
  const flushAt = waiting.length > 0 ? flushTime(state, waiting, moment.route) : null;
  if (flushAt !== null && flushAt <= moment.now) {
    const reason = state.lastFlushAt === null ? 'first' : 'group_interval_over';
    return flushed(group, waiting, { ...moment, reason, dueAt: flushAt });
  }
  if (waiting.length >= waitAtMost)
    return flushed(group, waiting, { ...moment, reason: 'group_full', dueAt: moment.now });
  return held(group, { flushAt, repeatAt }, moment);
};

/** The first message waits group_wait from the first waiting alert; the next ones keep group_interval between them. */
const flushTime = (state: GroupState, waiting: readonly GroupMember[], route: Route): string => {
  const raised = least(waiting.map(({ raisedAt }) => Date.parse(raisedAt))) + route.groupWaitMs;
  const spaced = state.lastFlushAt === null ? 0 : Date.parse(state.lastFlushAt) + route.groupIntervalMs;
  return new Date(Math.max(raised, spaced)).toISOString();
};

const repeats = ({ toldAt, caseId }: GroupMember, { route, isHandled }: GroupMoment): boolean =>
  toldAt !== null && route.repeatIntervalMs !== null && caseId !== null && !isHandled(caseId);

interface Due extends GroupMoment {
  readonly reason: FlushReason;
  readonly dueAt: string;
}

const flushed = (group: GroupState, told: readonly GroupMember[], due: Due): GroupStep => {
  const { groupKey, channel } = group;
  const turn = told.reduce((most, { timesTold }) => Math.max(most, timesTold), 0) + 1;
  const memberIds = told.map(({ alertId }) => alertId);
  const id = notificationId(
    channel,
    groupKey,
    told.map(({ alertId, timesTold }) => `${alertId}:${timesTold}`),
  );
  const flush = { id, channel, groupKey, thread: threadOf(group), memberIds, turn, dueAt: due.dueAt };
  const isTold = new Set(told);
  const members = group.members.map((member) =>
    isTold.has(member) ? { ...member, toldAt: due.now, timesTold: member.timesTold + 1 } : member,
  );
  const next = { ...group, members, lastFlushAt: due.now, nextFlushAt: afterFlush(members, due) };
  return { kind: 'flush', reason: due.reason, flush, next };
};

const afterFlush = (members: readonly GroupMember[], due: Due): string => {
  const { route, now } = due;
  const told = members.filter(({ caseId }) => caseId !== null);
  const repeatAt = route.repeatIntervalMs === null ? null : earliestRepeat(told, due);
  return repeatAt ?? later(now, route.groupIntervalMs);
};

const held = (
  group: GroupState,
  { flushAt, repeatAt }: { flushAt: string | null; repeatAt: string | null },
  { route, now }: GroupMoment,
): GroupStep => {
  if (flushAt !== null) {
    const reason = group.lastFlushAt === null ? 'group_wait' : 'group_interval';
    return {
      kind: 'hold',
      reason,
      next: { ...group, nextFlushAt: repeatAt !== null && repeatAt < flushAt ? repeatAt : flushAt },
    };
  }
  if (repeatAt !== null)
    return { kind: 'hold', reason: 'repeat_interval', next: { ...group, nextFlushAt: repeatAt } };
  // The row outlives its last message for group_interval: it alone knows that the next alert has to wait.
  const forgetAt = group.lastFlushAt === null ? now : later(group.lastFlushAt, route.groupIntervalMs);
  if (forgetAt <= now) return { kind: 'done', reason: 'nothing_left', next: null };
  return { kind: 'hold', reason: 'group_interval', next: { ...group, nextFlushAt: forgetAt } };
};

/** When the first of the members that have been told is to be told again. */
const earliestRepeat = (members: readonly GroupMember[], moment: GroupMoment): string | null => {
  const times = members.flatMap((member) => {
    const at = repeatTime(member, moment);
    return at === null ? [] : [Date.parse(at)];
  });
  return times.length === 0 ? null : new Date(least(times)).toISOString();
};

/** An interval after the telling, or when its acknowledgement has lapsed, but not before a silence ends. */
const repeatTime = (member: GroupMember, { route, quietOf }: GroupMoment): string | null => {
  const { toldAt } = member;
  if (toldAt === null) return null;
  const { silencedUntil, acknowledgedUntil } = quietOf?.(member) ?? unquiet;
  const usual = later(toldAt, route.repeatIntervalMs ?? 0);
  const at = acknowledgedUntil !== null && acknowledgedUntil > toldAt ? acknowledgedUntil : usual;
  return silencedUntil !== null && silencedUntil > at ? silencedUntil : at;
};

const isQuiet = (member: GroupMember, { quietOf, now }: GroupMoment): boolean => {
  const { silencedUntil, acknowledgedUntil } = quietOf?.(member) ?? unquiet;
  const until = [silencedUntil, acknowledgedUntil].filter((time) => time !== null);
  return member.toldAt !== null && until.some((time) => time > now);
};

const unquiet: Quiet = { silencedUntil: null, acknowledgedUntil: null };

/** Spread into `Math.min`, a hundred thousand of them would overflow the stack. */
const least = (times: readonly number[]): number =>
  times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);

const later = (time: string, ms: number): string => new Date(Date.parse(time) + ms).toISOString();

/** Stays the same for the same members in any order; fits the `webhook-id` of Standard Webhooks. */
export const notificationId = (channel: string, groupKey: string, members: readonly string[]): string => {
  const key = JSON.stringify([channel, groupKey, members.toSorted()]);
  return `ntf_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
};

/** A group that was forgotten and comes again begins a new one; 36 signs. */
const threadOf = ({ channel, groupKey, firstAt }: GroupState): string => {
  const key = JSON.stringify([channel, groupKey, firstAt]);
  return `grp_${createHash('sha256').update(key).digest('hex').slice(0, 32)}`;
};
