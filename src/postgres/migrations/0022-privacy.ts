import { type Kysely, sql } from 'kysely';

/**
 * `ops.erasure_run`: each erasure as it was carried out, by a keyed hash of whom or what, and what could not be called
 * back. `desk.hold`: facts of a dangerous product that outlive the words, for a time. `desk.objection`: authors whose
 * posts are handled and used for nothing else; without the id nobody could tell which posts these are.
 */
const statements = `
create table ops.erasure_run (
  run_id bigint generated always as identity primary key,
  at timestamptz not null,
  keys text[] not null,
  posts int not null,
  cases bigint[] not null,
  messages_renewed int not null,
  done_by text
);
create table ops.not_recalled (
  run_id bigint not null references ops.erasure_run on delete cascade,
  notification_id text not null,
  channel text not null,
  sent_at timestamptz,
  certainty text not null check (certainty in ('delivered', 'changing', 'maybe')),
  primary key (run_id, notification_id)
);
create table desk.hold (
  hold_id bigint generated always as identity primary key,
  case_id bigint not null,
  component text not null,
  hazard text not null,
  happened_on date not null,
  reason text not null,
  holder text not null,
  begun_at timestamptz not null,
  until timestamptz not null check (until > begun_at),
  ended_at timestamptz,
  ended_by text
);
create unique index hold_in_force on desk.hold (case_id) where ended_at is null;
create index hold_until on desk.hold (until);
create table desk.objection (
  source text not null,
  author text not null,
  reason text not null,
  at timestamptz not null,
  actor text not null,
  primary key (source, author)
);
`;

export const privacyTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(statements).execute(db);
  },
};
