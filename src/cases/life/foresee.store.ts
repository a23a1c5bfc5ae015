import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { writeOutbox } from '../outbox.store.ts';
import { foreseeLate, type Outlook, type Waiting } from './foresee.ts';

const hourMs = 3_600_000;
/** Long enough for a coffee, short enough for a shift. */
const windowMs = 2 * hourMs;
/** Cases that were answered lately began in this time, but for a few: the index of openings finds them. */
const begunWithinMs = 48 * hourMs;
/** The front of a queue; who stands behind so many is late before the pace is known. */
const front = 1_000;

/** How the waiting cases of a brand will fare at the pace of the last two hours. */
export const readOutlook = async (tx: Transaction, brand: string, now: Date): Promise<Outlook> => {
  const { rows } = await sql<{ answers: number }>`
    select count(*)::int as answers from desk."case"
    where opened_at >= ${new Date(now.getTime() - begunWithinMs)}::timestamptz and brand = ${brand}
      and last_response_at > ${new Date(now.getTime() - windowMs)}::timestamptz and last_response_at <= ${now}::timestamptz`.execute(
    tx,
  );
  const waiting = await sql<Waiting>`
    select case_id as id, due_at as "dueAt" from desk."case" where due_at is not null and brand = ${brand}
    order by due_at, clock_start, case_id limit ${front}`.execute(tx);
  return foreseeLate(waiting.rows, { answers: rows[0]?.answers ?? 0, windowMs }, now);
};

/** Says once per brand that cases will be late, and again only after a look that foresaw none. */
export const warnOfForeseen = async (
  tx: Transaction,
  brands: readonly string[],
  now: Date,
): Promise<number> => {
  let told = 0;
  for (const brand of brands) {
    const outlook = await readOutlook(tx, brand, now);
    if (outlook.kind === 'unknown') continue;
    const key = `late_foreseen:${brand}`;
    if (outlook.late.length === 0) await sql`delete from ops.setting where key = ${key}`.execute(tx);
    else if (await claim(tx, key, now)) {
      const { late, pace } = outlook;
      const values = { count: late.length, answers: pace.answers, hours: pace.windowMs / hourMs };
      const alert = { kind: 'late_foreseen', brand, values } as const;
      await writeOutbox(tx, [{ alert, postKey: null, traceId: null }], now);
      told += 1;
    }
  }
  return told;
};

const claim = async (tx: Transaction, key: string, now: Date): Promise<boolean> => {
  const written = await sql`
    insert into ops.setting (key, value) values (${key}, to_jsonb(${now.toISOString()}::text)) on conflict do nothing`.execute(
    tx,
  );
  return Number(written.numAffectedRows ?? 0) === 1;
};
