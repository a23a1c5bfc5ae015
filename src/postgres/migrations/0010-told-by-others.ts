import { type Kysely, sql } from 'kysely';

/**
 * What others tell us of at an address of ours: feeds by their hubs (WebSub), and pages that link to the brand's own
 * (Webmention). Both hold addresses and states only, no text of anybody.
 */
const tables = `
create table intake.websub (
  source text primary key,
  callback text not null unique,
  hub text not null,
  topic text not null,
  secret text not null,
  state text not null default 'wanted' check (state in ('wanted', 'asked', 'active', 'denied')),
  failures integer not null default 0,
  next_ask_at timestamptz not null,
  asked_at timestamptz,
  verified_at timestamptz,
  lease_until timestamptz,
  reason text
);
create table intake.webmention (
  webmention_id uuid primary key,
  source text not null,
  page text not null,
  target text not null,
  state text not null default 'queued' check (state in ('queued', 'accepted', 'refused', 'deleted')),
  reason text,
  revision integer not null default 0,
  content text,
  attempts integer not null default 0,
  received_at timestamptz not null,
  checked_at timestamptz,
  next_try_at timestamptz,
  unique (source, page, target)
);
create index webmention_due on intake.webmention (next_try_at) where next_try_at is not null;
`;

export const toldByOthers = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(tables).execute(db);
  },
};
