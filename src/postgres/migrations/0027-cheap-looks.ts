import { type Kysely, sql } from 'kysely';

/**
 * What is looked at many times a minute, and grew with all that was ever there: warnings of deadlines walked every case
 * that was warned of before (0.4 s at 200,000), a swarm read every complaint of its brand within an hour, and a plan of
 * alerts every group. `near_at` is when less than a quarter of the time to answer is left, as an interval from 2000 on:
 * an index may hold no time that a time zone could change. `one_case`: the case of which alone the group tells, '' when
 * it tells of none; null: several, or not known yet.
 */
const statements = `
create index case_late on desk."case" (due_at) where due_at is not null and late_warned_at is null;
create function desk.near_at(due_at timestamptz, clock_start timestamptz) returns interval language sql immutable parallel safe as $$
  select (due_at - timestamptz '2000-01-01 00:00:00+00') - (due_at - clock_start) / 4 $$;
create index case_near on desk."case" (desk.near_at(due_at, clock_start)) where due_at is not null and near_warned_at is null;
drop index desk.case_merged_into;
create index problem_member_nearest on desk.problem_member (nearest) where status = 'confirmed' and nearest is not null;
drop index desk.swarm_member_of;
create index swarm_member_of on desk.swarm_member (swarm_id, mention_id);
alter table desk.alert_group add column one_case text;
create index alert_group_case on desk.alert_group (one_case);
create index alert_group_key on desk.alert_group (group_key);
`;

export const cheapLooks = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
