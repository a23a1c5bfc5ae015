import { sql } from 'kysely';
import type { Spending, Spent } from '../domain/spending.ts';
import type { Transaction } from '../postgres/database.ts';

/**
 * Adds what is decided by what was spent. One at a time for each source and day, so that two who read from it cannot both
 * take the last of the money.
 */
export const bookSpending = async (
  tx: Transaction,
  { source, day }: { readonly source: string; readonly day: string },
  decide: (spent: Spent) => Spending | null,
): Promise<Spending | null> => {
  await sql`
    insert into ops.spend (source, day, purpose, mills, posts) values (${source}, ${day}, '', 0, 0)
    on conflict (source, day, purpose) do update set mills = spend.mills`.execute(tx);
  const { rows } = await sql<{ purpose: string | null; mills: string; posts: string }>`
    select purpose, mills, posts from ops.spend where source = ${source} and day = ${day} and purpose <> ''
    union all
    select null, coalesce(sum(mills), 0), 0 from ops.spend
      where source = ${source} and day >= ${`${day.slice(0, 7)}-01`} and day <= ${day}`.execute(tx);
  const today = new Map<string, Spending>();
  let monthMills = 0;
  for (const { purpose, mills, posts } of rows) {
    if (purpose === null) monthMills = Number(mills);
    else today.set(purpose, { purpose, mills: Number(mills), posts: Number(posts) });
  }
  const spending = decide({ day, today, monthMills });
  if (spending !== null) await addSpending(tx, { source, day, spending });
  return spending;
};

const addSpending = async (
  tx: Transaction,
  { source, day, spending }: { source: string; day: string; spending: Spending },
): Promise<void> => {
  const { purpose, mills, posts } = spending;
  await sql`
    insert into ops.spend (source, day, purpose, mills, posts) values (${source}, ${day}, ${purpose}, ${mills}, ${posts})
    on conflict (source, day, purpose) do update set mills = spend.mills + excluded.mills, posts = spend.posts + excluded.posts`.execute(
    tx,
  );
};

/** Whole months are looked back on; those before the last one say nothing to anybody. */
export const dropOldSpending = async (tx: Transaction, now: Date): Promise<void> => {
  const before = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1))
    .toISOString()
    .slice(0, 10);
  await sql`delete from ops.spend where day < ${before}`.execute(tx);
  await sql`delete from ops.budget_told where period < ${before.slice(0, 7)}`.execute(tx);
};
