import { type Kysely, sql } from 'kysely';

/**
 * Who looks at which case for the moment, what was passed on and why, which cases were taken out of turn, and whom a
 * complaint about staff is about. Actors of skips and receipts are keyed hashes: no report needs a name.
 */
const leases = `
create table desk.lease (
  case_id bigint primary key,
  holder text not null,
  leased_at timestamptz not null,
  until timestamptz not null
);
create index lease_holder on desk.lease (holder);
create table desk.skip (
  skip_id bigint generated always as identity primary key,
  case_id bigint not null,
  actor text not null,
  because text not null,
  at timestamptz not null
);
create index skip_case on desk.skip (case_id, actor);
create index skip_at on desk.skip (at);
create table desk.queue_jump (
  queue_jump_id bigint generated always as identity primary key,
  case_id bigint not null,
  at timestamptz not null,
  reason text not null,
  older int not null,
  actor text not null
);
create index queue_jump_at on desk.queue_jump (at);
create table desk.accused (
  case_id bigint not null,
  person text not null,
  at timestamptz not null,
  by text not null,
  primary key (case_id, person)
);
alter table desk."case"
  add column language text,
  add column first_claimed_at timestamptz,
  add column last_claimed_at timestamptz;
update desk."case" c set language = (
  select (array_agg(m.language order by m.mention_id))[1] from desk.mention m where m.case_id = c.case_id and m.author_role = 'customer');
create index activity_taken on desk.activity (at) where kind = 'taken';
`;

export const leaseTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(leases).execute(db);
  },
};
