import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { isExecutedAnyway, isExecutedLate } from './executed.store.ts';
import type { GuardCounts } from './guard-report.ts';

/** What was asked, answered and done since `from`, and how many people a complaint with a number stands for. */
export const readGuardCounts = async (
  tx: Transaction,
  from: Date,
  validDays: number,
): Promise<GuardCounts> => {
  const { rows } = await sql<Record<keyof GuardCounts, string>>`
    with actions as (select * from desk.adverse_action where received_at >= ${from}),
    complained as (
      select brand, complainant, array_agg(case_id) as cases from desk."case" where identifiers <> '{}' and updated_at >= ${from}
      group by brand, complainant)
    select
      (select count(*) from actions where answer <> 'not_asked') as asked,
      (select count(*) from actions where coverage = 'no_identifier') as "noIdentifier",
      (select count(*) from actions where coverage = 'no_such_identifier') as "noSuchIdentifier",
      (select count(*) from actions where answer = 'second_approval_needed') as "needed",
      (select count(*) from actions where state = 'waiting') as waiting,
      (select count(*) from actions where state = 'approved') as approved,
      (select count(*) from actions where state = 'refused') as refused,
      (select count(*) from actions where ${isExecutedAnyway}) as "executedAnyway",
      (select count(*) from actions where ${isExecutedLate(validDays)}) as "executedLate",
      (select count(*) from actions where answer = 'not_asked') as "executedUnasked",
      (select count(*) from complained) as complainants,
      (select count(*) from complained c where exists (select 1 from actions a where a.cases && c.cases)) as "complainantsHit",
      (select count(distinct i) from actions a, unnest(a.identifiers) as i where a.cases = '{}') as "othersHit",
      (select count(*) from desk."case" where identifiers = '{}' and opened_at >= ${from} and not is_history) as "withoutNumber"`.execute(
    tx,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('counts came without a row');
  return Object.fromEntries(
    Object.entries(row).map(([name, n]) => [name, Number(n)]),
  ) as unknown as GuardCounts;
};
