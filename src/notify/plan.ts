import { isDeepStrictEqual } from 'node:util';
import type { Alert } from '../domain/alert.ts';
import {
  advanceGroup,
  emptyGroup,
  type GroupMember,
  type GroupState,
  type GroupStep,
  type Quiet,
} from './group.ts';
import { channelsOf, type Listener } from './hears.ts';
import { joinLate } from './join-late.ts';
import type { Group, Heard, OutboxAlert, PlannedFlush } from './planned.ts';
import { groupKeyOf, isSingle, type NotifyPolicy, type Route, routeOf } from './policy.ts';
import { memberOf, supersede } from './supersede.ts';

export type { OutboxAlert, PlannedFlush } from './planned.ts';

export interface PlanInput {
  /** Outbox rows that no plan has seen yet, oldest first. */
  readonly arrivals: readonly OutboxAlert[];
  /** Every group row, or at least those whose time has come and those that could tell of what is in `arrivedIn`. */
  readonly states: readonly GroupState[];
  readonly listeners: readonly Listener[];
  readonly policy: NotifyPolicy;
  readonly now: string;
  readonly isHandled: (caseId: string) => boolean;
  /** Why an alert that no message holds yet is not told now; none: nothing keeps it back. */
  readonly keptBack?: (alertId: string) => KeptBack | null;
  readonly quietOf?: (member: GroupMember) => Quiet | null;
  /** The one channel in which the team of a case hears of it; null: every channel of the team. Danger is not asked for. */
  readonly channelOf?: (caseId: string) => string | null;
}

/** `cause`: id of the silence or of the problem. */
export interface KeptBack {
  readonly reason: 'silenced' | 'inhibited';
  readonly cause: string;
}

/** What one transaction writes: notifications to freeze, group rows that changed and those to delete, and what is not sent and why. */
export interface Plan {
  readonly flushes: readonly PlannedFlush[];
  readonly states: readonly GroupState[];
  readonly finished: readonly Pick<GroupState, 'groupKey' | 'channel'>[];
  readonly unsent: readonly Unsent[];
}
/**
 * `superseded`: a newer alert of the same case says more. `no_channel`: nobody listens, and doctor must say so.
 * `silenced`: it is told when the silence ends, if its case still waits then. `inhibited`: its problem was told instead.
 */
export interface Unsent {
  readonly alertId: string;
  readonly reason: 'summary_only' | 'superseded' | 'no_channel' | KeptBack['reason'];
  readonly cause?: string;
}

/** Routes new alerts to channels, advances every group, and joins what an outage has delayed. Pure. */
export const planNotifications = (input: PlanInput): Plan => {
  const { heard, unsent } = route(input);
  const { kept, dropped } = keepBack(gather(input, heard), input);
  const groups = supersede(kept, heard);
  const steps = groups.active.map((group) => ({ group, step: advance(group, input) }));
  const stored = new Map(input.states.map((state) => [keyOf(state), state]));
  return {
    flushes: joinLate(steps, input),
    states: steps.flatMap(({ step: { next } }) =>
      next === null || isDeepStrictEqual(next, stored.get(keyOf(next))) ? [] : [next],
    ),
    finished: steps.flatMap(({ group, step }) => (step.next === null ? [identityOf(group.state)] : [])),
    unsent: [
      ...unsent,
      ...dropped,
      ...groups.superseded.map((alertId) => ({ alertId, reason: 'superseded' as const })),
    ],
  };
};

/** Of which groups a plan must know beside those whose time has come. */
export const arrivedIn = (
  arrivals: readonly OutboxAlert[],
  policies: readonly NotifyPolicy[],
): { readonly groupKeys: readonly string[]; readonly caseIds: readonly string[] } => ({
  groupKeys: [
    ...new Set(
      policies.flatMap(({ routes }) =>
        arrivals.flatMap(({ alert }) => {
          const found = routeOf(alert, routes);
          return found === null ? [] : groupKeyOf(found, alert);
        }),
      ),
    ),
  ],
  caseIds: [...new Set(arrivals.flatMap(({ alert }) => ('caseId' in alert ? alert.caseId : [])))],
});

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

const route = (input: PlanInput): { heard: readonly Heard[]; unsent: readonly Unsent[] } => {
  const heard: Heard[] = [];
  const unsent: Unsent[] = [];
  for (const arrival of input.arrivals) {
    const found = routeOf(arrival.alert, input.policy.routes);
    const channels = found === null ? [] : routed(arrival.alert, found, input);
    if (found === null) unsent.push({ alertId: arrival.id, reason: 'summary_only' });
    else if (channels.length === 0) unsent.push({ alertId: arrival.id, reason: 'no_channel' });
    else heard.push({ ...arrival, route: found, channels });
  }
  return { heard, unsent };
};

/** A route of the case narrows who hears; a step of a chain goes where the chain says. */
const routed = (alert: Alert, { hearing }: Route, { listeners, channelOf }: PlanInput): readonly string[] => {
  const channels = channelsOf(alert, hearing, listeners);
  const isRouted = hearing === 'team' && 'caseId' in alert && alert.kind !== 'escalation_step';
  const only = isRouted ? (channelOf?.(alert.caseId) ?? null) : null;
  return only === null ? channels : channels.filter((channel) => channel === only);
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

/** What is kept back leaves the groups in which it would wait; what was told already stays told. */
const keepBack = (
  groups: readonly Group[],
  { keptBack }: PlanInput,
): { readonly kept: readonly Group[]; readonly dropped: readonly Unsent[] } => {
  const dropped = new Map<string, Unsent>();
  const isTold = (member: GroupMember): boolean => {
    const back = member.toldAt === null ? (keptBack?.(member.alertId) ?? null) : null;
    if (back !== null) dropped.set(member.alertId, { alertId: member.alertId, ...back });
    return back === null;
  };
  const kept = groups.map((group) => ({
    ...group,
    state: { ...group.state, members: group.state.members.filter(isTold) },
    arrivals: group.arrivals.filter(isTold),
  }));
  return { kept, dropped: [...dropped.values()] };
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

const advance = ({ state, arrivals, route: of }: Group, input: PlanInput): GroupStep => {
  const { now, isHandled, quietOf } = input;
  return advanceGroup(state, arrivals, { route: of, now, isHandled, ...(quietOf ? { quietOf } : {}) });
};

const identityOf = ({ groupKey, channel }: GroupState) => ({ groupKey, channel });
