import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { threadDays } from './inbox.store.ts';

/** What was read just now stands, and so does what the platform was asked about and still has. */
export const noteStanding = async (
  tx: Transaction,
  source: string,
  told: {
    readonly at: Date;
    readonly checked: readonly string[];
    readonly kept: readonly { readonly nativeId: string; readonly revision: number }[];
  },
): Promise<void> => {
  const newest = new Map(told.kept.map(({ nativeId, revision }) => [nativeId, revision]));
  // Sorted by key, so that two who read cannot wait for each other.
  if (newest.size > 0)
    await sql`
      insert into intake.post_check (source, native_id, revision, checked_at)
      select ${source}, k.id, k.revision, ${told.at}::timestamptz
      from unnest(${[...newest.keys()]}::text[], ${[...newest.values()]}::int[]) as k (id, revision) order by 2
      on conflict (source, native_id) do update set checked_at = excluded.checked_at, revision = greatest(post_check.revision, excluded.revision)`.execute(
      tx,
    );
  if (told.checked.length > 0)
    await sql`
      update intake.post_check set checked_at = ${told.at}
      where source = ${source} and native_id = any(${[...told.checked].sort()}::text[])`.execute(tx);
};

/** Posts whose words are kept and that were last known to stand before an instant: those of open cases first. */
export const findDueChecks = async (
  tx: Transaction,
  source: string,
  { before, limit }: { readonly before: Date; readonly limit: number },
): Promise<{ nativeId: string; revision: number }[]> => {
  const { rows } = await sql<{ nativeId: string; revision: number }>`
    select c.native_id as "nativeId", c.revision from intake.post_check c
    join desk.mention m on m.source = c.source and m.native_id = c.native_id and m.text is not null
    left join desk."case" on "case".case_id = m.case_id
    where c.source = ${source} and c.checked_at < ${before}
    group by c.native_id, c.revision, c.checked_at
    order by bool_or("case".due_at is not null) desc, bool_or("case".closed_at is null and "case".case_id is not null) desc, c.checked_at
    limit ${limit}`.execute(tx);
  return rows;
};

export const countHeld = async (tx: Transaction, source: string): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from intake.post_check where source = ${source}`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** Threads that are listened to: a brand was named in them lately. */
export const countThreads = async (tx: Transaction, source: string, now: Date): Promise<number> => {
  const since = new Date(now.getTime() - threadDays * 86_400_000);
  const { rows } = await sql<{ n: string }>`
    select count(distinct thread) as n from intake.thread
    where source = ${source} and last_matched_at >= ${since}`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};

/** What is not kept any more need not be asked for; a day leaves time for what is not decided yet. */
export const dropDoneChecks = async (tx: Transaction, now: Date): Promise<void> => {
  await sql`
    delete from intake.post_check c where checked_at < ${new Date(now.getTime() - 86_400_000)}
      and not exists (select 1 from desk.mention m where m.source = c.source and m.native_id = c.native_id and m.text is not null)
      and not exists (select 1 from intake.inbox i where i.source = c.source and i.state = 'pending')`.execute(
    tx,
  );
};
