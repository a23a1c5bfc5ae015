import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A night that was claimed and not finished within this time lost its process: another one may take it. */
const claimMs = 3_600_000;

/** Claims the replay of a day for this process; false: somebody does it, or it is done. */
export const claimNight = async (tx: Transaction, day: string, now: Date): Promise<boolean> => {
  const claimed = await sql`
    insert into ops.replay as r (day, claimed_at) values (${day}, ${now})
    on conflict (day) do update set claimed_at = excluded.claimed_at
    where r.done_at is null and r.claimed_at <= ${new Date(now.getTime() - claimMs)}`.execute(tx);
  return Number(claimed.numAffectedRows ?? 0) === 1;
};

/**
 * Cases by lot, at most `limit`, of those whose words are kept: random places in the range of their numbers, four for
 * each that is wanted, so that a record of millions is not read for it.
 */
export const drawCases = async (tx: Transaction, limit: number): Promise<readonly string[]> => {
  const { rows } = await sql<{ case_id: string }>`
    with ends as (
      select (select case_id from desk."case" where forgotten_at is null order by case_id limit 1) as low,
        (select max(case_id) from desk."case") as high),
    places as (
      select low + floor(random() * (high - low + 1))::bigint as place from ends, generate_series(1, ${4 * limit}::int) where low is not null)
    select case_id from (
      select distinct c.case_id from places cross join lateral (
        select case_id from desk."case" where case_id >= place and forgotten_at is null order by case_id limit 1) c) as drawn
    order by random() limit ${limit}`.execute(tx);
  return rows.map((row) => row.case_id);
};

/** What came of deciding a sample again. */
export interface ReplayResult {
  readonly cases: number;
  readonly posts: number;
  readonly same: number;
  readonly different: number;
  /** The version that decided, or the words, are gone. */
  readonly untold: number;
  readonly differentCases: readonly string[];
}

export const noteReplay = async (
  tx: Transaction,
  day: string,
  result: ReplayResult,
  now: Date,
): Promise<void> => {
  await sql`
    update ops.replay set done_at = ${now}, cases = ${result.cases}, posts = ${result.posts}, same = ${result.same},
      different = ${result.different}, untold = ${result.untold}, different_cases = ${[...result.differentCases]}::bigint[]
    where day = ${day}`.execute(tx);
};

/** The last replay that ended; null: none did so far. */
export const readLastReplay = async (
  tx: Transaction,
): Promise<(ReplayResult & { readonly doneAt: Date }) | null> => {
  const { rows } = await sql<ReplayResult & { doneAt: Date }>`
    select done_at as "doneAt", cases, posts, same, different, untold, different_cases::text[] as "differentCases"
    from ops.replay where done_at is not null order by day desc limit 1`.execute(tx);
  return rows[0] ?? null;
};
