import { sql } from 'kysely';
import type { Category } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import { toldText } from '../postgres/shown-text.ts';
import { shownCases } from './compose-digest.ts';

/** Of `desk."case" c`: it is counted and not named, for somebody may be in danger, counsel alone may read, or it is about staff. */
export const isConfidential = sql`(c.danger is not null or c.in_dispute or 'staff' = any(c.categories))`;

/**
 * The newest follower count or band of the people behind a case; unknown where no platform told. Sealed: it is read
 * here to say how many lesser-known customers wait, and goes nowhere else.
 */
const isLesserKnown = sql`
  left join lateral (
    select coalesce(s.followers < 1000, s.followers_band in ('0-99', '100-999')) as lesser
    from desk.mention m join sealed.sample s on s.source = m.source and s.native_id = m.native_id
    where m.case_id = c.case_id and m.author_role = 'customer' and (s.followers is not null or s.followers_band is not null)
    order by s.observed_at desc limit 1) f on true`;

const counted = sql`
  count(*)::int as total, count(*) filter (where c.due_at is not null)::int as waiting,
  count(*) filter (where c.due_at is not null and f.lesser)::int as "lesserKnown",
  count(*) filter (where c.due_at is not null and f.lesser is null)::int as "unknownReach",
  min(c.clock_start) filter (where c.due_at is not null) as "waitingSince"`;

export interface FoundWaiting {
  readonly total: number;
  readonly waiting: number;
  readonly lesserKnown: number;
  readonly unknownReach: number;
  readonly waitingSince: Date | null;
}

export const readWaitingCounts = async (
  tx: Transaction,
  brand: string,
): Promise<{ readonly waiting: number; readonly severe: number }> => {
  const { rows } = await sql<{ waiting: number; severe: number }>`
    select (select count(*)::int from desk."case" where brand = ${brand} and due_at is not null) as waiting,
      (select count(*)::int from desk."case" where brand = ${brand} and due_at is not null and severity in ('high', 'critical')) as severe`.execute(
    tx,
  );
  return rows[0] ?? { waiting: 0, severe: 0 };
};

export interface FoundCase {
  readonly caseId: string;
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly waitingSince: Date;
  /** null: no longer kept. */
  readonly text: string | null;
  /** No words of the customer are kept. */
  readonly isErased: boolean;
}

/** The severe cases that have waited longest, but for those that are confidential. */
export const readOldestSevere = async (tx: Transaction, brand: string): Promise<readonly FoundCase[]> => {
  const { rows } = await sql<FoundCase>`
    select c.case_id as "caseId", c.severity, c.categories, c.clock_start as "waitingSince",
      first.text,
      not exists (select from desk.mention m where m.case_id = c.case_id and m.author_role = 'customer' and m.text is not null) as "isErased"
    from (
      select * from desk."case" c where brand = ${brand} and due_at is not null and severity in ('high', 'critical') and not ${isConfidential}
      order by clock_start, case_id limit ${shownCases}) c
    left join lateral (
      select ${toldText('m')} as text from desk.mention m where m.case_id = c.case_id and m.author_role = 'customer' and m.text is not null and m.danger is null
      order by m.outcome = 'complaint' desc, m.published_at, m.mention_id limit 1) first on true
    order by c.clock_start, c.case_id`.execute(tx);
  return rows;
};

export interface FoundProblem extends FoundWaiting {
  /** `source|thread`. */
  readonly thread: string;
  readonly category: Category;
  readonly text: string | null;
}

/**
 * Customers who wait with the same problem: the same category in the same thread, which is where a "same here" takes
 * the category of the post that it answers. What is confidential is counted nowhere here: what it is about is told to few.
 */
export const readSharedProblems = async (
  tx: Transaction,
  brand: string,
): Promise<readonly FoundProblem[]> => {
  const { rows } = await sql<FoundProblem>`
    with shared as (
      select threads[1] as thread, categories[1] as category from desk."case" c
      where brand = ${brand} and due_at is not null and not ${isConfidential} and merged_into is null and cardinality(categories) > 0
      group by 1, 2 having count(*) > 1 order by count(*) desc, min(clock_start), 1, 2 limit ${shownCases})
    select g.thread, g.category, n.*, case when root.is_open then root.text end as text
    from shared g
    cross join lateral (
      select ${counted} from desk."case" c ${isLesserKnown}
      where c.brand = ${brand} and c.threads[1] = g.thread and c.categories[1] = g.category
        and not ${isConfidential} and c.merged_into is null) n
    left join lateral (
      select ${toldText('m')} as text, m.danger is null and not exists (
        select 1 from desk."case" c where c.case_id = m.case_id and ${isConfidential}) as is_open
      from desk.mention m where m.source = split_part(g.thread, '|', 1)
        and m.native_id = substr(g.thread, strpos(g.thread, '|') + 1) and m.brand = ${brand}) root on true`.execute(
    tx,
  );
  return rows;
};

export interface FoundOthers extends FoundWaiting {
  readonly source: string;
  readonly thread: string;
}

/** How the customers of some threads stand, but for those whose cases are named. */
export const readOthers = async (
  tx: Transaction,
  brand: string,
  threads: readonly { source: string; thread: string; firstCase: string | null }[],
): Promise<readonly FoundOthers[]> => {
  if (threads.length === 0) return [];
  const rows = threads.map(({ source, thread, firstCase }) => ({ source, thread, first_case: firstCase }));
  const found = await sql<FoundOthers>`
    select k.source, k.thread, n.* from json_to_recordset(${JSON.stringify(rows)}::json) as k (source text, thread text, first_case bigint)
    cross join lateral (
      select ${counted} from desk."case" c ${isLesserKnown}
      where c.brand = ${brand} and (c.threads[1] = k.source || '|' || k.thread
          or (cardinality(c.threads) > 1 and c.threads @> array[k.source || '|' || k.thread])) and c.merged_into is null
        and c.case_id is distinct from k.first_case) n`.execute(tx);
  return found.rows;
};
