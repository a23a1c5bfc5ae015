import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A letter that waits and repeats words which were deleted since it was frozen. */
export interface StaleLetter {
  readonly id: string;
  readonly writtenAt: Date;
  /** Of the last post that went. */
  readonly erasedAt: Date;
}

/** A deletion may bear the time at which its batch was begun, a little before it could be seen. */
const leewayMs = 60_000;

export const findStaleLetters = async (tx: Transaction): Promise<readonly StaleLetter[]> => {
  const { rows } = await sql<StaleLetter>`
    select l.notification_id as id, l.created_at as "writtenAt", max(m.erased_at) as "erasedAt"
    from sealed.letter l join desk.mention m on m.erased_at >= l.created_at - ${leewayMs} * interval '1 millisecond'
    where l.state = 'pending' and l.members ? (m.source || '|' || m.thread)
    group by l.notification_id, l.created_at`.execute(tx);
  return rows;
};

/** Other bytes under the same id, while it waits. */
export const replaceLetter = async (
  tx: Transaction,
  id: string,
  { body, memberIds }: { readonly body: Uint8Array; readonly memberIds: readonly string[] },
): Promise<void> => {
  await sql`
    update sealed.letter set body = ${Buffer.from(body)}, members = ${JSON.stringify(memberIds)}::jsonb
    where notification_id = ${id} and state = 'pending'`.execute(tx);
};
