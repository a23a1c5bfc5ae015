import type { Person } from '../src/domain/person.ts';
import {
  claimMessage,
  type DueMessage,
  disableWebhook,
  type Noted,
  noteMessage,
  planWebhooks,
  readDueWebhooks,
} from '../src/http/api/webhooks/send.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Delivery } from '../src/notify/channels/channel.ts';
import { createWebhookChannel } from '../src/notify/channels/webhook.ts';
import { nextRetryMs } from '../src/notify/retry-schedule.ts';
import type { Database } from '../src/postgres/database.ts';
import type { ServiceOptions } from './service-options.ts';

export interface WebhookDeps {
  readonly db: Database;
  readonly clock: Clock;
  /** A webhook hears of what whoever made it may know now. */
  readonly people: readonly Person[];
  /** With the address guard. */
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
}

/** Plans what happened since and sends what is due; each webhook has a turn of its own, so that none waits for another. */
export const sendWebhooks = async (deps: WebhookDeps): Promise<void> => {
  const { db, clock, people, signal } = deps;
  const plan = () => db.transaction('desk', (tx) => planWebhooks(tx, { people, now: clock.now() }));
  while ((await plan()) && !signal.aborted);
  const due = await db.transaction('desk', (tx) => readDueWebhooks(tx, clock.now()));
  await Promise.all(due.map((id) => takeTurn(id, deps)));
};

const takeTurn = async (webhookId: string, deps: WebhookDeps): Promise<void> => {
  while (!deps.signal.aborted) {
    const now = deps.clock.now();
    const message = await deps.db.transaction('desk', (tx) => claimMessage(tx, webhookId, now));
    if (message === null) return;
    const delivery = await send(message, deps);
    const at = deps.clock.now();
    const noted = notedOf(message, delivery, { now: at, isStopped: deps.signal.aborted });
    await deps.db.transaction('desk', async (tx) => {
      if (delivery.kind === 'permanent' && delivery.disables)
        await disableWebhook(tx, webhookId, { reason: delivery.reason, now: at });
      await noteMessage(tx, message.deliveryId, { noted, now: at });
    });
  }
};

/** Signed as Standard Webhooks has it; the id stays the same over every attempt and every replay. */
const send = ({ webhookId, eventId, body, url, secrets }: DueMessage, deps: WebhookDeps): Promise<Delivery> =>
  createWebhookChannel({ name: webhookId, url, secrets }).send(
    {
      id: `${webhookId}_${eventId}`,
      channel: webhookId,
      kind: 'alerts',
      memberIds: [],
      contentType: 'application/json',
      body: new TextEncoder().encode(body),
    },
    { fetch: deps.fetch, now: () => deps.clock.now(), signal: deps.signal },
  );

const notedOf = (
  { attempts }: DueMessage,
  delivery: Delivery,
  { now, isStopped }: { readonly now: Date; readonly isStopped: boolean },
): Noted => {
  if (delivery.kind === 'delivered') return { kind: 'delivered' };
  // A webhook that is switched off keeps what was meant for it; an attempt that a stop cut off is none.
  if (delivery.kind === 'permanent' && delivery.disables)
    return { kind: 'later', reason: delivery.reason, at: now, isCounted: false };
  if (delivery.kind === 'permanent') return { kind: 'failed', reason: delivery.reason };
  if (isStopped) return { kind: 'later', reason: null, at: now, isCounted: false };
  const waitMs = nextRetryMs({
    failedAttempts: attempts,
    retryAfterMs: delivery.retryAfterMs,
    random: Math.random,
  });
  return waitMs === null
    ? { kind: 'failed', reason: delivery.reason }
    : {
        kind: 'later',
        reason: delivery.reason,
        at: new Date(now.getTime() + waitMs),
        isCounted: true,
      };
};

export interface Webhooks {
  stop(): Promise<void>;
}

const lookMs = 1_000;

/** A look a second, as the notifier has: what is due is in rows, and no wake-up can be lost. */
export const startWebhooks = (options: ServiceOptions, signal: AbortSignal): Webhooks => {
  let running: Promise<void> | null = null;
  const look = (): void => {
    running ??= sendWebhooks({ ...options, people: options.config.people, signal })
      .catch((error: unknown) =>
        options.onError('webhooks', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
  };
  const timer = setInterval(look, lookMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};
