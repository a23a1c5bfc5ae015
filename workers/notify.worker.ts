import type { AlertsContent } from '../src/notify/content.ts';
import { alertTray, insertFrozen } from '../src/notify/delivery.store.ts';
import { freeze } from '../src/notify/freeze.ts';
import type { GroupState } from '../src/notify/group.ts';
import type { Listener } from '../src/notify/hears.ts';
import {
  dropGroups,
  keepGroups,
  lockPlanning,
  markPlanned,
  markUnsent,
  readAlerts,
  readArrivals,
  readGroups,
  readHandled,
  readLater,
  readRouteChannels,
  readTexts,
  type StoredAlert,
} from '../src/notify/plan.store.ts';
import {
  arrivedIn,
  countLater,
  type OutboxAlert,
  type Plan,
  type PlannedFlush,
  planNotifications,
  type Unsent,
} from '../src/notify/plan.ts';
import { isDanger } from '../src/notify/policy.ts';
import { releaseSilenced } from '../src/notify/silences/silences.store.ts';
import { withdrawFromTeam } from '../src/notify/withdraw.store.ts';
import type { Transaction } from '../src/postgres/database.ts';
import { createDeliverer, type DeliveryEvent, type NotifyDeps, type WiredChannel } from './deliver.ts';
import { followUp } from './follow-up.ts';
import { readKeptBack } from './kept-back.ts';
import { spoken } from './spoken.ts';

/** Plans what the outbox holds into frozen notifications, then sends what is due and waits for it. */
export const notify = async (deps: NotifyDeps): Promise<void> => {
  await planAll(deps);
  await followUp(deps);
  const deliverer = createDeliverer(alertTray, deps);
  await deliverer.wake();
  await deliverer.settle();
};

export const planAll = async (deps: NotifyDeps): Promise<void> => {
  while ((await plan(deps)) === arrivalsAtOnce && !deps.signal.aborted);
};

const arrivalsAtOnce = 200;

/** One transaction: arrivals planned, groups moved on, notifications frozen. Returns the number of arrivals. */
const plan = (deps: NotifyDeps): Promise<number> =>
  deps.db.transaction('desk', async (tx) => {
    await lockPlanning(tx);
    const now = deps.clock.now();
    await releaseSilenced(tx, now);
    const arrivals = await readArrivals(tx, arrivalsAtOnce);
    await withdrawFromTeam(tx, dangersOf(arrivals), now);
    const policies = deps.channels.map(({ policy }) => policy);
    const states = await readGroups(tx, now, arrivedIn(arrivals, policies));
    const handled = await readHandled(tx, casesToRepeat(states, now));
    const { keptBack, quietOf } = await readKeptBack(tx, { arrivals, states, now, ...deps });
    const channelOf = await readChannels(tx, arrivals, deps.channels);
    const plans: Plan[] = [];
    for (const wired of deps.channels) {
      const own = states.filter((state) => state.channel === wired.channel.name);
      const listeners = [...wired.listeners, ...onCallStandIn(wired, deps.channels)];
      const planned = planNotifications({
        arrivals,
        states: own,
        listeners,
        policy: wired.policy,
        now: now.toISOString(),
        isHandled: (caseId) => handled.has(caseId),
        keptBack,
        quietOf,
        channelOf,
      });
      plans.push(planned);
      const isCatchUp = planned.flushes.some(({ kind }) => kind === 'catch_up');
      const last = arrivals[arrivalsAtOnce - 1];
      // Only then: what waits in a flood is read whole for it.
      const waiting = isCatchUp && last !== undefined ? await readLater(tx, last.id) : [];
      const later = countLater(waiting, { policy: wired.policy, listeners });
      await write(tx, planned, { wired, now, later, deps });
    }
    await markUnsent(tx, toldNowhere(plans));
    await markPlanned(
      tx,
      arrivals.map((arrival) => arrival.id),
      now,
    );
    return arrivals.length;
  });

/** A channel that left the configuration, or hears the team no more, narrows nothing: no alert is lost by it. */
const readChannels = async (
  tx: Transaction,
  arrivals: readonly OutboxAlert[],
  channels: readonly WiredChannel[],
): Promise<(caseId: string) => string | null> => {
  const cases = arrivals.flatMap(({ alert }) => ('caseId' in alert ? [alert.caseId] : []));
  const routes = await readRouteChannels(tx, cases);
  const hears = new Set(
    channels.flatMap(({ listeners }) =>
      listeners.flatMap(({ channel, hearing, brands }) =>
        hearing === 'team' && brands === null ? [channel] : [],
      ),
    ),
  );
  return (caseId) => {
    const channel = routes.get(caseId) ?? null;
    return channel !== null && hears.has(channel) ? channel : null;
  };
};

/** What no channel tells: of several reasons the one that a person brought about, or that says most. */
const toldNowhere = (plans: readonly Plan[]): readonly Unsent[] => {
  const reasons = new Map<string, Unsent[]>();
  for (const { unsent } of plans)
    for (const one of unsent) reasons.set(one.alertId, [...(reasons.get(one.alertId) ?? []), one]);
  return [...reasons.values()].flatMap((of) => {
    const kept = of.find(({ cause }) => cause !== undefined);
    if (kept !== undefined) return [kept];
    const weightiest = of.find(({ reason }) => reason !== 'no_channel') ?? of[0];
    return of.length === plans.length && weightiest !== undefined ? [weightiest] : [];
  });
};

const dangersOf = (arrivals: readonly OutboxAlert[]): string[] =>
  arrivals.flatMap(({ alert }) => ('caseId' in alert && isDanger(alert) ? [alert.caseId] : []));

/** Whether a case is handled counts when its group may speak again; till then hundreds may wait in it. */
const casesToRepeat = (states: readonly GroupState[], now: Date): string[] =>
  states
    .filter(({ nextFlushAt }) => nextFlushAt <= now.toISOString())
    .flatMap(({ members }) =>
      members.flatMap(({ caseId, toldAt }) => (toldAt === null ? [] : (caseId ?? []))),
    );

/**
 * Danger without anybody on call goes to the team, without text: the channels are planned one by one, so that each is
 * told what the others hear of it.
 */
const onCallStandIn = (wired: WiredChannel, all: readonly WiredChannel[]): Listener[] =>
  all
    .filter((other) => other !== wired)
    .flatMap(({ listeners }) => listeners)
    .filter(({ hearing }) => hearing === 'on_call')
    .map((listener) => ({ ...listener, channel: '' }));

interface Writing {
  readonly wired: WiredChannel;
  readonly now: Date;
  /** Alerts that wait behind this plan's. */
  readonly later: number;
  readonly deps: Pick<NotifyDeps, 'timezone' | 'onDelivery'>;
}

const write = async (tx: Transaction, planned: Plan, writing: Writing): Promise<void> => {
  const { channel, language } = writing.wired;
  const flushes = planned.flushes.filter((flush) => flush.channel === channel.name);
  await keepGroups(
    tx,
    planned.states.filter((state) => state.channel === channel.name),
  );
  await dropGroups(
    tx,
    planned.finished.filter((group) => group.channel === channel.name),
  );
  const alerts = await readAlerts(
    tx,
    flushes.flatMap((flush) => flush.memberIds),
  );
  const texts = await readTexts(
    tx,
    [...alerts.values()].flatMap((alert) => alert.postKey ?? []),
  );
  const told = flushes
    .map((flush) => ({ flush, content: contentOf(flush, { alerts, texts }, writing) }))
    .filter(({ content }) => channel.passesOver?.(content) !== true);
  await insertFrozen(
    tx,
    alertTray,
    told.map(({ content }) => freeze(channel, content, language)),
    writing.now,
  );
  for (const { flush } of told) writing.deps.onDelivery(frozenEvent(flush, alerts));
};

const frozenEvent = (
  { id, channel, memberIds }: PlannedFlush,
  alerts: ReadonlyMap<string, StoredAlert>,
): DeliveryEvent => ({
  id,
  channel,
  outcome: 'frozen',
  reason: null,
  attempts: 0,
  traceIds: [...new Set(memberIds.flatMap((member) => alerts.get(member)?.traceId ?? []))],
});

interface Known {
  readonly alerts: ReadonlyMap<string, StoredAlert>;
  readonly texts: ReadonlyMap<string, string>;
}

const contentOf = (
  flush: PlannedFlush,
  { alerts, texts }: Known,
  { now, later, deps }: Writing,
): AlertsContent => ({
  kind: flush.kind,
  id: flush.id,
  groupKey: flush.groupKey,
  thread: flush.thread,
  turn: flush.turn,
  alerts: flush.memberIds.flatMap((id) => {
    const alert = alerts.get(id);
    return alert === undefined ? [] : [spoken(alert, texts)];
  }),
  later: flush.kind === 'catch_up' ? later : 0,
  writtenAt: now.toISOString(),
  timezone: deps.timezone,
});
