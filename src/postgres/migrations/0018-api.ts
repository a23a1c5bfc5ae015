import { type Kysely, sql } from 'kysely';

const api = `
create table ops.api_key (
  key_id text primary key,
  hash bytea not null,
  name text not null,
  person text,
  scopes text[] not null,
  created_at timestamptz not null,
  created_by text not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by text,
  last_used_on date
);
create unique index api_key_name on ops.api_key (name) where revoked_at is null;
create table ops.api_request (
  key_id text not null,
  idempotency_key text not null,
  request bytea not null,
  status int not null,
  headers jsonb not null,
  body text not null,
  at timestamptz not null,
  primary key (key_id, idempotency_key)
);
create index api_request_at on ops.api_request (at);
create table desk.webhook (
  webhook_id text primary key,
  url text not null,
  secret text not null,
  events text[] not null,
  brands text[],
  created_at timestamptz not null,
  created_by text not null,
  last_event bigint not null,
  mark_id bigint,
  mark_at timestamptz,
  disabled_at timestamptz,
  reason text
);
create table desk.webhook_delivery (
  delivery_id bigint generated always as identity primary key,
  webhook_id text not null,
  event_id bigint not null,
  type text not null,
  body text not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  delivered_at timestamptz,
  last_error text,
  unique (webhook_id, event_id)
);
create index webhook_delivery_due on desk.webhook_delivery (webhook_id, next_attempt_at) where state = 'pending';
create index webhook_delivery_log on desk.webhook_delivery (webhook_id, created_at desc, delivery_id desc);
create index webhook_delivery_ended on desk.webhook_delivery (created_at) where state <> 'pending';
`;

export const apiTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(api).execute(db);
  },
};
