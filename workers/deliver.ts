import type { CatalogueLanguage } from '../src/lib/catalogue.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Channel, Delivery } from '../src/notify/channels/channel.ts';
import {
  claimDue,
  disableChannel,
  markDelivered,
  markFailed,
  type Noted,
  noteReached,
  type PendingNotification,
  readDueChannels,
  type Tray,
  unclaim,
} from '../src/notify/delivery.store.ts';
import type { Listener } from '../src/notify/hears.ts';
import type { NotifyPolicy } from '../src/notify/policy.ts';
import { nextRetryMs } from '../src/notify/retry-schedule.ts';
import type { Database } from '../src/postgres/database.ts';
import type { ReadProblems } from './kept-back.ts';

/** A channel as wired: what it listens to, in which language, and its own grouping. */
export interface WiredChannel {
  readonly channel: Channel;
  readonly listeners: readonly Listener[];
  readonly language: CatalogueLanguage;
  readonly policy: NotifyPolicy;
}

export interface DeliverDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly channels: readonly Pick<WiredChannel, 'channel'>[];
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly onDelivery: (event: DeliveryEvent) => void;
  readonly onError: (what: string, error: Error) => void;
}

export interface NotifyDeps extends DeliverDeps {
  readonly channels: readonly WiredChannel[];
  readonly timezone: string;
  /** None: no problem quiets its members. */
  readonly readProblems?: ReadProblems;
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

export interface Deliverer {
  /** Starts a turn of each channel to which something is due and that has none; waits for none of them. */
  wake(): Promise<void>;
  /** Waits until every turn has ended. */
  settle(): Promise<void>;
}

/** Sends what a tray holds. Each channel has a turn of its own: a receiver that hangs keeps no other waiting. */
export const createDeliverer = (tray: Tray, deps: DeliverDeps): Deliverer => {
  const turns = new Map<string, Promise<void>>();
  const begin = (channel: string): Promise<void> =>
    takeTurn(channel, tray, deps)
      .catch((error: unknown) =>
        deps.onError('notify', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => turns.delete(channel));
  return {
    wake: async () => {
      const due = await deps.db.transaction(tray.role, (tx) => readDueChannels(tx, tray, deps.clock.now()));
      for (const channel of due) if (!turns.has(channel)) turns.set(channel, begin(channel));
    },
    settle: async () => void (await Promise.all(turns.values())),
  };
};

/**
 * One message after the other until none is due; each is claimed only when its own attempt begins, in the transaction
 * that notes the delivery before it.
 */
const takeTurn = async (channel: string, tray: Tray, deps: DeliverDeps): Promise<void> => {
  let delivered: Noted | null = null;
  for (;;) {
    const now = deps.clock.now();
    const before: Noted | null = delivered;
    const one = await deps.db.transaction(tray.role, async (tx) => {
      if (before !== null) await markDelivered(tx, tray, before, now);
      return deps.signal.aborted ? null : claimDue(tx, tray, channel, now);
    });
    if (one === null) return;
    delivered = await send(one, tray, deps);
  }
};

/** What the next transaction notes as delivered; null: nothing. */
const send = async (one: PendingNotification, tray: Tray, deps: DeliverDeps): Promise<Noted | null> => {
  const wired = deps.channels.find(({ channel }) => channel.name === one.channel);
  const delivery: Delivery =
    wired === undefined
      ? { kind: 'permanent', reason: 'channel_not_configured', disables: false }
      : await wired.channel.send(one, {
          fetch: deps.fetch,
          now: () => deps.clock.now(),
          signal: deps.signal,
        });
  await noteReaders(one, delivery, tray, deps);
  // An attempt that a stop cut off is none: at the last one it would lose the alert.
  if (delivery.kind === 'transient' && deps.signal.aborted) {
    await deps.db.transaction(tray.role, (tx) => unclaim(tx, tray, one.id, deps.clock.now()));
    return null;
  }
  const noted =
    delivery.kind === 'delivered'
      ? { id: one.id, receipt: delivery.receipt ?? null, remark: delivery.remark ?? null }
      : null;
  if (delivery.kind !== 'delivered') await note(one, delivery, tray, deps);
  deps.onDelivery({
    channel: one.channel,
    id: one.id,
    outcome: delivery.kind,
    reason: delivery.kind === 'delivered' ? null : delivery.reason,
    attempts: one.attempts,
    traceIds: [],
  });
  const pauseMs = wired?.channel.pauseMs;
  if (pauseMs === undefined) return noted;
  await pause(noted, pauseMs, tray, deps);
  return null;
};

/** Letters under seal remember no single reader, and tell of none. */
const noteReaders = async (
  { id }: PendingNotification,
  delivery: Delivery,
  tray: Tray,
  { db }: DeliverDeps,
): Promise<void> => {
  if (delivery.kind !== 'transient' || delivery.reached === undefined) return;
  const { reached } = delivery;
  if (tray.table === 'desk.notification' && reached.length > 0)
    await db.transaction(tray.role, (tx) => noteReached(tx, id, reached));
};

/** What is delivered is noted before the pause: a stop in it must not send it again. */
const pause = async (
  noted: Noted | null,
  pauseMs: number,
  tray: Tray,
  { db, clock }: DeliverDeps,
): Promise<void> => {
  if (noted !== null) await db.transaction(tray.role, (tx) => markDelivered(tx, tray, noted, clock.now()));
  await new Promise((resolve) => setTimeout(resolve, pauseMs));
};

const note = async (
  one: PendingNotification,
  delivery: Exclude<Delivery, { kind: 'delivered' }>,
  tray: Tray,
  { db, clock }: DeliverDeps,
): Promise<void> => {
  const now = clock.now();
  // Channels are the desk's to switch off, whichever tray the message lay in.
  if (delivery.kind === 'permanent' && delivery.disables)
    await db.transaction('desk', (tx) => disableChannel(tx, one.channel, delivery.reason, now));
  await db.transaction(tray.role, (tx) =>
    markFailed(tx, tray, one.id, {
      reason: delivery.reason,
      retryAt: retryAt(one, delivery, now),
    }),
  );
};

const retryAt = (
  { attempts }: PendingNotification,
  delivery: Exclude<Delivery, { kind: 'delivered' }>,
  now: Date,
): Date | null => {
  // A channel that is switched off keeps what was meant for it, this message too, until a start switches it on.
  if (delivery.kind === 'permanent') return delivery.disables ? now : null;
  const retryMs = nextRetryMs({
    failedAttempts: attempts,
    retryAfterMs: delivery.retryAfterMs,
    random: Math.random,
  });
  return retryMs === null ? null : new Date(now.getTime() + retryMs);
};
