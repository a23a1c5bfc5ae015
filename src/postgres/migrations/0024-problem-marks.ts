import { type Kysely, sql } from 'kysely';

/**
 * Words of own accounts to customers are found by their case. What happens to problems is numbered with what happens to
 * cases, so that one feed tells both and one number says how far it was heard.
 */
const statements = `
create index activity_out_of_band on desk.activity (case_id) where kind = 'out_of_band';
alter table desk.problem_event alter column event_id drop identity;
alter table desk.problem_event alter column event_id set default nextval('desk.activity_activity_id_seq');
select setval('desk.activity_activity_id_seq', newest) from (select max(event_id) as newest from desk.problem_event) e
where newest > (select last_value from desk.activity_activity_id_seq);
`;

export const problemMarks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
