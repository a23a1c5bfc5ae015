import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** Deletions older than every copy that could come back: a post which returns then was written anew. */
export const dropTombstones = async (tx: Transaction, before: Date, limit: number): Promise<number> => {
  const posts = await sql`
    delete from intake.tombstone t using (
      select source, native_id from intake.tombstone where at < ${before} order by at limit ${limit} for update skip locked) d
    where t.source = d.source and t.native_id = d.native_id`.execute(tx);
  const authors = await sql`
    delete from intake.author_tombstone t using (
      select source, author from intake.author_tombstone where at < ${before} order by at limit ${limit} for update skip locked) d
    where t.source = d.source and t.author = d.author`.execute(tx);
  return Math.max(Number(posts.numAffectedRows ?? 0), Number(authors.numAffectedRows ?? 0));
};

/** Dead letters that a person has settled: nothing is left in them but whose mention it was and what was done. */
export const dropSettledLetters = async (tx: Transaction, limit: number): Promise<number> => {
  const settled = await sql`
    delete from ops.dead_letter where dead_letter_id in (
      select dead_letter_id from ops.dead_letter where state <> 'waiting' limit ${limit} for update skip locked)`.execute(
    tx,
  );
  return Number(settled.numAffectedRows ?? 0);
};

/** Processes that are gone. The last beat of all stays: by it the next start knows how long nobody ran. */
export const dropGoneServices = async (tx: Transaction, before: Date): Promise<number> => {
  const gone = await sql`
    delete from ops.service where beat_at < ${before} and beat_at < (select max(beat_at) from ops.service)`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};
