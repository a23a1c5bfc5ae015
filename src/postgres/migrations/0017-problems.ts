import { type Kysely, sql } from 'kysely';

/**
 * What many cases have in common. A member is the post that opened a case, with what the machine found (`found` and the
 * columns behind it, never rewritten) and the problem in which it stands by what people decided since. Words are places
 * in the member's own text, which stands in `desk.mention` alone.
 */
const problems = `
create table desk.problem (
  problem_id bigint primary key,
  brand text not null,
  state text not null default 'new',
  began_at timestamptz not null,
  since_at timestamptz not null,
  merged_into bigint,
  looked_at timestamptz,
  version int not null default 1,
  created_at timestamptz not null
);
create index problem_newest on desk.problem (created_at desc, problem_id desc);
create index problem_watched on desk.problem (looked_at) where merged_into is null and state in ('new', 'escalating', 'regressed');
create table desk.problem_member (
  mention_id bigint not null,
  status text not null check (status in ('suggested', 'confirmed')),
  place bigint generated always as identity,
  brand text not null,
  problem_id bigint not null,
  found bigint not null,
  kind text not null,
  is_automated boolean not null,
  alike bigint,
  similarity real,
  words jsonb not null default '[]',
  hindrance text,
  subject jsonb,
  answers bigint,
  nearest bigint,
  nearest_similarity real,
  written_at timestamptz not null,
  grouped_at timestamptz not null,
  settled_at timestamptz,
  primary key (mention_id, status)
);
create index problem_member_of on desk.problem_member (problem_id, written_at);
create index problem_member_place on desk.problem_member (grouped_at, place) where status = 'confirmed';
create index problem_member_written on desk.problem_member (brand, written_at) where status = 'confirmed';
create table desk.problem_constraint (
  constraint_id bigint generated always as identity primary key,
  kind text not null check (kind in ('confirm', 'eject', 'reject', 'merge', 'unmerge')),
  post bigint,
  problem bigint not null,
  into_problem bigint,
  actor text not null,
  reason text,
  at timestamptz not null
);
create table desk.problem_event (
  event_id bigint generated always as identity primary key,
  problem_id bigint not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  is_automated boolean not null,
  post bigint,
  previous text,
  value text,
  facts jsonb not null default '{}',
  note text
);
create index problem_event_of on desk.problem_event (problem_id, event_id);
create index outbox_problem on desk.outbox ((alert -> 'values' ->> 'problem'), outbox_id) where case_id is null;
create table desk.problem_progress (
  is_only boolean primary key default true check (is_only),
  holder text,
  held_until timestamptz,
  floor bigint not null,
  mark bigint not null,
  mark_xid text not null,
  marked_at timestamptz not null
);
`;

const swarms = `
create table desk.swarm (
  swarm_id bigint primary key,
  brand text not null,
  authors int not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  found_at timestamptz not null,
  decision text check (decision in ('one_answer', 'one_by_one')),
  decided_at timestamptz,
  decided_by text,
  reason text
);
create table desk.swarm_member (
  mention_id bigint primary key,
  swarm_id bigint not null,
  case_id bigint not null,
  taken_out_at timestamptz,
  taken_out_by text,
  reason text
);
create index swarm_member_of on desk.swarm_member (swarm_id);
create index swarm_member_case on desk.swarm_member (case_id) where taken_out_at is null;
`;

/** What a customer was given, what the others of the problem were offered, and what the company says of it. */
const parity = `
create table desk.remedy (
  remedy_id bigint generated always as identity primary key,
  case_id bigint not null,
  kind text not null,
  amount numeric(12, 2),
  currency text,
  actor text not null,
  at timestamptz not null
);
create index remedy_of on desk.remedy (case_id);
create table desk.problem_parity (
  parity_id bigint generated always as identity primary key,
  problem_id bigint not null,
  case_id bigint not null,
  outcome text not null,
  reason text,
  actor text not null,
  at timestamptz not null
);
create index problem_parity_of on desk.problem_parity (problem_id, case_id, parity_id);
create table desk.statement (
  statement_id bigint generated always as identity primary key,
  brand text not null,
  problem_id bigint,
  case_id bigint,
  text text not null,
  author text not null,
  written_at timestamptz not null,
  approved_by text,
  approved_at timestamptz,
  withdrawn_by text,
  withdrawn_at timestamptz,
  check ((problem_id is null) <> (case_id is null))
);
create index statement_newest on desk.statement (brand, approved_at desc) where approved_at is not null;
`;

/** The case in which one goes on: itself, or the last one that it was merged into. */
const functions = `
create function desk.going_case(id bigint) returns bigint language sql stable as $$
  with recursive up as (
    select case_id, merged_into from desk."case" where case_id = id
    union
    select c.case_id, c.merged_into from up join desk."case" c on c.case_id = up.merged_into)
  select case_id from up where merged_into is null limit 1
$$;
`;

export const problemTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [problems, swarms, parity, functions]) await sql.raw(statements).execute(db);
  },
};
