import { type Kysely, sql } from 'kysely';

/**
 * Lock 3: the bytes of a digest hold figures of reach, so that a letter waits under seal and is sent by the role that
 * may see it. What waited at the desk moves there, and the desk takes no letter any more.
 */
const letters = `
create table sealed.letter (
  notification_id text primary key,
  channel text not null,
  kind text not null check (kind = 'letter'),
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
create index letter_pending on sealed.letter (next_attempt_at) where state = 'pending';
insert into sealed.letter (notification_id, channel, kind, members, content_type, body, state, attempts, created_at, next_attempt_at, delivered_at, last_error)
select notification_id, channel, kind, members, content_type, body, state, attempts, created_at, next_attempt_at, delivered_at, last_error
from desk.notification where kind = 'letter';
delete from desk.notification where kind = 'letter';
alter table desk.notification add constraint notification_is_no_letter check (kind <> 'letter');
`;

/** What came in together stays together: a dead letter that is tried again finds the audiences of its page. */
const roots = `
alter table ops.dead_letter add column root_batch uuid;
create index dead_letter_root on ops.dead_letter (root_batch) where state = 'waiting';
`;

/** Lock 5 by night: a sample of cases decided again, and what came of it. */
const replays = `
create table ops.replay (
  day date primary key,
  claimed_at timestamptz not null,
  done_at timestamptz,
  cases int not null default 0,
  posts int not null default 0,
  same int not null default 0,
  different int not null default 0,
  untold int not null default 0,
  different_cases bigint[] not null default '{}'
);
`;

export const sealedLetters = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    for (const statements of [letters, roots, replays]) await sql.raw(statements).execute(db);
  },
};
