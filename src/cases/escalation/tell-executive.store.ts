import { sql } from 'kysely';
import { caseName } from '../../domain/case-id.ts';
import type { DangerKind } from '../../domain/classification.ts';
import type { Transaction } from '../../postgres/database.ts';

/** Danger goes to its own people; a case in dispute and a complaint about staff are not named to those who hear of it. */
export const tellExecutive = async (
  tx: Transaction,
  kind: 'escalation_requested' | 'escalation_overdue',
  escalations: readonly { readonly number: string; readonly caseId: string; readonly brand: string }[],
  now: Date,
): Promise<void> => {
  for (const { number, caseId, brand } of escalations) {
    const { danger, isNamed } = await readNaming(tx, caseId);
    const values = { number, case: isNamed ? caseName(caseId) : '' };
    const alert = JSON.stringify({ kind, brand, danger, values });
    await sql`insert into desk.outbox (alert, at) values (${alert}::jsonb, ${now})`.execute(tx);
  }
};

interface Naming {
  readonly danger: DangerKind | null;
  readonly isNamed: boolean;
}

const readNaming = async (tx: Transaction, caseId: string): Promise<Naming> => {
  const { rows } = await sql<Naming>`
    select c.danger, not (c.in_dispute or 'staff' = any(c.categories)
      or exists (select from desk.accused a where a.case_id = c.case_id)) as "isNamed"
    from desk."case" c where c.case_id = ${caseId}`.execute(tx);
  return rows[0] ?? { danger: null, isNamed: false };
};
