import { sql } from 'kysely';
import type { Category } from '../../domain/classification.ts';
import type { Reason } from '../../domain/decision.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Transaction } from '../../postgres/database.ts';
import { isTextHidden } from '../../postgres/shown-text.ts';
import { excerpt } from '../excerpt.ts';
import { maskSpeakers } from '../mask-speakers.ts';
import type { CaseFacts, CaseWords } from './case-facts.ts';

/** A sink that is new is fed from now on; a start is a person's word that the configuration was looked at. */
export const registerSink = async (tx: Transaction, sink: string, now: Date): Promise<void> => {
  await sql`
    insert into desk.sink (sink, fed_to, swept_to, mark, mark_at)
    select ${sink}, newest, newest, newest, ${now}::timestamptz from (select coalesce(max(activity_id), 0) as newest from desk.activity) as a
    on conflict (sink) do update set disabled_at = null, reason = null`.execute(tx);
};

export interface Feed {
  readonly fedTo: string;
  readonly sweptTo: string;
  readonly mark: string;
  readonly markAt: Date;
}

/** Processes feed one after the other. null: the sink is not registered. */
export const lockFeed = async (tx: Transaction, sink: string): Promise<Feed | null> => {
  const row = await tx
    .selectFrom('desk.sink')
    .select(['fed_to', 'swept_to', 'mark', 'mark_at'])
    .where('sink', '=', sink)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined
    ? null
    : { fedTo: row.fed_to, sweptTo: row.swept_to, mark: row.mark, markAt: row.mark_at };
};

export const keepFeed = async (tx: Transaction, sink: string, feed: Feed): Promise<void> => {
  await tx
    .updateTable('desk.sink')
    .set({ fed_to: feed.fedTo, swept_to: feed.sweptTo, mark: feed.mark, mark_at: feed.markAt })
    .where('sink', '=', sink)
    .execute();
};

export interface Wake {
  readonly activityId: string;
  readonly caseId: string;
}

/** Cases to which something happened, in the order in which it was written down. */
export const readWakes = async (
  tx: Transaction,
  { after, upTo, limit }: { readonly after: string; readonly upTo: string | null; readonly limit: number },
): Promise<readonly Wake[]> => {
  const { rows } = await sql<Wake>`
    select activity_id::text as "activityId", case_id::text as "caseId" from desk.activity
    where activity_id > ${after}::bigint and activity_id <= coalesce(${upTo}::bigint, 9223372036854775807)
    order by activity_id limit ${limit}`.execute(tx);
  return rows;
};

/** As the cases stand, with the masked words of their customers. */
export const readCaseFacts = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, CaseFacts>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<CaseRow>`
    select case_id::text, brand, source, severity, categories, reasons, opened_at, due_at, danger, in_dispute, is_history, status,
      disposition, merged_into::text, version, posts from desk."case" where case_id = any(${[...caseIds]}::bigint[])`.execute(
    tx,
  );
  const words = await readWords(tx, rows);
  return new Map(rows.map((row) => [row.case_id, factsOf(row, words)]));
};

interface CaseRow {
  case_id: string;
  brand: string;
  source: string;
  severity: Severity;
  categories: Category[];
  reasons: Reason[];
  opened_at: Date;
  due_at: Date | null;
  danger: string | null;
  in_dispute: boolean;
  is_history: boolean;
  status: string;
  disposition: string | null;
  merged_into: string | null;
  version: number;
  posts: { key: string; role: string; at: string }[];
}

const factsOf = (row: CaseRow, words: ReadonlyMap<string, CaseWords>): CaseFacts => ({
  caseId: row.case_id,
  brand: row.brand,
  source: row.source,
  severity: row.severity,
  categories: row.categories,
  reasons: row.reasons,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  isDanger: row.danger !== null,
  inDispute: row.in_dispute,
  isHistory: row.is_history,
  end: row.status === 'resolved' ? 'resolved' : row.status === 'closed' || row.disposition ? 'closed' : null,
  mergedInto: row.merged_into,
  version: row.version,
  posts: customersOf(row).map(
    ({ key }) => words.get(wordsKey(row.brand, key)) ?? { key, excerpt: null, isErased: true },
  ),
});

const customersOf = ({ posts }: CaseRow) =>
  posts.filter(({ role }) => role === 'customer').sort((a, b) => Date.parse(a.at) - Date.parse(b.at));

const wordsKey = (brand: string, key: string): string => `${brand} ${key}`;

const readWords = async (
  tx: Transaction,
  cases: readonly CaseRow[],
): Promise<ReadonlyMap<string, CaseWords>> => {
  const keys = [...new Set(cases.flatMap((row) => customersOf(row).map(({ key }) => key)))];
  if (keys.length === 0) return new Map();
  const { rows } = await sql<WordsRow>`
    select brand, source || '|' || native_id as key, text, author, url, ${isTextHidden('m')} as is_hidden from desk.mention m
    where (source, native_id) in (select split_part(k, '|', 1), substr(k, strpos(k, '|') + 1) from unnest(${keys}::text[]) as k)`.execute(
    tx,
  );
  return new Map(rows.map((row) => [wordsKey(row.brand, row.key), wordsOf(row)]));
};

interface WordsRow {
  brand: string;
  key: string;
  text: string | null;
  author: string | null;
  url: string | null;
  is_hidden: boolean;
}

const wordsOf = ({ key, text, author, url, is_hidden: isHidden }: WordsRow): CaseWords => ({
  key,
  excerpt: text === null || isHidden ? null : excerpt(maskSpeakers(text, [{ author, url }])),
  isErased: text === null,
});
