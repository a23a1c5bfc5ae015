import { type Kysely, sql } from 'kysely';

/**
 * What the life of a case needs beyond opening and answering. `change` says what an activity changed, so that the
 * activities alone tell how a case stands; a case that was split off shares its thread with the one it came from;
 * `case_merge` keeps what unmerging gives back. Posts are named by their keys here, and no text of anybody is kept.
 */
const statements = `
alter table desk.activity add column change jsonb;
alter table desk."case"
  add column split_from bigint,
  add column resolution_near_at timestamptz,
  add column resolution_late_at timestamptz;
drop index desk.case_one_open;
create unique index case_one_open on desk."case" (brand, complainant, (threads[1]))
  where status in ('new', 'open', 'pending', 'on_hold') and merged_into is null and split_from is null;
create index case_unsolved on desk."case" (policy, severity, opened_at)
  where status in ('new', 'open', 'pending', 'on_hold') and merged_into is null and not is_history and resolution_late_at is null;
create table desk.case_merge (
  merge_id bigint generated always as identity primary key,
  from_case bigint not null,
  into_case bigint not null,
  at timestamptz not null,
  actor text not null,
  kept jsonb not null,
  ended_at timestamptz,
  ended_by text
);
create unique index case_merge_of on desk.case_merge (from_case) where ended_at is null;
create index case_merge_into on desk.case_merge (into_case, merge_id) where ended_at is null;
`;

export const caseLife = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
