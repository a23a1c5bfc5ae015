import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../../../postgres/database.ts';
import { newestEvent } from '../events/event.store.ts';

/** Where events go. Its secret is shown when it is made, and signs from then on. */
export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly string[];
  /** null: of every brand. */
  readonly brands: readonly string[] | null;
  /** What confidential cases it hears of. */
  readonly confidences: readonly string[];
  readonly createdAt: Date;
  readonly createdBy: string;
  /** Its receiver said that it is gone, or the key that made it was revoked. */
  readonly disabledAt: Date | null;
  readonly reason: string | null;
}

export const mostWebhooks = 20;

/** Of Standard Webhooks: base64 of 256 random bits. */
export const newSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

/** `desk.webhook w` sends: neither was it switched off nor the key revoked that made it. */
export const isSending = sql<boolean>`(w.disabled_at is null and not exists (
  select 1 from ops.api_key k where k.key_id = w.key_id and k.revoked_at is not null))`;

/** It hears what happens from now on. False: there are as many as there may be. */
export const addWebhook = async (
  tx: Transaction,
  webhook: Omit<Webhook, 'disabledAt' | 'reason'> & {
    readonly secret: string;
    /** Of the program that makes it; null: a person does. */
    readonly keyId: string | null;
  },
): Promise<boolean> => {
  await sql`lock table desk.webhook in share row exclusive mode`.execute(tx);
  if ((await listWebhooks(tx)).length >= mostWebhooks) return false;
  await tx
    .insertInto('desk.webhook')
    .values({
      webhook_id: webhook.id,
      url: webhook.url,
      secret: webhook.secret,
      events: [...webhook.events],
      brands: webhook.brands === null ? null : [...webhook.brands],
      confidences: [...webhook.confidences],
      created_at: webhook.createdAt,
      created_by: webhook.createdBy,
      key_id: webhook.keyId,
      last_event: await newestEvent(tx),
    })
    .execute();
  return true;
};

export const listWebhooks = async (tx: Transaction): Promise<readonly Webhook[]> => {
  const { rows } = await sql<Webhook>`
    select ${columns} from desk.webhook order by created_at, webhook_id`.execute(tx);
  return rows;
};

export const findWebhook = async (tx: Transaction, id: string): Promise<Webhook | null> => {
  const { rows } = await sql<Webhook>`select ${columns} from desk.webhook where webhook_id = ${id}`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** Its log goes after it: whoever plans messages for it at this moment has ended by then. */
export const removeWebhook = async (tx: Transaction, id: string): Promise<void> => {
  await tx.deleteFrom('desk.webhook').where('webhook_id', '=', id).execute();
  await tx.deleteFrom('desk.webhook_delivery').where('webhook_id', '=', id).execute();
};

/** From now on the new one signs, and the old one beside it until `formerUntil`; a rotation within that time ends the one before. */
export const rotateSecret = async (
  tx: Transaction,
  id: string,
  { secret, formerUntil }: { readonly secret: string; readonly formerUntil: Date },
): Promise<void> => {
  await sql`
    update desk.webhook set former_secret = secret, former_until = ${formerUntil}, secret = ${secret}
    where webhook_id = ${id}`.execute(tx);
};

/** What waited while it was switched off is sent now. */
export const resumeWebhook = async (tx: Transaction, id: string): Promise<void> => {
  await tx
    .updateTable('desk.webhook')
    .set({ disabled_at: null, reason: null })
    .where('webhook_id', '=', id)
    .execute();
};

/** A program that is trusted no longer sends nothing on, whoever resumes its webhook. */
const revokedAt = sql`(select k.revoked_at from ops.api_key k where k.key_id = webhook.key_id)`;

const columns = sql`webhook_id as id, url, events, brands, confidences, created_at as "createdAt", created_by as "createdBy",
  coalesce(disabled_at, ${revokedAt}) as "disabledAt", case when disabled_at is null and ${revokedAt} is not null then 'key_revoked' else reason end as reason`;
