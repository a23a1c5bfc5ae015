import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import type { Horizon, Progress } from './progress.ts';

/** Who goes through the complaints; another one takes over when the holder gives no sign for so long. */
const holdMs = 30_000;
/** What is older than the window of near-duplicates was there before problems were looked for. */
const windowMs = 72 * 3_600_000;

export interface Held extends Progress {
  /** The same holder had it before: what it remembers is whole. */
  readonly wasOurs: boolean;
}

/** Takes or keeps the turn and the lock on it until the transaction ends; null: another process has it. */
export const holdProgress = async (tx: Transaction, holder: string, now: Date): Promise<Held | null> => {
  await lockProblems(tx, now);
  const { rows } = await sql<ProgressRow>`
    select holder, held_until as "heldUntil", floor, mark, mark_xid as "markXid", marked_at as "markedAt"
    from desk.problem_progress`.execute(tx);
  const [row] = rows;
  if (row === undefined) return null;
  const isHeld = row.holder !== null && isRunning(row.heldUntil, now);
  if (isHeld && row.holder !== holder) return null;
  // Written only when a third of it is over: most looks find nothing and shall cost nothing.
  if (!isHeld || Number(row.heldUntil) - now.getTime() < (2 * holdMs) / 3) {
    const until = new Date(now.getTime() + holdMs);
    await sql`update desk.problem_progress set holder = ${holder}, held_until = ${until}`.execute(tx);
  }
  const { floor, mark, markXid, markedAt } = row;
  return {
    floor: Number(floor),
    mark: Number(mark),
    markXid: BigInt(markXid),
    markedAt,
    wasOurs: isHeld,
  };
};

/** A turn that ends later than one can last was noted by a clock that has been set back since. */
const isRunning = (until: Date | null, now: Date): boolean =>
  until !== null && until > now && until.getTime() - now.getTime() <= holdMs;

/** People who decide about problems hold it, too: nothing is grouped meanwhile. */
export const lockProblems = async (tx: Transaction, now: Date): Promise<void> => {
  const locked = await sql`select 1 from desk.problem_progress for update`.execute(tx);
  if (locked.rows.length > 0) return;
  await sql`
    insert into desk.problem_progress (floor, mark, mark_xid, marked_at)
    select coalesce(max(activity_id), 0), 0, '0', ${now}::timestamptz from desk.activity
    where at < ${new Date(now.getTime() - windowMs)} on conflict do nothing`.execute(tx);
  await sql`select 1 from desk.problem_progress for update`.execute(tx);
};

export const saveProgress = async (
  tx: Transaction,
  { floor, mark, markXid, markedAt }: Progress,
): Promise<void> => {
  await sql`
    update desk.problem_progress set floor = ${floor}, mark = ${mark}, mark_xid = ${String(markXid)}, marked_at = ${markedAt}`.execute(
    tx,
  );
};

export const letGo = async (tx: Transaction, holder: string): Promise<void> => {
  await sql`update desk.problem_progress set holder = null, held_until = null where holder = ${holder}`.execute(
    tx,
  );
};

/** To be read first in a transaction, before it has a number of its own: whoever holds a lower number began before it. */
export const readHighest = async (tx: Transaction): Promise<number> => {
  const { rows } = await sql<{ highest: string }>`
    select coalesce(max(activity_id), 0) as highest from desk.activity`.execute(tx);
  return Number(rows[0]?.highest ?? 0);
};

export const readHorizon = async (tx: Transaction, highest: number): Promise<Horizon> => {
  const { rows } = await sql<{ own: string; oldest: string }>`
    select pg_current_xact_id()::text as own, pg_snapshot_xmin(pg_current_snapshot())::text as oldest`.execute(
    tx,
  );
  return { highest, oldestXid: BigInt(rows[0]?.oldest ?? 0), ownXid: BigInt(rows[0]?.own ?? 0) };
};

interface ProgressRow {
  holder: string | null;
  heldUntil: Date | null;
  floor: string;
  mark: string;
  markXid: string;
  markedAt: Date;
}
