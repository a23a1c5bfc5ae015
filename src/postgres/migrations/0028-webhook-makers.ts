import { type Kysely, sql } from 'kysely';

/** Which program's key made a webhook: it hears what that key may know. null: a person made it, whom `created_by` names. */
const statements = `
alter table desk.webhook add column key_id text;
update desk.webhook w set key_id = (
  select k.key_id from ops.api_key k
  where k.name = w.created_by and k.person is null and k.created_at <= w.created_at
    and (k.revoked_at is null or k.revoked_at >= w.created_at)
  order by k.created_at desc limit 1);
`;

export const webhookMakers = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
