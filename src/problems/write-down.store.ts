import type { Transaction } from '../postgres/database.ts';

export interface Written {
  readonly caseId: string;
  readonly key: string;
  readonly kind: string;
  readonly value: string | null;
  readonly note: string | null;
  readonly actor: string;
  readonly now: Date;
}

/** What is said of a customer stands with the case, and goes when the case is forgotten. */
export const writeDown = async (
  tx: Transaction,
  { caseId, key, kind, value, note, actor, now }: Written,
): Promise<void> => {
  await tx
    .insertInto('desk.activity')
    .values({
      case_id: caseId,
      key: `${caseId}|${key}`,
      at: now,
      kind,
      actor,
      is_automated: false,
      is_internal: true,
      post_key: null,
      previous: null,
      value,
      note,
    })
    .execute();
};
