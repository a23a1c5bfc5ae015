import { type Kysely, sql } from 'kysely';

/**
 * What was pushed: posts that were kept and requests that were accepted, by hashes alone, so that whoever sends again is
 * told what is known already.
 */
const pushes = `
create table intake.push_post (
  source text not null,
  post uuid not null,
  received_at timestamptz not null,
  primary key (source, post)
);
create index push_post_age on intake.push_post (received_at);
create table intake.push_request (
  source text not null,
  request uuid not null,
  body uuid not null,
  posts integer not null,
  received_at timestamptz not null,
  primary key (source, request)
);
create index push_request_age on intake.push_request (received_at);
`;

export const pushTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(pushes).execute(db);
  },
};
