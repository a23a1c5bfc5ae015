import { sql } from 'kysely';
import type { DangerKind } from '../domain/classification.ts';
import type { ParentVerdict, Reason, ReviewReason } from '../domain/decision.ts';
import type { Mention } from '../domain/post.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import { type PendingRow, toMention } from './known-post.store.ts';

/** A post of a case as it was decided, with what is still there to decide it again. */
export interface DecidedPost {
  readonly mention: Mention;
  /** False: its words were deleted or erased. */
  readonly hasText: boolean;
  readonly version: string;
  readonly decidedAt: Date;
  readonly verdict: StoredVerdict;
  readonly language: string | null;
  /** What it answered, as it was known when this was decided; null: nothing, or it had not been read. */
  readonly answered: AnsweredVerdict | null;
  /** The words that it answered; null when they are gone, or when only an edited version is left. */
  readonly answeredNow: { readonly text: string | null; readonly revision: number } | null;
}

export type AnsweredVerdict = ParentVerdict & { readonly danger?: DangerKind | null };

export interface StoredVerdict {
  readonly outcome: 'complaint' | 'review';
  readonly review: ReviewReason | null;
  readonly isUnsure: boolean;
  readonly severity: Severity | null;
  readonly danger: DangerKind | null;
  readonly categories: readonly string[];
  readonly reasons: readonly Reason[];
}

/** Posts of a case in the order in which they were read; null when there is no such case. */
export const readDecidedPosts = async (
  tx: Transaction,
  caseId: string,
): Promise<readonly DecidedPost[] | null> => {
  const known = await tx
    .selectFrom('desk.case')
    .select('case_id')
    .where('case_id', '=', caseId)
    .executeTakeFirst();
  if (known === undefined) return null;
  const { rows } = await sql<DecidedRecord>`
    select m.*, p.text as answered_text, p.revision as answered_revision
    from desk.mention m left join desk.mention p on p.source = m.source and p.native_id = m.parent and p.brand = m.brand
    where m.case_id = ${caseId} order by m.mention_id`.execute(tx);
  return rows.map(toDecided);
};

interface DecidedRecord extends PendingRow {
  decision_version: string;
  decided_at: Date;
  outcome: 'complaint' | 'review';
  review_reason: ReviewReason | null;
  is_unsure: boolean;
  severity: Severity | null;
  danger: DangerKind | null;
  categories: string[];
  reasons: readonly Reason[];
  language: string | null;
  parent_verdict: AnsweredVerdict | null;
  answered_text: string | null;
  answered_revision: number | null;
}

const toDecided = (row: DecidedRecord): DecidedPost => ({
  mention: toMention(row),
  hasText: row.text !== null,
  version: row.decision_version,
  decidedAt: row.decided_at,
  language: row.language,
  verdict: {
    outcome: row.outcome,
    review: row.review_reason,
    isUnsure: row.is_unsure,
    severity: row.severity,
    danger: row.danger,
    categories: row.categories,
    reasons: row.reasons,
  },
  answered: row.parent_verdict,
  answeredNow:
    row.answered_revision === null ? null : { text: row.answered_text, revision: row.answered_revision },
});
