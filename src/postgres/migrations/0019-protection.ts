import { type Kysely, sql } from 'kysely';

/**
 * The company's own log of calls and tickets, by keyed hashes of the identifiers alone: most of those who called never
 * complained in public. `plain` stands until cases were looked for by it, for moments.
 */
const contacts = `
create table desk.contact (
  contact_id bigint generated always as identity primary key,
  external_id text not null unique,
  identifier text not null,
  at timestamptz not null,
  kind text not null check (kind in ('call', 'ticket', 'mail', 'chat')),
  is_answered boolean not null,
  received_at timestamptz not null,
  plain text
);
create index contact_identifier on desk.contact (identifier, at);
create index contact_unheeded on desk.contact (contact_id) where plain is not null;
create index contact_at on desk.contact (at);
create index case_identifiers on desk."case" using gin (identifiers) where identifiers <> '{}';
`;

/**
 * What the company's systems asked before they acted against somebody. One row holds the question, the answer and the
 * approval, so that each answer costs the same statements. Identifiers stand as keyed hashes.
 */
const guard = `
create table desk.adverse_action (
  number bigint generated always as identity primary key,
  action_id text not null unique,
  approval_id text not null unique,
  kind text,
  identifiers text[] not null default '{}',
  at timestamptz not null,
  received_at timestamptz not null,
  requested_by text,
  coverage text not null check (coverage in ('checked', 'no_identifier', 'no_such_identifier', 'not_asked')),
  answer text not null check (answer in ('proceed', 'second_approval_needed', 'not_asked')),
  cases bigint[] not null default '{}',
  state text not null default 'waiting' check (state in ('none', 'waiting', 'approved', 'refused')),
  decided_by text,
  decided_at timestamptz,
  reason text,
  told_at timestamptz,
  executed_at timestamptz,
  execution_told_at timestamptz
);
create index adverse_action_waiting on desk.adverse_action (number) where state = 'waiting';
create index adverse_action_untold on desk.adverse_action (number) where answer = 'second_approval_needed' and told_at is null;
create index adverse_action_executed on desk.adverse_action (number) where executed_at is not null and execution_told_at is null;
create index adverse_action_received on desk.adverse_action (received_at);
create index adverse_action_identifiers on desk.adverse_action using gin (identifiers) where identifiers <> '{}';
`;

/**
 * Deadlines that passed unanswered, one row each: the record of a case is what an escalation is granted by. Written by
 * the very statement that warns of them, whichever process runs it.
 */
const breaches = `
create table desk.breach (
  case_id bigint not null,
  due_at timestamptz not null,
  target text,
  at timestamptz not null,
  primary key (case_id, due_at)
);
create function desk.note_breach() returns trigger language plpgsql as $$
begin
  insert into desk.breach (case_id, due_at, target, at)
    values (new.case_id, new.due_at, new.due_target, new.late_warned_at) on conflict do nothing;
  return null;
end $$;
create trigger case_breach after update of late_warned_at on desk."case" for each row
  when (new.late_warned_at is not null and old.late_warned_at is null and new.due_at is not null)
  execute function desk.note_breach();
`;

/** Runs of chains with the steps that were taken, and what was brought before executives. */
const escalation = `
create table desk.escalation_run (
  run_id bigint generated always as identity primary key,
  chain text not null,
  case_id bigint not null,
  episode timestamptz not null,
  because text not null,
  started_at timestamptz not null,
  place int not null default 0,
  round int not null default 0,
  next_at timestamptz,
  ended text,
  unique (chain, case_id, episode)
);
create index escalation_run_due on desk.escalation_run (next_at, run_id) where ended is null;
create index escalation_run_case on desk.escalation_run (case_id);
create table desk.escalation_step (
  run_id bigint not null,
  round int not null,
  place int not null,
  chain text not null,
  at timestamptz not null,
  receiver text not null,
  primary key (run_id, round, place)
);
create index escalation_step_turn on desk.escalation_step (chain, place);
create table desk.escalation (
  number bigint generated always as identity primary key,
  request_key text unique,
  case_id bigint not null,
  brand text not null,
  via text not null check (via in ('staff', 'customer')),
  requested_by text not null,
  requested_at timestamptz not null,
  criterion text not null,
  reason_code text not null,
  note text,
  state text not null check (state in ('requested', 'granted', 'declined', 'lapsed', 'answered')),
  decision text check (decision in ('granted', 'declined', 'lapsed')),
  decided_by text,
  decided_at timestamptz,
  decision_note text,
  expires_at timestamptz not null,
  answer_due_at timestamptz not null,
  answered_at timestamptz,
  answered_by text,
  answer text,
  overdue_told_at timestamptz
);
create unique index escalation_open on desk.escalation (case_id) where state <> 'answered';
create index escalation_requested on desk.escalation (requested_at);
create index escalation_granted on desk.escalation (brand, decided_at) where decision = 'granted';
`;

export const protection = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [contacts, guard, breaches, escalation]) await sql.raw(statements).execute(db);
  },
};
