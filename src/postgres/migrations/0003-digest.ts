import { type Kysely, sql } from 'kysely';

/** A digest is written once per brand and day, whichever of several processes gets there first. */
const days = `
create table ops.digest_day (
  brand text not null,
  day date not null,
  claimed_at timestamptz not null,
  written_at timestamptz,
  primary key (brand, day)
);
`;

/**
 * What the digest asks: who waits in a thread, the oldest severe cases, and what was looked at in the period. Small or
 * partial, so that deciding pays next to nothing for them; samples arrive in the order of time, which is what BRIN needs.
 */
const digestIndexes = `
create index case_threads on desk."case" using gin (threads);
create index case_severe_waiting on desk."case" (brand, clock_start, case_id)
  where due_at is not null and severity in ('high', 'critical');
create index mention_reply on desk.mention (brand, received_at) where thread <> native_id and erased_at is null;
create index mention_passed_on on desk.mention (brand, received_at) where review_reason = 'relay' or repost_of is not null;
create index mention_unsure on desk.mention (brand, decided_at)
  where case_id is null and outcome = 'review' and is_unsure;
create index sample_observed on sealed.sample using brin (observed_at) with (pages_per_range = 16);
`;

/** Retention finds what is due without reading what stays: rows leave these indexes once they are dealt with. */
const retention = `
alter table desk."case" add column forgotten_at timestamptz;
create index case_ended on desk."case" (coalesce(closed_at, resolved_at, updated_at))
  where forgotten_at is null and (status in ('resolved', 'closed') or disposition is not null);
create index case_merged on desk."case" (merged_into) where merged_into is not null;
create index mention_caseless on desk.mention (decided_at) where case_id is null and outcome = 'complaint';
create index mention_erased on desk.mention (erased_at) where erased_at is not null;
create index sample_exact on sealed.sample (observed_at) where followers is not null;
create index sealed_inbox_age on sealed.inbox (created_at);
create index notification_spent on desk.notification (created_at) where state <> 'pending' and body is not null;
create index tombstone_age on intake.tombstone (at);
create index author_tombstone_age on intake.author_tombstone (at);
`;

export const digest = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [days, digestIndexes, retention]) await sql.raw(statements).execute(db);
  },
};
