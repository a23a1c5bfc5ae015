import { isDeepStrictEqual } from 'node:util';
import type { Alert } from '../domain/alert.ts';
import {
  advanceGroup,
  emptyGroup,
  type Flush,
  type FlushReason,
  type GroupMember,
  type GroupState,
  type GroupStep,
  notificationId,
} from './group.ts';
import { channelsOf, type Listener } from './hears.ts';
import { groupKeyOf, isSingle, type NotifyPolicy, type Route, routeOf } from './policy.ts';

/** An outbox row. */
export interface OutboxAlert {
  readonly id: string;
  /** ISO 8601 UTC as `toISOString` writes it. */
  readonly raisedAt: string;
  readonly alert: Alert;
}

export interface PlanInput {
  /** Outbox rows that no plan has seen yet, oldest first. */
  readonly arrivals: readonly OutboxAlert[];
  /** Every group row, or at least those of the arrivals' cases and those whose nextFlushAt has come. */
  readonly states: readonly GroupState[];
  readonly listeners: readonly Listener[];
  readonly policy: NotifyPolicy;
  readonly now: string;
  readonly isHandled: (caseId: string) => boolean;
}

/** What one transaction writes: notifications to freeze, group rows that changed and those to delete, and what is not sent and why. */
export interface Plan {
  readonly flushes: readonly PlannedFlush[];
  readonly states: readonly GroupState[];
  readonly finished: readonly Pick<GroupState, 'groupKey' | 'channel'>[];
  readonly unsent: readonly Unsent[];
}
export interface PlannedFlush extends Flush {
  readonly kind: 'alerts' | 'catch_up';
  readonly reason: FlushReason;
}
/** `superseded`: a newer alert of the same case says more. `no_channel`: nobody listens, and doctor must say so. */
export interface Unsent {
  readonly alertId: string;
  readonly reason: 'summary_only' | 'superseded' | 'no_channel';
}

/** Routes new alerts to channels, advances every group, and joins what an outage has delayed. Pure. */
export const planNotifications = (input: PlanInput): Plan => {
  const { heard, unsent } = route(input);
  const groups = supersede(gather(input, heard), heard);
  const steps = groups.active.map((group) => ({ group, step: advance(group, input) }));
  const stored = new Map(input.states.map((state) => [keyOf(state), state]));
  return {
    flushes: joinLate(steps, input),
    states: steps.flatMap(({ step: { next } }) =>
      next === null || isDeepStrictEqual(next, stored.get(keyOf(next))) ? [] : [next],
    ),
    finished: steps.flatMap(({ group, step }) => (step.next === null ? [identityOf(group.state)] : [])),
    unsent: [...unsent, ...groups.superseded.map((alertId) => ({ alertId, reason: 'superseded' as const }))],
  };
};

/** Alerts that are alike in kind, brand, severity and danger. */
export interface LaterAlerts {
  readonly sample: Alert;
  readonly count: number;
}

/** How many of them these listeners would find in a catch-up message: critical cases and danger are told singly. */
export const countLater = (
  later: readonly LaterAlerts[],
  { policy, listeners }: Pick<PlanInput, 'policy' | 'listeners'>,
): number =>
  later.reduce((sum, { sample, count }) => {
    const found = routeOf(sample, policy.routes);
    if (found === null || isSingle(found)) return sum;
    return channelsOf(sample, found.hearing, listeners).length === 0 ? sum : sum + count;
  }, 0);

interface Heard extends OutboxAlert {
  readonly route: Route;
  readonly channels: readonly string[];
}
interface Group {
  readonly state: GroupState;
  readonly route: Route;
  readonly arrivals: readonly GroupMember[];
}

const route = (input: PlanInput): { heard: readonly Heard[]; unsent: readonly Unsent[] } => {
  const heard: Heard[] = [];
  const unsent: Unsent[] = [];
  for (const arrival of input.arrivals) {
    const found = routeOf(arrival.alert, input.policy.routes);
    const channels = found === null ? [] : channelsOf(arrival.alert, found.hearing, input.listeners);
    if (found === null) unsent.push({ alertId: arrival.id, reason: 'summary_only' });
    else if (channels.length === 0) unsent.push({ alertId: arrival.id, reason: 'no_channel' });
    else heard.push({ ...arrival, route: found, channels });
  }
  return { heard, unsent };
};

const gather = ({ states, now, policy }: PlanInput, heard: readonly Heard[]): readonly Group[] => {
  const groups = new Map<string, Group & { arrivals: GroupMember[] }>();
  for (const state of states) {
    const known = policy.routes.find(({ name }) => state.groupKey.startsWith(`${name}:`)) ?? goneRoute;
    groups.set(keyOf(state), { state, route: known, arrivals: [] });
  }
  for (const arrival of heard) {
    const groupKey = groupKeyOf(arrival.route, arrival.alert);
    for (const channel of arrival.channels) {
      const group = groups.get(keyOf({ channel, groupKey })) ?? {
        state: emptyGroup(groupKey, channel, now),
        route: arrival.route,
        arrivals: [],
      };
      group.arrivals.push(memberOf(arrival));
      groups.set(keyOf({ channel, groupKey }), group);
    }
  }
  return [...groups.values()];
};

const keyOf = ({ channel, groupKey }: Pick<GroupState, 'channel' | 'groupKey'>): string =>
  JSON.stringify([channel, groupKey]);

/** A route that left the configuration while alerts waited in it: they go at once. */
const goneRoute: Route = {
  name: 'gone',
  match: { kinds: [] },
  hearing: 'team',
  groupBy: [],
  groupWaitMs: 0,
  groupIntervalMs: 0,
  repeatIntervalMs: null,
};

const memberOf = ({ id, alert, raisedAt }: OutboxAlert): GroupMember => ({
  alertId: id,
  kind: alert.kind,
  caseId: 'caseId' in alert ? alert.caseId : null,
  raisedAt,
  timesTold: 0,
  toldAt: null,
});

/**
 * A case that rose is told once, where it stands now: older alerts of it are neither sent nor repeated, in whichever
 * order they come here. Above all a case that turned out to be danger leaves the team's groups before its text is sent
 * there.
 */
const supersede = (
  groups: readonly Group[],
  heard: readonly Heard[],
): { active: readonly Group[]; superseded: readonly string[] } => {
  const newest = newestOf([...groups.flatMap(({ state }) => state.members), ...heard.map(memberOf)]);
  const superseded = new Set<string>();
  const isCurrent = (member: GroupMember): boolean => {
    if (member.caseId === null || newest.get(subjectOf(member)) === member.alertId) return true;
    if (member.toldAt === null) superseded.add(member.alertId);
    return false;
  };
  const active = groups.map(({ state, route: of, arrivals }) => ({
    state: { ...state, members: state.members.filter(isCurrent) },
    route: of,
    arrivals: arrivals.filter(isCurrent),
  }));
  return { active, superseded: [...superseded] };
};

/** Outbox rows are numbered as they are written: an alert that is told again is not news. */
const newestOf = (members: readonly GroupMember[]): ReadonlyMap<string, string> => {
  const newest = new Map<string, string>();
  for (const member of members) {
    const subject = subjectOf(member);
    const known = newest.get(subject);
    if (known === undefined || BigInt(member.alertId) > BigInt(known)) newest.set(subject, member.alertId);
  }
  return newest;
};

/** Of the steps of a chain none makes another needless. */
const subjectOf = ({ kind, caseId, alertId }: GroupMember): string =>
  kind === 'escalation_step'
    ? `step ${alertId}`
    : `${kind === 'deadline_near' || kind === 'deadline_missed' ? 'deadline' : 'case'} ${caseId}`;

const advance = ({ state, arrivals, route: of }: Group, { now, isHandled }: PlanInput): GroupStep =>
  advanceGroup(state, arrivals, { route: of, now, isHandled });

const identityOf = ({ groupKey, channel }: GroupState) => ({ groupKey, channel });

type Stepped = { readonly group: Group; readonly step: GroupStep };

/** After an outage one message per channel names what it delayed; single cases, the critical ones, are told singly. */
const joinLate = (steps: readonly Stepped[], { policy, now }: PlanInput): readonly PlannedFlush[] => {
  const late = new Map<string, PlannedFlush[]>();
  const flushes: PlannedFlush[] = [];
  for (const { group, step } of steps) {
    if (step.kind !== 'flush') continue;
    const flush = { ...step.flush, kind: 'alerts' as const, reason: step.reason };
    const lateMs = Date.parse(now) - Date.parse(flush.dueAt);
    const isLate =
      lateMs > policy.catchUpAfterMs && step.reason !== 'repeat_interval_over' && !isSingle(group.route);
    if (isLate) late.set(flush.channel, [...(late.get(flush.channel) ?? []), flush]);
    else flushes.push(flush);
  }
  return [...flushes, ...[...late.values()].flatMap(joined)];
};

const joined = (late: readonly PlannedFlush[]): readonly PlannedFlush[] => {
  const [first] = late;
  const memberIds = late.flatMap((flush) => flush.memberIds);
  if (first === undefined || memberIds.length < 2) return late;
  const id = notificationId(first.channel, catchUpKey, memberIds);
  const [dueAt = first.dueAt] = late.map((flush) => flush.dueAt).toSorted();
  return [{ ...first, kind: 'catch_up', id, thread: id, groupKey: catchUpKey, memberIds, dueAt }];
};
const catchUpKey = 'catch_up:{}';
