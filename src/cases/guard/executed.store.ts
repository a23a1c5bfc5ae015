import { type RawBuilder, sql } from 'kysely';

/** Conditions on rows of `desk.adverse_action` that were carried out; alerts and the report read them alike. */

/** A second approval was needed, and was not there yet. */
export const isExecutedAnyway: RawBuilder<boolean> = sql`(executed_at is not null and answer = 'second_approval_needed'
  and (state <> 'approved' or executed_at < decided_at))`;

/** It might proceed once, too long ago: it had to be asked about anew. */
export const isExecutedLate = (
  validDays: number,
): RawBuilder<boolean> => sql`(executed_at is not null and executed_at
  > case when answer = 'proceed' then received_at when state = 'approved' then decided_at end + ${validDays}::int * interval '1 day')`;
