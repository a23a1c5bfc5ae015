import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';

/** A letter that waits and repeats words which were deleted since it was frozen. */
export interface StaleLetter {
  readonly id: string;
  readonly writtenAt: Date;
  /** Changes with every post that went, whichever time its deletion bears. */
  readonly erasedWords: string;
}

/** A deletion may bear the time at which its batch was begun, a little before it could be seen. */
const leewayMs = 60_000;

export const findStaleLetters = async (tx: Transaction): Promise<readonly StaleLetter[]> => {
  const { rows } = await sql<StaleLetter>`
    select l.notification_id as id, l.created_at as "writtenAt",
      md5(json_agg(json_build_array(m.source, m.native_id, m.brand, m.erased_at) order by m.source, m.native_id, m.brand)::text) as "erasedWords"
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

/** Not sent before `until`, whatever is due. */
export const holdLetter = async (tx: Transaction, id: string, until: Date): Promise<void> => {
  await sql`
    update sealed.letter set next_attempt_at = greatest(next_attempt_at, ${until}::timestamptz)
    where notification_id = ${id} and state = 'pending'`.execute(tx);
};
