import { type Kysely, sql } from 'kysely';

/**
 * What sources cost, by UTC day and purpose, in thousandths of a US dollar; which marks of a budget were told; and when a
 * kept post was last known to stand on a platform that tells of no deletion.
 */
const spending = `
create table ops.spend (
  source text not null,
  day text not null,
  purpose text not null,
  mills bigint not null,
  posts bigint not null,
  primary key (source, day, purpose)
);
create table ops.budget_told (
  source text not null,
  period text not null,
  level int not null,
  at timestamptz not null,
  primary key (source, period, level)
);
create table intake.post_check (
  source text not null,
  native_id text not null,
  revision int not null,
  checked_at timestamptz not null,
  primary key (source, native_id)
);
create index post_check_age on intake.post_check (source, checked_at);
`;

export const spendTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(spending).execute(db);
  },
};
