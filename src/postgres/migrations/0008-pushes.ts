import { type Kysely, sql } from 'kysely';

/**
 * What was pushed: posts that were kept and requests that were accepted, by hashes alone, so that whoever sends again is
 * told what is known already.
 * There is no index on the age: rows lie in its order, so that retention finds the oldest first, once an hour.
 */
const pushes = `
create table intake.push_post (
  source text not null,
  post uuid not null,
  received_at timestamptz not null,
  primary key (source, post)
);
create table intake.push_request (
  source text not null,
  request uuid not null,
  body uuid not null,
  posts integer not null,
  received_at timestamptz not null,
  primary key (source, request)
);
`;

export const pushTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(pushes).execute(db);
  },
};
