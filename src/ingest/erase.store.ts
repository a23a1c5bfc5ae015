import { createHmac } from 'node:crypto';
import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** Whom or what an erasure is about. */
export type ErasureTarget =
  | { readonly kind: 'author'; readonly source: string; readonly author: string }
  | { readonly kind: 'post'; readonly source: string; readonly nativeId: string };

/** What the ledger keeps of an id: it proves an erasure and finds the id again after a restore, and tells nobody who it was. */
export const erasureHash = (key: string, target: ErasureTarget): string =>
  createHmac('sha256', key)
    .update(
      `erasure\n${target.kind}\n${target.source}\n${target.kind === 'author' ? target.author : target.nativeId}`,
    )
    .digest('hex');

/** Stands in each line of the ledger, so that one of another installation is noticed. */
export const installationHash = (key: string): string =>
  createHmac('sha256', key).update('installation').digest('hex').slice(0, 16);

/** What waits in the inbox, and an older backup that is read again, meet this when they are decided. */
export const writeTombstone = async (tx: Transaction, target: ErasureTarget, at: Date): Promise<void> => {
  if (target.kind === 'post')
    await sql`insert into intake.tombstone values (${target.source}, ${target.nativeId}, ${at}) on conflict do nothing`.execute(
      tx,
    );
  else
    await sql`
      insert into intake.author_tombstone values (${target.source}, ${target.author}, ${at})
      on conflict (source, author) do update set at = greatest(author_tombstone.at, excluded.at)`.execute(tx);
  // Of somebody erased not even the objection stays: it says who they are.
  if (target.kind === 'author')
    await sql`delete from desk.objection where source = ${target.source} and author = ${target.author}`.execute(
      tx,
    );
};

/** The proof that it was done. False: it was done before. */
export const noteErasure = async (
  tx: Transaction,
  row: { hash: string; kind: ErasureTarget['kind']; at: Date },
): Promise<boolean> => {
  const noted = await sql`
    insert into ops.erasure (key, kind, at) values (${row.hash}, ${row.kind}, ${row.at})
    on conflict (key, kind) do update set at = greatest(erasure.at, excluded.at)`.execute(tx);
  return Number(noted.numAffectedRows ?? 0) === 1;
};

export interface StoredCounts {
  readonly mentions: number;
  readonly cases: readonly string[];
}

/** What of a target is stored with its words. */
export const countStored = async (tx: Transaction, target: ErasureTarget): Promise<StoredCounts> => {
  const [author, nativeId] = target.kind === 'author' ? [target.author, null] : [null, target.nativeId];
  const { rows } = await sql<{ n: string; cases: string[] | null }>`
    select count(*) as n, array_agg(distinct case_id::text) filter (where case_id is not null) as cases from desk.mention
    where source = ${target.source} and erased_at is null and (author = ${author}::text or native_id = ${nativeId}::text)`.execute(
    tx,
  );
  return { mentions: Number(rows[0]?.n ?? 0), cases: rows[0]?.cases ?? [] };
};

/** Cases keep addresses and identifiers of their posts: those of erased ones go; what else a case says stays. */
export const scrubCases = async (
  tx: Transaction,
  caseIds: readonly string[],
  postKeys: readonly string[],
): Promise<void> => {
  await lockOwners(tx, caseIds);
  await sql`
    update desk."case" c set
      posts = (select coalesce(jsonb_agg(case when p ->> 'key' = any(${[...postKeys]}::text[]) then p || '{"url":null}' else p end order by place), '[]')
        from jsonb_array_elements(c.posts) with ordinality as e (p, place)),
      identifiers = coalesce((select array_agg(distinct i) from desk.mention m, unnest(m.identifiers) as i where m.case_id = c.case_id), '{}')
    where c.case_id = any(${[...caseIds]}::bigint[])`.execute(tx);
};

/** Answers of the API are kept for a day, so that a repeated request is answered alike: not with what was erased. */
export const forgetAnswers = async (tx: Transaction, caseNames: readonly string[]): Promise<void> => {
  if (caseNames.length === 0) return;
  const patterns = caseNames.map((name) => `%"${name}"%`);
  await sql`delete from ops.api_request where body like any (${patterns}::text[])`.execute(tx);
};

/** A batch that has read these cases would write back what is taken away: whoever folds posts holds this lock. */
const lockOwners = async (tx: Transaction, caseIds: readonly string[]): Promise<void> => {
  await sql`
    select p.brand from desk.complainant p
    where (p.brand, p.complainant) in (select c.brand, c.complainant from desk."case" c where c.case_id = any(${[...caseIds]}::bigint[]))
    order by p.brand, p.complainant for update`.execute(tx);
};

/** A second transaction, as another role: the desk cannot see what is sealed. Returns how many samples went. */
export const eraseSamples = async (
  tx: Transaction,
  source: string,
  nativeIds: readonly string[],
): Promise<number> => {
  const gone = await sql`
    delete from sealed.sample where source = ${source} and native_id = any(${[...nativeIds]}::text[])`.execute(
    tx,
  );
  return Number(gone.numAffectedRows ?? 0);
};

/** Stored ids, a slice at a time by `mention_id`: a ledger is compared with each of them. */
export interface StoredId {
  readonly mentionId: string;
  readonly source: string;
  readonly nativeId: string;
  readonly author: string | null;
  readonly receivedAt: Date;
  readonly publishedAt: Date | null;
}

export const readStoredIds = async (
  tx: Transaction,
  afterId: string,
  limit: number,
): Promise<readonly StoredId[]> => {
  const rows = await tx
    .selectFrom('desk.mention')
    .select(['mention_id', 'source', 'native_id', 'author', 'received_at', 'published_at'])
    .where('mention_id', '>', afterId)
    .where('erased_at', 'is', null)
    .orderBy('mention_id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    mentionId: row.mention_id,
    source: row.source,
    nativeId: row.native_id,
    author: row.author,
    receivedAt: row.received_at,
    publishedAt: row.published_at,
  }));
};
