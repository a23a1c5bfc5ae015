import { type Kysely, sql } from 'kysely';

/** Mentions with their decisions, cases with their activities. Text and author stand in `mention` alone. */
const cases = `
create sequence desk.case_number;
create table desk.complainant (
  brand text not null,
  complainant text not null,
  primary key (brand, complainant)
);
create table desk.mention (
  mention_id bigint generated always as identity primary key,
  source text not null,
  native_id text not null,
  brand text not null,
  revision int not null,
  author text,
  author_role text not null,
  thread text not null,
  parent text,
  repost_of text,
  text text,
  url text,
  links text[] not null default '{}',
  language text,
  has_image boolean not null default false,
  fingerprint text not null,
  published_at timestamptz,
  received_at timestamptz not null,
  decided_at timestamptz not null,
  matched_by text not null,
  is_history boolean not null,
  outcome text not null check (outcome in ('complaint', 'review')),
  review_reason text,
  is_unsure boolean not null default false,
  severity text,
  danger text,
  categories text[] not null default '{}',
  complaint real not null,
  parent_pending boolean not null default false,
  reasons jsonb not null default '[]',
  evidence jsonb not null default '[]',
  identifiers text[] not null default '{}',
  out_of_band text,
  decision_version text not null,
  parent_verdict jsonb,
  case_id bigint,
  trace_id text not null,
  erased_at timestamptz,
  unique (source, native_id, brand)
);
create index mention_case on desk.mention (case_id) where case_id is not null;
create index mention_pending on desk.mention (source, (coalesce(parent, thread))) where parent_pending;
create index mention_review on desk.mention (brand, decided_at desc, mention_id desc) where case_id is null and outcome = 'review';
create index mention_author on desk.mention (source, author) where author is not null;
create index mention_case_url on desk.mention (url) where case_id is not null and url is not null;
create index mention_received on desk.mention using brin (received_at);
create table desk."case" (
  case_id bigint primary key,
  brand text not null,
  source text not null,
  complainant text not null,
  threads text[] not null,
  posts jsonb not null,
  status text not null,
  disposition text,
  merged_into bigint,
  linked_to bigint,
  in_dispute boolean not null default false,
  snoozed_until timestamptz,
  resolved_at timestamptz,
  closed_at timestamptz,
  severity text not null,
  danger text,
  categories text[] not null default '{}',
  reasons jsonb not null default '[]',
  identifiers text[] not null default '{}',
  opened_at timestamptz not null,
  received_at timestamptz not null,
  clock_start timestamptz not null,
  due_at timestamptz,
  due_target text,
  is_history boolean not null default false,
  last_post_at timestamptz not null,
  first_response_at timestamptz,
  first_response_via text,
  first_response_actor text,
  last_response_at timestamptz,
  policy text not null,
  assignee text,
  taken_at timestamptz,
  first_taken_at timestamptz,
  near_warned_at timestamptz,
  late_warned_at timestamptz,
  version int not null default 1,
  updated_at timestamptz not null
);
create index case_queue on desk."case" (due_at, clock_start, case_id) where due_at is not null;
create index case_queue_brand on desk."case" (brand, due_at, clock_start, case_id) where due_at is not null;
create index case_complainant on desk."case" (brand, complainant);
create unique index case_one_open on desk."case" (brand, complainant, (threads[1]))
  where status in ('new', 'open', 'pending', 'on_hold') and merged_into is null;
create index case_opened on desk."case" (opened_at desc, case_id desc);
create index case_unanswered on desk."case" (received_at) where due_at is not null;
create table desk.activity (
  activity_id bigint generated always as identity primary key,
  case_id bigint not null,
  key text not null,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  is_automated boolean not null,
  is_internal boolean not null,
  post_key text,
  previous text,
  value text,
  note text,
  unique (case_id, key)
);
create table desk.rollup_hour (
  brand text not null,
  hour timestamptz not null,
  source text not null,
  outcome text not null,
  severity text not null,
  n bigint not null,
  primary key (brand, hour, source, outcome, severity)
);
create table desk.policy (
  version text primary key,
  policy jsonb not null,
  created_at timestamptz not null
);
`;

/** What people were told: written with the case, frozen before it is sent. */
const alerts = `
create table desk.outbox (
  outbox_id bigint generated always as identity primary key,
  alert jsonb not null,
  case_id bigint,
  post_key text,
  trace_id text,
  at timestamptz not null,
  flushed_at timestamptz
);
create index outbox_waiting on desk.outbox (outbox_id) where flushed_at is null;
create table desk.alert_group (
  channel text not null,
  group_key text not null,
  state jsonb not null,
  next_flush_at timestamptz,
  primary key (channel, group_key)
);
create index alert_group_due on desk.alert_group (next_flush_at) where next_flush_at is not null;
create table desk.notification (
  notification_id text primary key,
  channel text not null,
  kind text not null,
  members jsonb not null,
  content_type text not null,
  body bytea,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  last_error text
);
create index notification_pending on desk.notification (next_attempt_at) where state = 'pending';
create table desk.channel (
  channel text primary key,
  disabled_at timestamptz,
  reason text
);
`;

export const desk = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [cases, alerts]) await sql.raw(statements).execute(db);
  },
};
