import { sql } from 'kysely';
import type { Clearance } from '../../domain/person.ts';
import type { Transaction } from '../../postgres/database.ts';

/** How many waiting cases need each clearance, as `clearancesFor` says of one. */
export const countNeeded = async (
  tx: Transaction,
): Promise<readonly { readonly clearance: Clearance; readonly cases: number }[]> => {
  const { rows } = await sql<{ danger: number; counsel: number; staff: number }>`
    select count(*) filter (where danger is not null)::int as danger, count(*) filter (where in_dispute)::int as counsel,
      count(*) filter (where 'staff' = any(categories))::int as staff
    from desk."case" where due_at is not null`.execute(tx);
  const { danger = 0, counsel = 0, staff = 0 } = rows[0] ?? {};
  return [
    { clearance: 'danger', cases: danger },
    { clearance: 'counsel', cases: counsel },
    { clearance: 'staff_conduct', cases: staff },
  ];
};
