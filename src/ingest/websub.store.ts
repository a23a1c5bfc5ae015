import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A subscription at a hub (WebSub): one for each feed that names one. */
export interface Subscription {
  readonly source: string;
  /** The unguessable last part of the address that the hub calls. */
  readonly callback: string;
  readonly hub: string;
  readonly topic: string;
  readonly secret: string;
  readonly failures: number;
}

/** A feed named a hub. What stands for the same hub and topic stays; for another it begins anew, under a new callback. */
export const wantSubscription = async (
  tx: Transaction,
  wanted: Omit<Subscription, 'failures'>,
  now: Date,
): Promise<void> => {
  await sql`
    insert into intake.websub (source, callback, hub, topic, secret, next_ask_at)
    values (${wanted.source}, ${wanted.callback}, ${wanted.hub}, ${wanted.topic}, ${wanted.secret}, ${now})
    on conflict (source) do update set callback = excluded.callback, hub = excluded.hub, topic = excluded.topic, secret = excluded.secret,
      state = 'wanted', failures = 0, next_ask_at = excluded.next_ask_at, asked_at = null, verified_at = null, lease_until = null, reason = null
    where websub.hub <> excluded.hub or websub.topic <> excluded.topic`.execute(tx);
};

/** Feeds that name no hub any more, or left the configuration: what their hubs still send is answered 410. */
export const dropSubscription = async (tx: Transaction, source: string): Promise<void> => {
  await tx.deleteFrom('intake.websub').where('source', '=', source).execute();
};

export const keepSubscriptions = async (tx: Transaction, configured: readonly string[]): Promise<void> => {
  await sql`delete from intake.websub where source <> all(${[...configured]}::text[])`.execute(tx);
};

/** Unanswered and unverified, a request is made again after this. */
const askAgainMs = 3_600_000;

/** Those whose hub is to be asked now, each given to one process. */
export const claimSubscriptions = async (
  tx: Transaction,
  sources: readonly string[],
  now: Date,
): Promise<Subscription[]> => {
  const { rows } = await sql<Subscription>`
    update intake.websub set asked_at = ${now}, next_ask_at = ${new Date(now.getTime() + askAgainMs)},
      state = case when state = 'active' then state else 'asked' end
    where source = any(${[...sources]}::text[]) and next_ask_at <= ${now}
    returning source, callback, hub, topic, secret, failures`.execute(tx);
  return rows;
};

/** The hub refused or did not answer: asked again later, at most once a day. */
export const noteRefusal = async (
  tx: Transaction,
  { callback, failures }: Subscription,
  refusal: { readonly reason: string; readonly now: Date },
): Promise<void> => {
  const waitMs = Math.min(askAgainMs * 2 ** Math.min(failures, 5), 24 * askAgainMs);
  await sql`
    update intake.websub set failures = failures + 1, reason = ${refusal.reason}, next_ask_at = ${new Date(refusal.now.getTime() + waitMs)}
    where callback = ${callback}`.execute(tx);
};

const shortestLeaseMs = 60_000;
const longestLeaseMs = 30 * 86_400_000;
/** Hubs that tell no lease: the ten days that most give. */
const usualLeaseMs = 10 * 86_400_000;
/** Asked again when a fifth of the lease is left. */
const renewAt = 0.8;

/** The hub asks whether we asked: true where we did, for this topic, and have not said so already. */
export const confirmSubscription = async (
  tx: Transaction,
  asked: { readonly callback: string; readonly topic: string; readonly leaseSeconds: number | null },
  now: Date,
): Promise<boolean> => {
  const told = asked.leaseSeconds === null ? usualLeaseMs : asked.leaseSeconds * 1_000;
  const leaseMs = Math.min(Math.max(told, shortestLeaseMs), longestLeaseMs);
  const confirmed = await sql`
    update intake.websub set state = 'active', failures = 0, reason = null, verified_at = ${now}, lease_until = ${new Date(now.getTime() + leaseMs)},
      next_ask_at = ${new Date(now.getTime() + renewAt * leaseMs)}
    where callback = ${asked.callback} and topic = ${asked.topic} and asked_at is not null and (verified_at is null or asked_at > verified_at)`.execute(
    tx,
  );
  return Number(confirmed.numAffectedRows ?? 0) === 1;
};

/** The hub will not deliver; it is asked again after a day. */
export const denySubscription = async (
  tx: Transaction,
  denied: { readonly callback: string; readonly topic: string; readonly reason: string },
  now: Date,
): Promise<boolean> => {
  const noted = await sql`
    update intake.websub set state = 'denied', reason = ${denied.reason}, lease_until = null, next_ask_at = ${new Date(now.getTime() + 24 * askAgainMs)}
    where callback = ${denied.callback} and topic = ${denied.topic}`.execute(tx);
  return Number(noted.numAffectedRows ?? 0) === 1;
};

export const readSubscription = async (tx: Transaction, callback: string): Promise<Subscription | null> => {
  const row = await tx
    .selectFrom('intake.websub')
    .select(['source', 'callback', 'hub', 'topic', 'secret', 'failures'])
    .where('callback', '=', callback)
    .executeTakeFirst();
  return row ?? null;
};
