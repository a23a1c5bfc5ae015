import { type Kysely, sql } from 'kysely';

/**
 * Threads in which a complaint is tracked, and when they are looked at next. Nothing here counts what a thread holds:
 * `began_at` alone says when a look is due. A row whose looks are over stays for a while, so that a complaint that comes
 * late does not begin them again.
 */
const threads = `
create table intake.followed (
  source text not null,
  thread text not null,
  complaints text[] not null,
  began_at timestamptz not null,
  due_at timestamptz,
  failures int not null default 0,
  mark jsonb,
  version int not null default 1,
  primary key (source, thread)
);
create index followed_due on intake.followed (source, due_at, thread) where due_at is not null;
create index followed_age on intake.followed (began_at);
alter table ops.source_health add column follow_at timestamptz;
alter table ops.source_health add column follow_error text;
alter table ops.source_health add column follow_error_at timestamptz;
`;

export const threadTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(threads).execute(db);
  },
};
