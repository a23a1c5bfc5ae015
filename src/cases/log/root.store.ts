import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { beginRoot, type Head, type RootFields } from './chain.ts';
import { lastSeal, lockLog } from './seal.store.ts';

export interface LogRoot extends RootFields {
  readonly root: string;
  /** Cases in which something was sealed since the root before. */
  readonly cases: number;
  readonly at: Date;
}

/** Makes the root of the last whole day (UTC), once everything is sealed. null: it is made already. */
export const makeRoot = async (tx: Transaction, now: Date): Promise<LogRoot | null> => {
  await lockLog(tx);
  const day = new Date(now.getTime() - dayMs).toISOString().slice(0, 10);
  const last = (await readRoots(tx)).at(-1) ?? null;
  if (last !== null && last.day >= day) return null;
  const fields: RootFields = { day, upTo: await lastSeal(tx), previous: last?.root ?? '' };
  const root = await rootBetween(tx, fields, last?.upTo ?? '0');
  const made: LogRoot = { ...fields, ...root, at: now };
  await tx
    .insertInto('ops.log_root')
    .values({ day, up_to: made.upTo, cases: made.cases, previous: made.previous, root: made.root, at: now })
    .execute();
  return made;
};

const dayMs = 86_400_000;

/** In the order of their days. */
export const readRoots = async (tx: Transaction): Promise<readonly LogRoot[]> => {
  const { rows } = await sql<LogRoot>`
    select day::text as day, up_to as "upTo", cases, previous, root, at from ops.log_root order by ops.log_root.day`.execute(
    tx,
  );
  return rows;
};

/** The root of these fields over the seals after `after`, from the seals themselves, and of how many cases it stands for. */
export const rootBetween = async (
  tx: Transaction,
  fields: RootFields,
  after: string,
): Promise<{ readonly root: string; readonly cases: number }> => {
  const root = beginRoot(fields);
  let cases = 0;
  for await (const heads of headsBetween(tx, after, fields.upTo)) {
    root.add(heads);
    cases += heads.length;
  }
  return { root: root.end(), cases };
};

/** Read whole, a day of a million cases would stop everything else in this process for seconds. */
const headsAtOnce = 2_000;

/** The last seal of each case among those after `after`, up to `upTo`; in the order of the cases' numbers, page by page. */
export async function* headsBetween(
  tx: Transaction,
  after: string,
  upTo: string,
): AsyncGenerator<readonly Head[]> {
  await sql`
    declare log_heads no scroll cursor for
    select distinct on (case_id) case_id as "caseId", seq, encode(hash, 'hex') as hash from desk.activity_seal
    where seal_id > ${after}::bigint and seal_id <= ${upTo}::bigint order by case_id, seq desc`.execute(tx);
  for (;;) {
    const { rows } = await sql<Head>`fetch ${sql.raw(String(headsAtOnce))} from log_heads`.execute(tx);
    if (rows.length > 0) yield rows;
    if (rows.length < headsAtOnce) break;
  }
  await sql`close log_heads`.execute(tx);
}
