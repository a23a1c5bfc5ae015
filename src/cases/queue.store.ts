import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { DangerKind } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import { isListedFor } from '../postgres/told-case.ts';
import type { CaseRow } from './fold-types.ts';
import { readCursor, writeCursor } from './keyset.ts';
import { awakeBeforeDueMs } from './life/wait.ts';
import { isOwnEntry, type SwarmEntry, swarmColumn } from './swarm-entry.store.ts';

/** `queue`: who is owed an answer; `all`: every case, the newest first; `history`: what was imported as past. */
export type CaseScope = 'queue' | 'all' | 'history';

export interface ListAsk {
  readonly scope: CaseScope;
  /** Several: of whoever works for these alone; null: of all. */
  readonly brand: string | readonly string[] | null;
  readonly severity: Severity | null;
  /** The page holds no case of which this reader is not told; absent: every case. */
  readonly reader?: CaseReader;
  /** null: every team's. */
  readonly team?: string | null;
  readonly limit: number;
  /** A case that sleeps is not in the queue's view. */
  readonly now: Date;
  /** `cursor` of the row after which the page begins; null: from the beginning. */
  readonly after: string | null;
}

export interface ListedCase
  extends Pick<
    CaseRow,
    | 'id'
    | 'brand'
    | 'source'
    | 'severity'
    | 'status'
    | 'disposition'
    | 'inDispute'
    | 'isHistory'
    | 'categories'
    | 'reasons'
    | 'openedAt'
    | 'receivedAt'
    | 'clockStart'
    | 'dueAt'
    | 'dueTarget'
  > {
  readonly danger: DangerKind | null;
  readonly assignee: string | null;
  /** To which a routing rule gave it; null: everybody's. */
  readonly team: string | null;
  readonly takenAt: Date | null;
  /** The row stands for all of a swarm; null: for itself. Told in the queue alone. */
  readonly swarm: SwarmEntry | null;
  readonly cursor: string;
}

export interface CasePage {
  readonly cases: readonly ListedCase[];
  readonly hasMore: boolean;
}

/** One page of cases; null when `after` is no cursor of this list. */
export const listCases = async (tx: Transaction, ask: ListAsk): Promise<CasePage | null> => {
  const statement = listStatement(ask);
  if (statement === null) return null;
  const { rows } = await statement.execute(tx);
  const cases = rows.slice(0, ask.limit).map((row) => toListed(row, ask.scope));
  return { cases, hasMore: rows.length > ask.limit };
};

/** The queue walks a partial index in its own order: no sort, whatever lies behind it. */
export const listStatement = (ask: ListAsk): RawBuilder<ListRecord> | null => {
  const after = ask.after === null ? sql`true` : afterKey(ask.scope, ask.after);
  if (after === null) return null;
  const severity = ask.severity === null ? sql`true` : sql`severity = ${ask.severity}`;
  const team =
    ask.team === undefined || ask.team === null
      ? sql`true`
      : sql`exists (select from desk.case_route r where r.case_id = "case".case_id and r.team = ${ask.team})`;
  const isOpenly = isListedFor(ask.reader ?? null, '"case"');
  const isShown = sql`${isIn(ask)} and ${isOpenly} and ${severity} and ${team}`;
  const isQueue = ask.scope === 'queue';
  return sql<ListRecord>`
    select case_id, brand, source, severity, danger, status, disposition, in_dispute, is_history, categories, reasons,
      opened_at, received_at, clock_start, due_at, due_target, assignee, taken_at,
      (select r.team from desk.case_route r where r.case_id = "case".case_id) as team, ${isQueue ? swarmColumn(isShown) : sql`null as swarm`}
    from desk."case" where ${isShown} and ${ofBrand(ask.brand)} and ${after} and ${isQueue ? isOwnEntry(isShown) : sql`true`}
    order by ${inOrder[ask.scope]} limit ${ask.limit + 1}`;
};

const ofBrand = (brand: ListAsk['brand']): RawBuilder<unknown> => {
  if (brand === null) return sql`true`;
  return typeof brand === 'string' ? sql`brand = ${brand}` : sql`brand = any(${[...brand]}::text[])`;
};

const isIn = ({ scope, now }: ListAsk): RawBuilder<unknown> => {
  if (scope === 'history') return sql`is_history`;
  return scope === 'all' ? sql`true` : sql`due_at is not null and ${isAwake(now)}`;
};

/** As `sleeps` of life/wait.ts: of a case that owes an answer, in the words of `desk."case"`. */
export const isAwake = (now: Date): RawBuilder<unknown> =>
  sql`(snoozed_until is null or snoozed_until <= ${now}::timestamptz or due_at <= ${new Date(now.getTime() + awakeBeforeDueMs)}::timestamptz)`;

const inOrder: Readonly<Record<CaseScope, RawBuilder<unknown>>> = {
  queue: sql`due_at, clock_start, case_id`,
  all: sql`opened_at desc, case_id desc`,
  history: sql`opened_at desc, case_id desc`,
};

const afterKey = (scope: CaseScope, cursor: string): RawBuilder<unknown> | null => {
  const key = readCursor(scope, cursor, scope === 'queue' ? 2 : 1);
  if (key === null) return null;
  const [first, second] = key.times;
  return scope === 'queue'
    ? sql`(due_at, clock_start, case_id) > (${first}::timestamptz, ${second}::timestamptz, ${key.id}::bigint)`
    : sql`(opened_at, case_id) < (${first}::timestamptz, ${key.id}::bigint)`;
};

const toListed = (row: ListRecord, scope: CaseScope): ListedCase => ({
  id: row.case_id,
  brand: row.brand,
  source: row.source,
  severity: row.severity,
  danger: row.danger,
  status: row.status,
  disposition: row.disposition,
  inDispute: row.in_dispute,
  isHistory: row.is_history,
  categories: row.categories,
  reasons: row.reasons,
  openedAt: row.opened_at,
  receivedAt: row.received_at,
  clockStart: row.clock_start,
  dueAt: row.due_at,
  dueTarget: row.due_target,
  assignee: row.assignee,
  team: row.team,
  takenAt: row.taken_at,
  swarm: row.swarm !== null && row.swarm.cases > 1 ? row.swarm : null,
  cursor: writeCursor(scope, {
    times: scope === 'queue' ? [row.due_at ?? row.clock_start, row.clock_start] : [row.opened_at],
    id: row.case_id,
  }),
});

/** The columns hold our own words, written by the fold: they are trusted on the way back. */
interface ListRecord {
  case_id: string;
  brand: string;
  source: string;
  severity: Severity;
  danger: DangerKind | null;
  status: CaseRow['status'];
  disposition: CaseRow['disposition'];
  in_dispute: boolean;
  is_history: boolean;
  categories: CaseRow['categories'];
  reasons: CaseRow['reasons'];
  opened_at: Date;
  received_at: Date;
  clock_start: Date;
  due_at: Date | null;
  due_target: CaseRow['dueTarget'];
  assignee: string | null;
  team: string | null;
  taken_at: Date | null;
  swarm: SwarmEntry | null;
}
