import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { eraseWords } from '../postgres/erased-mention.ts';
import { pruneFollowed } from './follow.store.ts';
import { threadDays } from './inbox.store.ts';
import { dropDoneChecks } from './post-check.store.ts';
import { dropOldSpending } from './spend.store.ts';

/** Redacts what slipped between a deletion and a decision that ran at the same time. Returns the posts. */
export const redactSlipped = async (
  tx: Transaction,
  now: Date,
): Promise<readonly { readonly postKey: string; readonly caseId: string | null }[]> => {
  const since = new Date(now.getTime() - 86_400_000);
  const { rows } = await sql<{ key: string; case_id: string | null }>`
    update desk.mention m set ${eraseWords},
      erased_at = ${now}, parent_pending = false
    where m.erased_at is null and m.mention_id in (
      select d.mention_id from intake.tombstone t join desk.mention d on d.source = t.source and d.native_id = t.native_id where t.at > ${since}
      union all
      select d.mention_id from intake.author_tombstone a join desk.mention d on d.source = a.source and d.author = a.author and d.received_at <= a.at where a.at > ${since})
    returning m.source || '|' || m.native_id as key, m.case_id`.execute(tx);
  return rows.map((row) => ({ postKey: row.key, caseId: row.case_id }));
};

/**
 * Threads that are no longer listened to, and the husks of batches that are done. A batch that was split, or buried as
 * a dead letter, goes when nothing of its page waits any more: not to be decided, to be unpacked, or for a person.
 */
export const pruneIntake = async (tx: Transaction, now: Date): Promise<void> => {
  const threads = new Date(now.getTime() - threadDays * 86_400_000);
  const husks = new Date(now.getTime() - 86_400_000);
  await sql`delete from intake.thread where last_matched_at < ${threads}`.execute(tx);
  await pruneFollowed(tx, now);
  await dropDoneChecks(tx, now);
  await dropOldSpending(tx, now);
  await sql`
    delete from intake.inbox i where i.done_at < ${husks} and (
      (i.state = 'done' and i.reach_done_at is not null)
      or (i.state in ('split', 'dead')
        and not exists (select 1 from intake.inbox o where o.root_batch = i.root_batch
          and (o.state = 'pending' or (o.state = 'done' and o.reach_done_at is null)))
        and not exists (select 1 from ops.dead_letter d where d.root_batch = i.root_batch and d.state = 'waiting')))`.execute(
    tx,
  );
};
