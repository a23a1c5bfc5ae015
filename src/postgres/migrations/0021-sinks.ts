import { type Kysely, sql } from 'kysely';

/**
 * Tickets in helpdesks. `sink_task` is the outbox of calls: its bytes are frozen before the first one, and `is_unsure`
 * stands while nobody knows whether it was done. `sink_ticket` remembers what the helpdesk was told of a case and what it
 * told last. A sink is fed from the activities: up to `fed_to` at once, and up to `mark` once more minutes later, for a
 * transaction that began before may end after. `answered_at` is the helpdesk's time.
 */
const sinks = `
create table desk.sink (
  sink text primary key,
  fed_to bigint not null,
  swept_to bigint not null,
  mark bigint not null,
  mark_at timestamptz not null,
  not_before timestamptz,
  disabled_at timestamptz,
  reason text,
  heard_at timestamptz
);
create table desk.sink_ticket (
  sink text not null,
  case_id bigint not null,
  key text not null,
  external_id text,
  created_at timestamptz not null,
  told_severity text not null,
  told_posts text[] not null,
  is_told_ended boolean not null default false,
  is_withdrawn boolean not null default false,
  remote_status text,
  meaning text,
  answered_at timestamptz,
  changed_at timestamptz not null,
  poll_at timestamptz,
  read_failures int not null default 0,
  last_error text,
  gone_at timestamptz,
  primary key (sink, case_id)
);
create unique index sink_ticket_external on desk.sink_ticket (sink, external_id) where external_id is not null;
create index sink_ticket_poll on desk.sink_ticket (sink, poll_at) where poll_at is not null;
create table desk.sink_task (
  task_id bigint generated always as identity primary key,
  sink text not null,
  case_id bigint not null,
  key text not null,
  kind text not null check (kind in ('create', 'note', 'recall')),
  body bytea,
  post_key text,
  state text not null default 'pending' check (state in ('pending', 'done', 'failed', 'dropped')),
  attempts int not null default 0,
  is_unsure boolean not null default false,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  done_at timestamptz,
  last_error text,
  external_id text,
  unique (sink, case_id, key)
);
create index sink_task_pending on desk.sink_task (sink, task_id) where state = 'pending';
create index sink_task_post on desk.sink_task (post_key) where post_key is not null;
create table desk.sink_delivery (
  sink text not null,
  delivery text not null,
  at timestamptz not null,
  primary key (sink, delivery)
);
`;

export const sinkTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(sinks).execute(db);
  },
};
