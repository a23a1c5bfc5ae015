import { sql } from 'kysely';
import { caseName } from '../../domain/case-id.ts';
import type { Severity } from '../../domain/severity.ts';
import type { Transaction } from '../../postgres/database.ts';
import { writeOutbox } from '../outbox.store.ts';

/** Cases of one policy and severity that opened up to these moments: three quarters of their time is over, or all. */
export interface ResolutionDue {
  readonly policy: string;
  readonly severity: Severity;
  readonly nearBefore: Date;
  readonly lateBefore: Date;
}

/** Cases told of at a time; the rest follow with the next look. */
const slice = 500;
/** Named in one alert; the others are counted. */
const named = 10;

/**
 * Tells, once each, of cases that should be resolved soon or should have been. It orders nothing: the queue knows
 * only of answers. Returns how many were told of.
 */
export const warnOfResolutions = async (
  tx: Transaction,
  due: readonly ResolutionDue[],
  now: Date,
): Promise<number> => {
  await sql`select pg_advisory_xact_lock(2064122715)`.execute(tx);
  const found: Warned[] = [];
  for (const one of due) found.push(...(await mark(tx, one, now)));
  const alerts = [...byGroup(found).values()].flatMap((cases) => {
    const [first] = cases;
    if (first === undefined) return [];
    const names = cases.slice(0, named).map(({ caseId }) => caseName(caseId));
    const rest = cases.length > named ? ' …' : '';
    const values = { count: cases.length, cases: `${names.join(', ')}${rest}` };
    return [{ alert: { kind: first.kind, brand: first.brand, values }, postKey: null, traceId: null }];
  });
  await writeOutbox(tx, alerts, now);
  return found.length;
};

const byGroup = (found: readonly Warned[]): ReadonlyMap<string, readonly Warned[]> => {
  const groups = new Map<string, Warned[]>();
  for (const one of found) {
    const key = `${one.kind}\n${one.brand}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return groups;
};

interface Warned {
  readonly caseId: string;
  readonly brand: string;
  readonly kind: 'resolution_near' | 'resolution_late';
}

/** In the words of the index `case_unsolved`. */
const unsolved = sql`status in ('new', 'open', 'pending', 'on_hold') and merged_into is null and not is_history and resolution_late_at is null`;

const mark = async (
  tx: Transaction,
  { policy, severity, nearBefore, lateBefore }: ResolutionDue,
  now: Date,
): Promise<readonly Warned[]> => {
  const { rows } = await sql<Warned>`
    with late as (
      update desk."case" set resolution_late_at = ${now}, resolution_near_at = coalesce(resolution_near_at, ${now}::timestamptz)
      where case_id in (select case_id from desk."case" where ${unsolved} and policy = ${policy} and severity = ${severity}
        and opened_at <= ${lateBefore}::timestamptz order by opened_at limit ${slice})
      returning case_id, brand, opened_at, 'resolution_late' as kind),
    near as (
      update desk."case" set resolution_near_at = ${now}
      where case_id in (select case_id from desk."case" where ${unsolved} and policy = ${policy} and severity = ${severity}
        and opened_at > ${lateBefore}::timestamptz and opened_at <= ${nearBefore}::timestamptz and resolution_near_at is null
        order by opened_at limit ${slice})
      returning case_id, brand, opened_at, 'resolution_near' as kind)
    select case_id::text as "caseId", brand, kind from (select * from late union all select * from near) as warned
    order by opened_at, case_id`.execute(tx);
  return rows;
};
