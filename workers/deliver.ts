import type { CatalogueLanguage } from '../src/lib/catalogue.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Channel } from '../src/notify/channels/channel.ts';
import {
  claimDue,
  disableChannel,
  markDelivered,
  markFailed,
  type PendingNotification,
  unclaim,
} from '../src/notify/delivery.store.ts';
import type { Listener } from '../src/notify/plan.ts';
import type { NotifyPolicy } from '../src/notify/policy.ts';
import { nextRetryMs } from '../src/notify/retry-schedule.ts';
import type { Database } from '../src/postgres/database.ts';

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

const sendsAtOnce = 20;

/** Sends what is due, each channel in its own turn, until nothing is. */
export const deliver = async (deps: NotifyDeps): Promise<void> => {
  for (;;) {
    const due = await deps.db.transaction('desk', (tx) => claimDue(tx, deps.clock.now(), sendsAtOnce));
    // A receiver that hangs keeps its own channel waiting, and no other.
    const channels = new Set(due.map(({ channel }) => channel));
    await Promise.all(
      [...channels].map((name) =>
        sendInTurn(
          due.filter(({ channel }) => channel === name),
          deps,
        ),
      ),
    );
    if (due.length < sendsAtOnce || deps.signal.aborted) return;
  }
};

const sendInTurn = async (due: readonly PendingNotification[], deps: NotifyDeps): Promise<void> => {
  for (const one of due)
    if (deps.signal.aborted) await giveBackAttempt(one, deps);
    else await send(one, deps);
};

/** An attempt that a stop prevented or cut off is none: at the last one it would lose the alert. */
const giveBackAttempt = ({ id }: PendingNotification, { db, clock }: NotifyDeps): Promise<void> =>
  db.transaction('desk', (tx) => unclaim(tx, id, clock.now()));

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
  if (delivery.kind === 'transient' && deps.signal.aborted) return giveBackAttempt(one, deps);
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
