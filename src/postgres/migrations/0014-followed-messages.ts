import { type Kysely, sql } from 'kysely';

/**
 * Messages hang together where a channel can: `thread` names the group while it lives, `receipt` what the receiver
 * called the message, `answers` the one to which it belongs ('': none; fixed at the first attempt, so that every retry
 * says the same). `stage` says what was told of its cases.
 */
const columns = `
  add column thread text,
  add column receipt text,
  add column answers text,
  add column stage text check (stage in ('open', 'taken', 'settled'))`;
const followed = `
alter table desk.notification ${columns};
alter table sealed.letter ${columns};
create index notification_thread on desk.notification (channel, thread, delivered_at) where receipt is not null;
create index notification_followed on desk.notification (channel) where stage in ('open', 'taken');
`;

export const followedMessages = {
  up: async (db: Kysely<unknown>): Promise<void> => {
    await sql.raw(followed).execute(db);
  },
};
