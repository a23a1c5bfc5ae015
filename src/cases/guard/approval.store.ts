import { sql } from 'kysely';
import type { Person } from '../../domain/person.ts';
import type { Transaction } from '../../postgres/database.ts';
import { isExecutedAnyway } from './executed.store.ts';
import { type Partiality, whyPartial } from './second-approver.ts';

/** An action that waits for its second approval, as compliance sees it. */
export interface Approval {
  readonly number: string;
  readonly approvalId: string;
  readonly actionId: string;
  readonly kind: string | null;
  readonly at: Date;
  readonly receivedAt: Date;
  readonly requestedBy: string | null;
  readonly coverage: string;
  /** Of customers with a complaint; none: it was drawn. */
  readonly cases: readonly string[];
  /** `none`: it needs no decision any more, for it was carried out by an earlier answer. */
  readonly state: 'waiting' | 'approved' | 'refused' | 'none';
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly reason: string | null;
  readonly executedAt: Date | null;
  /** Before anybody approved it, or although it was refused. */
  readonly isExecutedAnyway: boolean;
}

const columns = sql`number::text as number, approval_id as "approvalId", action_id as "actionId", kind, at,
  received_at as "receivedAt", requested_by as "requestedBy", coverage, cases::text[] as cases, state,
  decided_by as "decidedBy", decided_at as "decidedAt", reason, executed_at as "executedAt", ${isExecutedAnyway} as "isExecutedAnyway"`;

/** The oldest first; all of them: the newest first. */
export const listApprovals = async (
  tx: Transaction,
  { isAll, limit }: { readonly isAll: boolean; readonly limit: number },
): Promise<readonly Approval[]> => {
  const { rows } = await (isAll
    ? sql<Approval>`select ${columns} from desk.adverse_action where answer = 'second_approval_needed' order by adverse_action.number desc limit ${limit}`
    : sql<Approval>`select ${columns} from desk.adverse_action where state = 'waiting' order by adverse_action.number limit ${limit}`
  ).execute(tx);
  return rows;
};

export const readApproval = async (
  tx: Transaction,
  number: string,
): Promise<{ readonly approval: Approval; readonly accused: readonly string[] } | null> => {
  const { rows } = await sql<Approval>`
    select ${columns} from desk.adverse_action where number = ${number} and answer = 'second_approval_needed'`.execute(
    tx,
  );
  const [approval] = rows;
  return approval === undefined ? null : { approval, accused: await readAccused(tx, approval.cases) };
};

const readAccused = async (tx: Transaction, cases: readonly string[]): Promise<readonly string[]> => {
  const { rows } = await sql<{ person: string }>`
    select distinct person from desk.accused where case_id = any(${[...cases]}::bigint[])`.execute(tx);
  return rows.map(({ person }) => person);
};

export interface Decision {
  readonly number: string;
  readonly verdict: 'approved' | 'refused';
  readonly by: string;
  readonly reason: string;
  readonly now: Date;
}

export type Decided =
  | { readonly kind: 'done'; readonly approval: Approval }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'decided'; readonly approval: Approval }
  | { readonly kind: 'partial'; readonly why: Partiality };

/** Decides once; a second decision finds the first. */
export const decideApproval = async (
  tx: Transaction,
  decision: Decision,
  people: readonly Person[],
): Promise<Decided> => {
  await sql`select 1 from desk.adverse_action where number = ${decision.number} for update`.execute(tx);
  const found = await readApproval(tx, decision.number);
  if (found === null) return { kind: 'unknown' };
  const { approval, accused } = found;
  if (approval.state !== 'waiting') return { kind: 'decided', approval };
  const why = whyPartial(decision.by, { requestedBy: approval.requestedBy, accused }, people);
  if (why !== null) return { kind: 'partial', why };
  await sql`
    update desk.adverse_action set state = ${decision.verdict}, decided_by = ${decision.by}, decided_at = ${decision.now},
      reason = ${decision.reason} where number = ${decision.number}`.execute(tx);
  const { verdict: state, by: decidedBy, now: decidedAt, reason } = decision;
  return { kind: 'done', approval: { ...approval, state, decidedBy, decidedAt, reason } };
};
