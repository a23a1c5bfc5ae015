import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { type Head, type RootFields, rootOf } from './chain.ts';
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
  const heads = await readHeadsBetween(tx, last?.upTo ?? '0', fields.upTo);
  const made: LogRoot = { ...fields, root: rootOf(fields, heads), cases: heads.length, at: now };
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

/** The last seal of each case among those after `after`, up to `upTo`; in the order of the cases' numbers. */
export const readHeadsBetween = async (
  tx: Transaction,
  after: string,
  upTo: string,
): Promise<readonly Head[]> => {
  const { rows } = await sql<Head>`
    select distinct on (case_id) case_id as "caseId", seq, encode(hash, 'hex') as hash from desk.activity_seal
    where seal_id > ${after}::bigint and seal_id <= ${upTo}::bigint order by case_id, seq desc`.execute(tx);
  return rows;
};
