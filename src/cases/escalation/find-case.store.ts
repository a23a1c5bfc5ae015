import { type RawBuilder, sql } from 'kysely';
import type { EscalationCriterion, ExecutivePath } from '../../domain/escalation.ts';
import type { Transaction } from '../../postgres/database.ts';
import { breaches, failedRemedy } from './chain.store.ts';
import { type CaseFacts, metCriteria } from './executive.ts';

export type FoundCase = CaseFacts & { readonly caseId: string; readonly brand: string };

export interface CaseAsk {
  /** null: by the identifier alone. */
  readonly caseId: string | null;
  /** Normalised; the case must hold it. null: staff names the case. */
  readonly identifier: string | null;
  /** null: whichever the record bears out first. */
  readonly criterion: EscalationCriterion | null;
  readonly now: Date;
}

/** So many cases of one identifier are looked at. */
const mostCases = 50;

/** Locked. Of several cases with the identifier the one that waits longest among those whose record bears it out. */
export const findCase = async (
  tx: Transaction,
  ask: CaseAsk,
  path: ExecutivePath,
): Promise<FoundCase | null> => {
  const { caseId, identifier } = ask;
  const byCase = caseId === null ? sql`true` : sql`c.case_id = ${caseId}`;
  const byIdentifier =
    identifier === null
      ? sql`true`
      : sql`(c.identifiers <> '{}' and c.identifiers && ${[identifier]}::text[])`;
  const found = await readCases(
    tx,
    sql`${byCase} and ${byIdentifier} order by "isOver", "inDispute", c.opened_at, c.case_id limit ${mostCases}`,
  );
  const best = found.find((one) => isBorneOut(one, ask, path)) ?? found[0];
  if (best === undefined) return null;
  const [locked] = await readCases(tx, sql`c.case_id = ${best.caseId} for update of c`);
  return locked ?? null;
};

const isBorneOut = (found: FoundCase, ask: CaseAsk, path: ExecutivePath): boolean =>
  !found.isOver && !found.inDispute && criterionOf(found, ask, path) !== null;

/** By which the case may come before an executive; null: its record bears none out, or not the one that is named. */
export const criterionOf = (
  found: FoundCase,
  { criterion, now }: Pick<CaseAsk, 'criterion' | 'now'>,
  path: ExecutivePath,
): EscalationCriterion | null => {
  const met = metCriteria(found, path, now);
  return (criterion === null ? met[0] : met.find((one) => one === criterion)) ?? null;
};

const readCases = async (tx: Transaction, which: RawBuilder<unknown>): Promise<readonly FoundCase[]> => {
  const { rows } = await sql<FoundCase>`
    select c.case_id::text as "caseId", c.brand, c.severity, c.opened_at as "openedAt", c.in_dispute as "inDispute",
      (c.status in ('resolved', 'closed') or c.disposition is not null or c.merged_into is not null) as "isOver",
      ${breaches} as breaches, ${failedRemedy} as "hasFailedRemedy"
    from desk."case" c where ${which}`.execute(tx);
  return rows;
};
