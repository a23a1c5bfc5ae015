import { type Kysely, sql } from 'kysely';

/**
 * Who of several readers has a message already; why an alert was told to nobody and what kept it back; silences and
 * acknowledgements, which stay as a log of who kept what quiet, and why; to which team a case went, by which rule, and
 * where rules in the background would have sent it.
 */
const alerts = `
alter table desk.notification add column reached jsonb;
create index notification_members on desk.notification using gin (members);
create index notification_newest on desk.notification (created_at desc, notification_id desc);
alter table desk.outbox add column unsent text, add column unsent_cause text;
create index outbox_silenced on desk.outbox (unsent_cause) where unsent = 'silenced';
create index outbox_unsent on desk.outbox (outbox_id desc) where unsent is not null;
create index outbox_case on desk.outbox (case_id, outbox_id) where case_id is not null;

create table desk.silence (
  silence_id bigint generated always as identity primary key,
  matcher jsonb not null,
  comment text not null,
  author text not null,
  created_at timestamptz not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  ended_by text,
  released_at timestamptz,
  check (ends_at > created_at)
);
create index silence_unreleased on desk.silence (ends_at) where released_at is null;

create table desk.alert_ack (
  ack_id bigint generated always as identity primary key,
  case_id bigint not null,
  actor text not null,
  at timestamptz not null,
  until timestamptz not null,
  check (until > at)
);
create index alert_ack_case on desk.alert_ack (case_id, ack_id);

create table desk.case_route (
  case_id bigint primary key,
  rule text,
  team text,
  channel text,
  reason text,
  shadow_rule text,
  shadow_team text,
  shadow_channel text,
  is_different boolean not null,
  routed_at timestamptz not null
);
create index case_route_taken on desk.case_route (rule, routed_at) where rule is not null;
create index case_route_team on desk.case_route (team, case_id) where team is not null;
create index case_route_different on desk.case_route (routed_at) where is_different;
create table desk.route_trip (
  rule text not null,
  day date not null,
  at timestamptz not null,
  primary key (rule, day)
);
`;

export const alertTables = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(alerts).execute(db);
  },
};
