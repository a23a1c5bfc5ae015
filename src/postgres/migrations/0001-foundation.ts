import { type Kysely, sql } from 'kysely';

/** `intake`: what came in and is not decided; `desk`: blind; `sealed`: audience; `ops`: how the service itself fares. */
const schemas = `
create schema if not exists intake;
create schema if not exists desk;
create schema if not exists sealed;
create schema if not exists ops;
`;

const intake = `
create table intake.cursor (
  source text primary key,
  cursor jsonb not null,
  version bigint not null default 1,
  updated_at timestamptz not null
);
create table intake.inbox (
  batch_id uuid primary key,
  root_batch uuid not null,
  source text not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'split', 'dead')),
  attempts int not null default 0,
  max_attempts int not null default 3,
  events int not null,
  parents text[] not null default '{}',
  is_history boolean not null default false,
  payload bytea,
  trace_id text not null,
  created_at timestamptz not null,
  claimed_at timestamptz,
  done_at timestamptz,
  reach_done_at timestamptz,
  last_error text
);
create index inbox_pending on intake.inbox (created_at) where state = 'pending';
create index inbox_root on intake.inbox (root_batch) where state = 'pending';
create index inbox_reach on intake.inbox (done_at) where state = 'done' and reach_done_at is null;
create table intake.tombstone (
  source text not null,
  native_id text not null,
  at timestamptz not null,
  primary key (source, native_id)
);
create table intake.author_tombstone (
  source text not null,
  author text not null,
  at timestamptz not null,
  primary key (source, author)
);
create table intake.thread (
  source text not null,
  thread text not null,
  brand text not null,
  last_matched_at timestamptz not null,
  primary key (source, thread, brand)
);
create index thread_age on intake.thread (last_matched_at);
`;

const sealed = `
create table sealed.inbox (
  batch_id uuid primary key,
  payload bytea,
  created_at timestamptz not null
);
create table sealed.sample (
  source text not null,
  native_id text not null,
  observed_at timestamptz not null,
  followers bigint,
  followers_band text,
  is_verified boolean,
  likes bigint,
  reposts bigint,
  replies bigint,
  views bigint,
  primary key (source, native_id, observed_at)
);
`;

const ops = `
create table ops.setting (key text primary key, value jsonb not null);
create table ops.source_health (
  source text primary key,
  kind text not null,
  knows_spread boolean not null,
  freshness_target_ms bigint not null,
  registered_at timestamptz not null default clock_timestamp(),
  last_ok_at timestamptz,
  last_event_at timestamptz,
  next_poll_at timestamptz,
  events bigint not null default 0,
  read bigint not null default 0,
  last_error text,
  last_error_at timestamptz,
  disabled_at timestamptz,
  gap text,
  gap_at timestamptz,
  gap_alerted_at timestamptz,
  budget jsonb,
  budget_alerted_at timestamptz,
  stale_alerted_at timestamptz
);
create table ops.dead_letter (
  dead_letter_id bigint generated always as identity primary key,
  at timestamptz not null,
  stage text not null,
  source text not null,
  native_id text,
  events int not null,
  is_history boolean not null,
  payload bytea,
  error text not null,
  attempts int not null,
  state text not null default 'waiting' check (state in ('waiting', 'retried', 'discarded')),
  trace_id text not null
);
create table ops.service (
  service_id text primary key,
  stages text[] not null,
  version text not null,
  started_at timestamptz not null,
  beat_at timestamptz not null
);
create table ops.erasure (
  key text not null,
  kind text not null,
  at timestamptz not null,
  primary key (key, kind)
);
`;

export const foundation = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [schemas, intake, sealed, ops]) await sql.raw(statements).execute(db);
  },
};
