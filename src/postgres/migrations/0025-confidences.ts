import { type Kysely, sql } from 'kysely';

const statements = `
alter table desk.webhook add column confidences text[] not null default '{}';
alter table desk.webhook add column former_secret text;
alter table desk.webhook add column former_until timestamptz;
create table desk.escalation_ask (
  ask_id bigint generated always as identity primary key,
  identifier text not null,
  criterion text,
  at timestamptz not null
);
`;

/** What a webhook may hear of, the secret that it had before, and what customers ask before anybody looked whether they have a case. */
export const confidences = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
