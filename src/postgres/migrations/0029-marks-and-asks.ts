import { type Kysely, sql } from 'kysely';

/**
 * What compliance has to see is found in the order of its list. An ask for an executive that finds no case yet is looked
 * at again by `look_at`; once it lapsed, only that it did remains of it.
 */
const statements = `
create index activity_for_compliance on desk.activity (activity_id)
  where kind = 'out_of_band' and (value is null or value in ('refusal', 'attack'));
alter table desk.escalation_ask
  alter column identifier drop not null,
  add column look_at timestamptz,
  add column lapsed_at timestamptz;
update desk.escalation_ask set look_at = at;
create index escalation_ask_due on desk.escalation_ask (look_at) where look_at is not null;
`;

export const marksAndAsks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
