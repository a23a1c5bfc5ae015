import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A page somewhere that says it links to one of the brand's own. */
export interface Webmention {
  readonly id: string;
  /** The configured source. */
  readonly source: string;
  readonly page: string;
  readonly target: string;
  readonly state: 'queued' | 'accepted' | 'refused' | 'deleted';
  readonly attempts: number;
}

export interface QueuedWebmention {
  readonly id: string;
  /** False: it is known, and its page is looked at again. */
  readonly isNew: boolean;
}

/** Waiting to be verified, for all senders together: beyond this nothing more is taken in. */
const mostWaiting = 1_000;

/** null: too many wait. What is sent again is looked at again (W3C Webmention 3.2.4). */
export const queueWebmention = async (
  tx: Transaction,
  told: { readonly id: string; readonly source: string; readonly page: string; readonly target: string },
  now: Date,
): Promise<QueuedWebmention | null> => {
  const waiting = await sql<{ n: string }>`
    select count(*) as n from (select 1 from intake.webmention where next_try_at is not null limit ${mostWaiting}) w`.execute(
    tx,
  );
  if (Number(waiting.rows[0]?.n ?? 0) >= mostWaiting) return null;
  const { rows } = await sql<{ webmention_id: string }>`
    insert into intake.webmention (webmention_id, source, page, target, received_at, next_try_at)
    values (${told.id}::uuid, ${told.source}, ${told.page}, ${told.target}, ${now}, ${now})
    on conflict (source, page, target) do update set received_at = excluded.received_at, next_try_at = excluded.next_try_at, attempts = 0
    returning webmention_id`.execute(tx);
  const id = rows[0]?.webmention_id ?? told.id;
  return { id, isNew: id === told.id };
};

export const readWebmention = async (
  tx: Transaction,
  source: string,
  id: string,
): Promise<{ readonly state: Webmention['state']; readonly reason: string | null } | null> => {
  const row = await tx
    .selectFrom('intake.webmention')
    .select(['state', 'reason'])
    .where('source', '=', source)
    .where('webmention_id', '=', id)
    .executeTakeFirst();
  return row ?? null;
};

/** Whoever is killed while it verifies leaves it to be tried again after this. */
const tryAgainMs = 5 * 60_000;

/** Those that are due, each given to one process. */
export const claimWebmentions = async (
  tx: Transaction,
  sources: readonly string[],
  { now, limit }: { readonly now: Date; readonly limit: number },
): Promise<Webmention[]> => {
  const { rows } = await sql<Webmention>`
    update intake.webmention w set attempts = w.attempts + 1, next_try_at = ${new Date(now.getTime() + tryAgainMs)}
    from (
      select webmention_id from intake.webmention
      where next_try_at <= ${now} and source = any(${[...sources]}::text[]) order by next_try_at limit ${limit} for update skip locked) due
    where w.webmention_id = due.webmention_id
    returning w.webmention_id as id, w.source, w.page, w.target, w.state, w.attempts`.execute(tx);
  return rows;
};

export const postponeWebmention = async (
  tx: Transaction,
  id: string,
  again: { readonly reason: string; readonly at: Date },
): Promise<void> => {
  await sql`update intake.webmention set reason = ${again.reason}, next_try_at = ${again.at} where webmention_id = ${id}::uuid`.execute(
    tx,
  );
};

/** What of a page stands in the record, by whichever of its links it came. */
export interface StandingPage {
  readonly revision: number;
  readonly content: string;
}

export const readStandingPage = async (
  tx: Transaction,
  { source, page }: Pick<Webmention, 'source' | 'page'>,
): Promise<StandingPage | null> => {
  const { rows } = await sql<StandingPage>`
    select revision, content from intake.webmention
    where source = ${source} and page = ${page} and content is not null order by revision desc limit 1`.execute(
    tx,
  );
  return rows[0] ?? null;
};

/** Links of the same page to other pages of ours that stand. */
export const hasOtherLinks = async (tx: Transaction, one: Webmention): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from intake.webmention
    where source = ${one.source} and page = ${one.page} and target <> ${one.target} and state = 'accepted' limit 1`.execute(
    tx,
  );
  return rows.length > 0;
};

export const settleWebmention = async (
  tx: Transaction,
  id: string,
  settled: {
    readonly state: 'accepted' | 'refused' | 'deleted';
    readonly reason: string | null;
    readonly standing: StandingPage | null;
    readonly at: Date;
  },
): Promise<void> => {
  await sql`
    update intake.webmention set state = ${settled.state}, reason = ${settled.reason}, checked_at = ${settled.at}, next_try_at = null,
      revision = ${settled.standing?.revision ?? 0}, content = ${settled.standing?.content ?? null}
    where webmention_id = ${id}::uuid`.execute(tx);
};

/** What was refused or taken back goes with posts that open no case; what stands is what tells an edit from a new page. */
export const dropWebmentions = async (
  tx: Transaction,
  before: { readonly settled: Date; readonly standing: Date },
  limit: number,
): Promise<number> => {
  const dropped = await sql`
    delete from intake.webmention w using (
      select webmention_id from intake.webmention
      where next_try_at is null and received_at < case when state = 'accepted' then ${before.standing}::timestamptz else ${before.settled}::timestamptz end limit ${limit} for update skip locked) d
    where w.webmention_id = d.webmention_id`.execute(tx);
  return Number(dropped.numAffectedRows ?? 0);
};
