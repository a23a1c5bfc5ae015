import { type Kysely, sql } from 'kysely';

/**
 * `stopped_due_at`: the deadline of an answer that was still owed when a person ended the case. Whoever opens the case
 * again finds it where it was, whatever was said of the severity since.
 */
const stopped = `alter table desk."case" add column stopped_due_at timestamptz;`;

/** A case and all that were merged into it, one into the other. */
const functions = `
create index case_merged_into on desk."case" (merged_into) where merged_into is not null;
create function desk.cases_of(id bigint) returns setof bigint language sql stable rows 2 as $$
  with recursive one (case_id) as (
    select id
    union
    select c.case_id from one join desk."case" c on c.merged_into = one.case_id)
  select case_id from one
$$;
`;

export const mergedAndStopped = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [stopped, functions]) await sql.raw(statements).execute(db);
  },
};
