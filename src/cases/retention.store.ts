import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { eraseWords } from '../postgres/erased-mention.ts';
import { type Complainant, lockComplainants } from './case.store.ts';

export interface DuePost {
  readonly mentionId: string;
  readonly source: string;
  readonly nativeId: string;
}

/** Posts that opened no case and were decided before `before`, the oldest first; decided is seconds after received. */
export const findDuePosts = async (tx: Transaction, before: Date, limit: number): Promise<DuePost[]> => {
  const { rows } = await sql<DuePost>`
    with recursive brands as (
      (select brand from desk.mention where case_id is null and outcome = 'review' order by brand limit 1)
      union all
      select (select m.brand from desk.mention m where m.case_id is null and m.outcome = 'review' and m.brand > b.brand order by m.brand limit 1)
      from brands b where b.brand is not null)
    select m.mention_id as "mentionId", m.source, m.native_id as "nativeId" from (
      select d.* from brands b cross join lateral (
        select mention_id, source, native_id from desk.mention
        where brand = b.brand and case_id is null and outcome = 'review' and decided_at < ${before}
        order by decided_at, mention_id limit ${limit}) d
      union all
      (select mention_id, source, native_id from desk.mention
        where case_id is null and outcome = 'complaint' and decided_at < ${before} order by decided_at limit ${limit})) m
    limit ${limit}`.execute(tx);
  return rows;
};

/** A post that somebody opened a case for in the meantime stays. Returns how many went. */
export const dropPosts = async (tx: Transaction, posts: readonly DuePost[]): Promise<number> => {
  if (posts.length === 0) return 0;
  const gone = await sql`
    delete from desk.mention where case_id is null and mention_id = any(${posts.map((post) => post.mentionId)}::bigint[])`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};

/**
 * Forgets who was behind cases that ended before `before`, and what they said. The case stays with its times,
 * severity and categories, for the reports; a case in dispute is for counsel to release. Returns how many were taken.
 */
export const forgetEndedCases = async (
  tx: Transaction,
  { before, now, limit }: { readonly before: Date; readonly now: Date; readonly limit: number },
): Promise<number> => {
  const found = await findEnded(tx, before, limit);
  // Whoever files a post holds this lock: the case is read again once nobody does.
  await lockComplainants(tx, found);
  const ids = await stillEnded(
    tx,
    found.map(({ caseId }) => caseId),
    before,
  );
  if (ids.length === 0) return 0;
  await blankMentions(tx, ids, now);
  await sql`
    update desk."case" set identifiers = '{}', complainant = 'forgotten-' || case_id, forgotten_at = ${now}, version = version + 1, posts = (
      select coalesce(jsonb_agg(p || '{"url": null, "fingerprint": ""}' order by place), '[]')
      from jsonb_array_elements(posts) with ordinality as e (p, place))
    where case_id = any(${ids}::bigint[])`.execute(tx);
  await sql`update desk.activity set note = null where case_id = any(${ids}::bigint[]) and note is not null`.execute(
    tx,
  );
  for (const table of ['lease', 'skip', 'accused'])
    await sql`delete from ${sql.table(`desk.${table}`)} where case_id = any(${ids}::bigint[])`.execute(tx);
  await sql`
    update desk.escalation set note = null, decision_note = null, answer = null,
      requested_by = case when via = 'customer' then 'customer' else requested_by end
    where case_id = any(${ids}::bigint[])`.execute(tx);
  await dropComplainants(tx, found);
  return ids.length;
};

interface Ended extends Complainant {
  readonly caseId: string;
}

const endedAt = sql`coalesce(c.closed_at, c.resolved_at, c.updated_at)`;
const isEnded = sql`c.forgotten_at is null and (c.status in ('resolved', 'closed') or c.disposition is not null) and not c.in_dispute`;

/** Those that were merged into one of them, one into the other, end with it: they say the same. */
const findEnded = async (tx: Transaction, before: Date, limit: number): Promise<Ended[]> => {
  const { rows } = await sql<Ended>`
    select c.case_id as "caseId", c.brand, c.complainant from desk."case" c
    where ${isEnded} and c.merged_into is null and ${endedAt} < ${before} order by ${endedAt} limit ${limit}`.execute(
    tx,
  );
  return rows;
};

/** Of one person and brand, as all cases that are merged: whoever changes one of them waits for the same lock. */
const stillEnded = async (tx: Transaction, found: readonly string[], before: Date): Promise<string[]> => {
  if (found.length === 0) return [];
  const { rows } = await sql<{ caseId: string }>`
    select one.id as "caseId" from (
      select c.case_id from desk."case" c
      where c.case_id = any(${[...found]}::bigint[]) and c.merged_into is null and ${isEnded} and ${endedAt} < ${before}
      for update) ended
    cross join lateral desk.cases_of(ended.case_id) as one (id)`.execute(tx);
  return rows.map(({ caseId }) => caseId);
};

const blankMentions = async (tx: Transaction, caseIds: readonly string[], now: Date): Promise<void> => {
  await sql`
    update desk.mention set ${eraseWords}, parent_verdict = null,
      parent_pending = false, erased_at = ${now}
    where case_id = any(${[...caseIds]}::bigint[]) and erased_at is null`.execute(tx);
};

/** The row is a lock for the cases of one person; without a case of theirs it only says that they were here. */
const dropComplainants = async (tx: Transaction, people: readonly Complainant[]): Promise<void> => {
  await sql`
    delete from desk.complainant p
    using unnest(${people.map(({ brand }) => brand)}::text[], ${people.map(({ complainant }) => complainant)}::text[]) as k (brand, complainant)
    where p.brand = k.brand and p.complainant = k.complainant
      and not exists (select 1 from desk."case" c where c.brand = p.brand and c.complainant = p.complainant)`.execute(
    tx,
  );
};
