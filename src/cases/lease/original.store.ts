import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { lockCase } from '../action.store.ts';
import { readAccused } from './accused.store.ts';
import { type DeskPerson, keptBecause, keptCodes } from './desk-person.ts';
import type { LeaseRefusal } from './lease.ts';

export interface OriginalAsk {
  readonly caseId: string;
  readonly person: DeskPerson;
  /** Why it is opened before somebody works on the case. */
  readonly reason: string | null;
  readonly now: Date;
}

export type Original =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'reason_needed' }
  | { readonly kind: 'kept'; readonly refusal: LeaseRefusal }
  | { readonly kind: 'shown'; readonly urls: readonly string[]; readonly isNoted: boolean };

/**
 * The addresses of what a customer wrote. The platform shows there what Evenhand hides, so that opening one before the
 * case is taken needs a reason, and stands at the case.
 */
export const openOriginal = async (tx: Transaction, ask: OriginalAsk): Promise<Original> => {
  const found = await lockCase(tx, ask.caseId);
  if (found === null) return { kind: 'unknown' };
  const { row } = found;
  const kept = keptBecause(row, await readAccused(tx, ask.caseId), ask.person);
  if (kept !== null) return { kind: 'kept', refusal: { code: keptCodes[kept] } };
  const isNoted = row.assignee === null;
  if (isNoted && ask.reason === null) return { kind: 'reason_needed' };
  if (isNoted) await note(tx, ask);
  return { kind: 'shown', urls: await readUrls(tx, ask.caseId), isNoted };
};

const readUrls = async (tx: Transaction, caseId: string): Promise<readonly string[]> => {
  const { rows } = await sql<{ url: string }>`
    select url from desk.mention where case_id = ${caseId} and author_role = 'customer' and url is not null
    group by url order by min(mention_id)`.execute(tx);
  return rows.map(({ url }) => url);
};

const note = async (tx: Transaction, { caseId, person, reason, now }: OriginalAsk): Promise<void> => {
  await sql`
    insert into desk.activity (case_id, key, at, kind, actor, is_automated, is_internal, note)
    select ${caseId}, ${`${caseId}|original_opened|`} || count(*) + 1, ${now}, 'original_opened', ${person.name}, false, true, ${reason}
    from desk.activity where case_id = ${caseId} and kind = 'original_opened'`.execute(tx);
};
