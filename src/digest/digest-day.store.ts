import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A digest that was claimed and not written within this time lost its process: another one may take it. */
const claimMs = 5 * 60_000;

/** Claims a brand's digest of a day for this process; false: somebody writes it, or it is written. */
export const claimDigestDay = async (
  tx: Transaction,
  { brand, day, now }: DigestDay & { readonly now: Date },
): Promise<boolean> => {
  const claimed = await sql`
    insert into ops.digest_day as d (brand, day, claimed_at) values (${brand}, ${day}, ${now})
    on conflict (brand, day) do update set claimed_at = excluded.claimed_at
    where d.written_at is null and d.claimed_at <= ${new Date(now.getTime() - claimMs)}`.execute(tx);
  return Number(claimed.numAffectedRows ?? 0) === 1;
};

export const finishDigestDay = async (
  tx: Transaction,
  { brand, day, now }: DigestDay & { readonly now: Date },
): Promise<void> => {
  await sql`update ops.digest_day set written_at = ${now} where brand = ${brand} and day = ${day}`.execute(
    tx,
  );
};

/** Somebody else may try at once: this process could not write it. */
export const releaseDigestDay = async (tx: Transaction, { brand, day }: DigestDay): Promise<void> => {
  await sql`delete from ops.digest_day where brand = ${brand} and day = ${day} and written_at is null`.execute(
    tx,
  );
};

/** Brands whose digest of that day is written: nothing to do, which is so on almost every look. */
export const readWrittenDays = async (
  tx: Transaction,
  days: readonly DigestDay[],
): Promise<ReadonlySet<string>> => {
  const { rows } = await sql<{ brand: string }>`
    select d.brand from ops.digest_day d
    join unnest(${days.map(({ brand }) => brand)}::text[], ${days.map(({ day }) => day)}::date[]) as k (brand, day) using (brand, day)
    where d.written_at is not null`.execute(tx);
  return new Set(rows.map(({ brand }) => brand));
};

/** When this record was begun: of a time before it there is nothing to tell. null: it was never served. */
export const readBeginning = async (tx: Transaction): Promise<Date | null> => {
  const { rows } = await sql<{ at: Date | null }>`select min(created_at) as at from desk.policy`.execute(tx);
  return rows[0]?.at ?? null;
};

export interface DigestDay {
  readonly brand: string;
  /** `2026-05-04`, of the brand's own calendar. */
  readonly day: string;
}
