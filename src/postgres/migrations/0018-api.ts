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
`;

export const apiTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(api).execute(db);
  },
};
