import { type Kysely, sql } from 'kysely';

/** One person is handed one case at a time: the index says so, and no call has to wait for a lock first. */
const statements = `
delete from desk.lease k using desk.lease newer
  where newer.holder = k.holder and (newer.leased_at, newer.case_id) > (k.leased_at, k.case_id);
drop index desk.lease_holder;
create unique index lease_one_a_holder on desk.lease (holder);
`;

export const oneLease = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
