import { type Kysely, sql } from 'kysely';

/**
 * When a source told something, minute by minute of the hours in which it was watched (bit n: minute n), from which is
 * learned what silence is usual; and the silence that was told to people, until it ends.
 */
const silence = `
create table ops.source_hour (
  source text not null,
  hour timestamptz not null,
  minutes bigint not null default 0,
  primary key (source, hour)
);
alter table ops.source_health
  add column quiet_target_ms bigint,
  add column watched_since timestamptz,
  add column silent_since timestamptz,
  add column silent_expected_at timestamptz;
`;

export const silenceTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(silence).execute(db);
  },
};
