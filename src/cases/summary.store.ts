import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { Transaction } from '../postgres/database.ts';
import { isListedFor } from '../postgres/told-case.ts';
import type { OldestRow, QueueCount, SummaryRows } from './summary.ts';

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const oldestShown = 10;

/**
 * What the summary counts, but for the sources' health, in one state of the database: the transaction must have run
 * nothing before. Blind to reach: it reads the desk and the dead letters.
 */
export const readSummaryRows = async (
  tx: Transaction,
  { from, now, brands = null, reader = null }: SummaryAsk,
): Promise<Omit<SummaryRows, 'sources'>> => {
  const isOf = (column: string) =>
    brands === null ? sql<boolean>`true` : sql<boolean>`${sql.raw(column)} = any(${[...brands]}::text[])`;
  await sql`set transaction isolation level repeatable read, read only`.execute(tx);
  return {
    from,
    read: await readMentions(tx, from, isOf),
    queue: await readQueue(tx, { from, now, isOf }),
    oldest: await readOldest(tx, isOf, reader),
    ...(await readTroubles(tx, now, isOf)),
  };
};

export interface SummaryAsk {
  readonly from: Date;
  readonly now: Date;
  /** Whose work is asked about; null: everybody's. What belongs to no brand is counted for all. */
  readonly brands?: readonly string[] | null;
  /** Who is told: confidential cases are counted for everybody, and named to those alone who may know of them. */
  readonly reader?: CaseReader;
}
type IsOf = (column: string) => RawBuilder<boolean>;

/** From the roll-up, whose hours are whole: the hour in which the period begins counts in full. */
const readMentions = async (tx: Transaction, from: Date, isOf: IsOf): Promise<number> => {
  const hour = new Date(Math.floor(from.getTime() / hourMs) * hourMs);
  const { rows } = await sql<{ n: string }>`
    select coalesce(sum(n), 0) as n from desk.rollup_hour where hour >= ${hour} and ${isOf('brand')}`.execute(
    tx,
  );
  return Number(rows[0]?.n ?? 0);
};

/** A clock starts at most a day before its post is received: `opened_at`, which is indexed, bounds `received_at`. */
const readQueue = async (
  tx: Transaction,
  { from, now, isOf }: { readonly from: Date; readonly now: Date; readonly isOf: IsOf },
): Promise<readonly QueueCount[]> => {
  const { rows } = await sql<QueueCount>`
    select brand, severity, sum(opened)::int as opened, sum(waiting)::int as waiting, sum(late)::int as late, min(since) as "waitingSince"
    from (
      select brand, severity, 0 as opened, 1 as waiting, case when due_at < ${now} then 1 else 0 end as late, clock_start as since
        from desk."case" where due_at is not null
      union all
      select brand, severity, 1, 0, 0, null
        from desk."case" where opened_at >= ${new Date(from.getTime() - dayMs)} and received_at >= ${from} and not is_history) as each
    where ${isOf('brand')}
    group by brand, severity order by brand, severity`.execute(tx);
  return rows;
};

const readOldest = async (tx: Transaction, isOf: IsOf, reader: CaseReader): Promise<readonly OldestRow[]> => {
  const isTold = reader === null || reader.dispute ? sql`true` : sql`not c.in_dispute`;
  const { rows } = await sql<OldestRow>`
    select c.case_id as "caseId", c.brand, c.severity, c.clock_start as "waitingSince", c.due_at as "dueAt"
    from desk."case" c where c.due_at is not null and ${isOf('c.brand')} and ${isTold} and ${isListedFor(reader, 'c')}
    order by c.clock_start, c.case_id limit ${oldestShown}`.execute(tx);
  return rows;
};

type Figures = Pick<SummaryRows, 'unsure' | 'deadLetters' | 'differing' | 'silences' | 'keptBack'>;

const readTroubles = async (tx: Transaction, now: Date, isOf: IsOf): Promise<Figures> => {
  const { rows } = await sql<Figures>`
    select (select count(*)::int from desk.mention where case_id is null and outcome = 'review' and is_unsure and ${isOf('brand')}) as unsure,
      (select count(*)::int from ops.dead_letter where state = 'waiting') as "deadLetters",
      coalesce((select different from ops.replay where done_at is not null order by day desc limit 1), 0) as differing,
      (select count(*)::int from desk.silence where ended_at is null and released_at is null and ends_at > ${now}
        and (matcher ->> 'brand' is null or ${isOf(`matcher ->> 'brand'`)})) as silences,
      (select count(*)::int from desk.outbox o where o.unsent = 'silenced'
        and (o.alert ->> 'brand' is null or ${isOf(`o.alert ->> 'brand'`)}) and exists (
        select from desk.silence s where s.silence_id::text = o.unsent_cause and s.released_at is null)) as "keptBack"`.execute(
    tx,
  );
  return rows[0] ?? { unsure: 0, deadLetters: 0, differing: 0, silences: 0, keptBack: 0 };
};
