import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { erasedWords, eraseWords } from '../postgres/erased-mention.ts';

/** Decided mentions on their way into the record, in one statement for the whole batch. */
export interface MentionRows {
  /** JSON array; each element has the columns below and its index `i`. What `absent` names may be left out. */
  readonly rows: string;
  /** What rows that do not say otherwise have in common. */
  readonly common: CommonColumns;
  readonly caseOf: ReadonlyMap<number, string>;
  /** Indexes of posts that were deleted before they were decided: no text, no author, no case. */
  readonly deleted: readonly number[];
  readonly decidedAt: Date;
  readonly traceId: string;
}

export interface CommonColumns {
  readonly source: string;
  readonly decisionVersion: string;
  /** ISO 8601 UTC. */
  readonly receivedAt: string;
}

const columns = `i int, source text, native_id text, brand text, revision int, author text, author_role text, thread text,
  parent text, repost_of text, text text, url text, links text[], language text, has_image boolean, fingerprint text,
  published_at timestamptz, received_at timestamptz, matched_by text, is_history boolean, outcome text,
  review_reason text, is_unsure boolean, severity text, danger text, categories text[], complaint real,
  parent_pending boolean, reasons jsonb, evidence jsonb, identifiers text[], out_of_band text, decision_version text,
  parent_verdict jsonb`;

/** Columns that a deletion empties, with what remains in their place. */
const blanked: Readonly<Record<string, string>> = {
  ...erasedWords,
  outcome: `'review'`,
  review_reason: `'deleted'`,
  severity: 'null',
  danger: 'null',
  reasons: `'[{"code":"review.deleted"}]'`,
  parent_pending: 'false',
};

const names = [...columns.matchAll(/(\w+) (?:int|text|boolean|timestamptz|real|jsonb)/g)].flatMap(
  ([, name]) => (name === undefined || name === 'i' ? [] : [name]),
);
/** What stands where an element leaves a column out that is never null. */
const absent: Readonly<Record<string, string>> = {
  source: 'o.source',
  thread: 'r.native_id',
  revision: '0',
  author_role: `'customer'`,
  matched_by: `'phrase'`,
  received_at: 'o.received_at',
  decision_version: 'o.decision_version',
  links: `'{}'`,
  has_image: 'false',
  is_history: 'false',
  is_unsure: 'false',
  categories: `'{}'`,
  parent_pending: 'false',
  reasons: `'[]'`,
  evidence: `'[]'`,
  identifiers: `'{}'`,
};
const told = (name: string): string =>
  name in absent ? `coalesce(r.${name}, ${absent[name]})` : `r.${name}`;
const values = names.map((name) =>
  name in blanked ? `case when d.i is null then ${told(name)} else ${blanked[name]} end` : told(name),
);
const replaced = names
  .filter((name) => !['source', 'native_id', 'brand'].includes(name))
  .map((name) => `${name} = excluded.${name}`);

const head = sql.raw(
  `insert into desk.mention (${names.join(', ')}, decided_at, case_id, trace_id, erased_at) select ${values.join(', ')}`,
);
const conflict = sql.raw(`on conflict (source, native_id, brand) do update set ${replaced.join(', ')},
  decided_at = excluded.decided_at, case_id = coalesce(excluded.case_id, mention.case_id), trace_id = case when mention.revision = excluded.revision then mention.trace_id else excluded.trace_id end, erased_at = excluded.erased_at`);

/**
 * Writes a batch of decided mentions. An older or equal revision never replaces a newer one, so that a batch which
 * runs twice changes nothing; `isAgain` replaces the same revision, for posts that are decided again.
 */
export const writeMentions = async (tx: Transaction, batch: MentionRows, isAgain = false): Promise<void> => {
  const guard: RawBuilder<unknown> = sql.raw(
    isAgain
      ? 'where mention.revision <= excluded.revision and mention.erased_at is null'
      : 'where mention.revision < excluded.revision and mention.erased_at is null',
  );
  await sql`
    ${head}, ${batch.decidedAt}::timestamptz, c.case_id, ${batch.traceId},
      case when d.i is null then null else ${batch.decidedAt}::timestamptz end
    from json_to_recordset(${batch.rows}::json) as r (${sql.raw(columns)})
    cross join (values (${batch.common.source}, ${batch.common.decisionVersion}, ${batch.common.receivedAt}::timestamptz))
      as o (source, decision_version, received_at)
    left join unnest(${[...batch.caseOf.keys()]}::int[], ${[...batch.caseOf.values()]}::bigint[]) as c (i, case_id) on c.i = r.i
    left join unnest(${[...batch.deleted]}::int[]) as d (i) on d.i = r.i
    ${conflict} ${guard}`.execute(tx);
};

/** What is already known of the posts of a batch: newest revision, and whether the platform took the post back. */
export interface KnownState {
  /** By `brand\nnativeId`. */
  readonly revisions: ReadonlyMap<string, number>;
  readonly deletedPosts: ReadonlySet<string>;
  /** Author and the time up to which everything of theirs is gone. */
  readonly deletedAuthors: ReadonlyMap<string, Date>;
}

/**
 * One look into the index per key (`offset 0` keeps it so): with `= any (...)` a table without statistics, as PGlite's
 * are for ever, is read as far as the source reaches (5 ms at 20,000 mentions, and growing with them).
 */
export const readKnownState = async (
  tx: Transaction,
  source: string,
  posts: readonly { nativeId: string; author: string | null }[],
): Promise<KnownState> => {
  const ids = [...new Set(posts.map((post) => post.nativeId))];
  const authors = [...new Set(posts.flatMap((post) => post.author ?? []))];
  const { rows } = await sql<{
    kind: 'm' | 'p' | 'a';
    key: string;
    revision: number | null;
    at: Date | null;
  }>`
    select 'm' as kind, m.brand || chr(10) || m.native_id as key, m.revision, null::timestamptz as at
    from unnest(${ids}::text[]) as k (id) cross join lateral (
      select brand, native_id, revision from desk.mention where source = ${source} and native_id = k.id offset 0) m
    union all
    select 'p', t.native_id, null, t.at from unnest(${ids}::text[]) as k (id) cross join lateral (
      select native_id, at from intake.tombstone where source = ${source} and native_id = k.id offset 0) t
    union all
    select 'a', t.author, null, t.at from unnest(${authors}::text[]) as k (id) cross join lateral (
      select author, at from intake.author_tombstone where source = ${source} and author = k.id offset 0) t`.execute(
    tx,
  );
  const of = (kind: string) => rows.filter((row) => row.kind === kind);
  return {
    revisions: new Map(of('m').map((row) => [row.key, row.revision ?? 0])),
    deletedPosts: new Set(of('p').map((row) => row.key)),
    deletedAuthors: new Map(of('a').map((row) => [row.key, row.at ?? new Date(0)])),
  };
};

/** Takes words, author and links away; what was decided and how long it took stays. Returns the cases' posts touched. */
export const redactMentions = async (
  tx: Transaction,
  which: { source: string; nativeIds: readonly string[]; authors: readonly string[]; before: Date },
): Promise<readonly { nativeId: string; caseId: string | null }[]> => {
  const { rows } = await sql<{ native_id: string; case_id: string | null }>`
    update desk.mention set ${eraseWords}, erased_at = ${which.before}, parent_pending = false
    where source = ${which.source} and erased_at is null
      and (native_id = any(${[...which.nativeIds]}::text[]) or (author = any(${[...which.authors]}::text[]) and received_at <= ${which.before}))
    returning native_id, case_id`.execute(tx);
  return rows.map((row) => ({ nativeId: row.native_id, caseId: row.case_id }));
};
