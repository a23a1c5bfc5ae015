import type { CatalogueLanguage } from '../src/lib/catalogue.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Channel } from '../src/notify/channels/channel.ts';
import type { AlertsContent, FrozenNotification } from '../src/notify/content.ts';
import {
  claimDue,
  disableChannel,
  markDelivered,
  markFailed,
  type PendingNotification,
} from '../src/notify/delivery.store.ts';
import { excerpt } from '../src/notify/excerpt.ts';
import { freeze } from '../src/notify/freeze.ts';
import {
  cancelPending,
  dropGroups,
  insertNotifications,
  keepGroups,
  lockPlanning,
  markPlanned,
  readAlerts,
  readArrivals,
  readGroups,
  readHandled,
  readTexts,
  type StoredAlert,
} from '../src/notify/plan.store.ts';
import {
  type Listener,
  type OutboxAlert,
  type Plan,
  type PlannedFlush,
  planNotifications,
} from '../src/notify/plan.ts';
import type { NotifyPolicy } from '../src/notify/policy.ts';
import { nextRetryMs } from '../src/notify/retry-schedule.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';

/** A channel as wired: what it listens to, in which language, and its own grouping. */
export interface WiredChannel {
  readonly channel: Channel;
  readonly listeners: readonly Listener[];
  readonly language: CatalogueLanguage;
  readonly policy: NotifyPolicy;
}

export interface NotifyDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly channels: readonly WiredChannel[];
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly timezone: string;
  readonly onDelivery: (event: DeliveryEvent) => void;
}

export interface DeliveryEvent {
  readonly channel: string;
  readonly id: string;
  readonly outcome: 'frozen' | 'delivered' | 'transient' | 'permanent';
  readonly reason: string | null;
  readonly attempts: number;
  /** Of the mentions that caused it; told when it is frozen. */
  readonly traceIds: readonly string[];
}

/** Plans what the outbox holds into frozen notifications, then sends what is due. */
export const notify = async (deps: NotifyDeps): Promise<void> => {
  while ((await plan(deps)) === arrivalsAtOnce && !deps.signal.aborted);
  await deliver(deps);
};

const arrivalsAtOnce = 200;

/** One transaction: arrivals planned, groups moved on, notifications frozen. Returns the number of arrivals. */
const plan = (deps: NotifyDeps): Promise<number> =>
  deps.db.transaction('desk', async (tx) => {
    await lockPlanning(tx);
    const now = deps.clock.now();
    const arrivals = await readArrivals(tx, arrivalsAtOnce);
    const states = await readGroups(tx);
    const caseIds = states.flatMap((state) => state.members.flatMap((member) => member.caseId ?? []));
    const handled = await readHandled(tx, caseIds);
    for (const wired of deps.channels) {
      const own = states.filter((state) => state.channel === wired.channel.name);
      const planned = planNotifications({
        arrivals,
        states: own,
        listeners: [...wired.listeners, ...onCallStandIn(wired, deps.channels)],
        policy: wired.policy,
        now: now.toISOString(),
        isHandled: (caseId) => handled.has(caseId),
      });
      await write(tx, planned, { wired, now, deps });
    }
    await markPlanned(
      tx,
      arrivals.map((arrival) => arrival.id),
      now,
    );
    return arrivals.length;
  });

/** Danger without anybody on call goes to the team, without text: the channels are planned one by one, so it is said here. */
const onCallStandIn = (wired: WiredChannel, all: readonly WiredChannel[]): Listener[] => {
  const isOnCall = ({ listeners }: WiredChannel) => listeners.some(({ hearing }) => hearing === 'on_call');
  return !isOnCall(wired) && all.some(isOnCall) ? [{ channel: '', hearing: 'on_call', brands: null }] : [];
};

interface Writing {
  readonly wired: WiredChannel;
  readonly now: Date;
  readonly deps: Pick<NotifyDeps, 'timezone' | 'onDelivery'>;
}

const write = async (tx: Transaction, planned: Plan, writing: Writing): Promise<void> => {
  const { channel } = writing.wired;
  const flushes = planned.flushes.filter((flush) => flush.channel === channel.name);
  await keepGroups(
    tx,
    planned.states.filter((state) => state.channel === channel.name),
  );
  await dropGroups(
    tx,
    planned.finished.filter((group) => group.channel === channel.name),
  );
  await cancelPending(
    tx,
    planned.unsent.flatMap(({ alertId, reason }) => (reason === 'superseded' ? [alertId] : [])),
  );
  const alerts = await readAlerts(
    tx,
    flushes.flatMap((flush) => flush.memberIds),
  );
  const texts = await readTexts(
    tx,
    [...alerts.values()].flatMap((alert) => alert.postKey ?? []),
  );
  await insertNotifications(
    tx,
    flushes.map((flush) => frozen(flush, alerts, texts, writing)),
    writing.now,
  );
  for (const flush of flushes) writing.deps.onDelivery(frozenEvent(flush, alerts));
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

const frozen = (
  flush: PlannedFlush,
  alerts: ReadonlyMap<string, StoredAlert>,
  texts: ReadonlyMap<string, string>,
  { wired, now, deps }: Writing,
): FrozenNotification => {
  const content: AlertsContent = {
    kind: flush.kind,
    id: flush.id,
    groupKey: flush.groupKey,
    turn: flush.turn,
    alerts: flush.memberIds.flatMap((id) => {
      const alert = alerts.get(id);
      return alert === undefined ? [] : [withExcerpt(alert, texts)];
    }),
    writtenAt: now.toISOString(),
    timezone: deps.timezone,
  };
  return freeze(wired.channel, content, wired.language);
};

/** Masked words of the post; of a danger, never one. */
const withExcerpt = (
  { postKey, traceId: _traceId, ...row }: StoredAlert,
  texts: ReadonlyMap<string, string>,
): OutboxAlert => {
  const { alert } = row;
  if ((alert.kind !== 'case_opened' && alert.kind !== 'severity_raised') || alert.danger !== null) return row;
  const text = postKey === null ? undefined : texts.get(postKey);
  return { ...row, alert: { ...alert, excerpt: text === undefined ? null : excerpt(text) } };
};

const sendsAtOnce = 20;

const deliver = async (deps: NotifyDeps): Promise<void> => {
  for (;;) {
    const due = await deps.db.transaction('desk', (tx) => claimDue(tx, deps.clock.now(), sendsAtOnce));
    for (const one of due) await send(one, deps);
    if (due.length < sendsAtOnce || deps.signal.aborted) return;
  }
};

/** Slack takes one message a second and channel (facts/sources.md 10). */
const slackPauseMs = 1_050;

const send = async (one: PendingNotification, deps: NotifyDeps): Promise<void> => {
  const wired = deps.channels.find(({ channel }) => channel.name === one.channel);
  const delivery =
    wired === undefined
      ? ({ kind: 'permanent', reason: 'channel_not_configured', disables: false } as const)
      : await wired.channel.send(one, {
          fetch: deps.fetch,
          now: () => deps.clock.now(),
          signal: deps.signal,
        });
  await deps.db.transaction('desk', async (tx) => {
    const now = deps.clock.now();
    if (delivery.kind === 'delivered') return markDelivered(tx, one.id, now);
    const retryMs =
      delivery.kind === 'transient'
        ? nextRetryMs({
            failedAttempts: one.attempts,
            retryAfterMs: delivery.retryAfterMs,
            random: Math.random,
          })
        : null;
    await markFailed(tx, one.id, {
      reason: delivery.reason,
      retryAt: retryMs === null ? null : new Date(now.getTime() + retryMs),
    });
    if (delivery.kind === 'permanent' && delivery.disables)
      await disableChannel(tx, one.channel, delivery.reason, now);
  });
  deps.onDelivery({
    channel: one.channel,
    id: one.id,
    outcome: delivery.kind,
    reason: delivery.kind === 'delivered' ? null : delivery.reason,
    attempts: one.attempts,
    traceIds: [],
  });
  if (wired?.channel.kind === 'slack') await new Promise((resolve) => setTimeout(resolve, slackPauseMs));
};
