import { sql } from 'kysely';
import type { EscalationCriterion, ExecutivePath } from '../../domain/escalation.ts';
import type { Transaction } from '../../postgres/database.ts';
import { insertActivities } from '../case.store.ts';
import {
  advanceExecutive,
  type EscalationState,
  type ExecutiveCase,
  type ExecutiveEvent,
  type ExecutiveRefusal,
  metCriteria,
  weekStart,
} from './executive.ts';
import { type CaseAsk, criterionOf, findCase } from './find-case.store.ts';
import { tellExecutive } from './tell-executive.store.ts';

export interface Escalation extends ExecutiveCase {
  readonly number: string;
  readonly caseId: string;
  readonly brand: string;
  readonly via: 'staff' | 'customer';
  readonly requestedAt: Date;
  readonly criterion: EscalationCriterion;
  readonly reasonCode: string;
  readonly note: string | null;
  readonly decision: 'granted' | 'declined' | 'lapsed' | null;
  readonly decidedBy: string | null;
  readonly decidedAt: Date | null;
  readonly decisionNote: string | null;
  readonly answerDueAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredBy: string | null;
  readonly answer: string | null;
}

const columns = sql`e.number::text as number, e.case_id::text as "caseId", e.brand, e.via, e.requested_by as "requestedBy",
  e.requested_at as "requestedAt", e.criterion, e.reason_code as "reasonCode", e.note, e.state, e.decision,
  e.decided_by as "decidedBy", e.decided_at as "decidedAt", e.decision_note as "decisionNote", e.expires_at as "expiresAt",
  e.answer_due_at as "answerDueAt", e.answered_at as "answeredAt", e.answered_by as "answeredBy", e.answer`;

export interface EscalationAsk extends CaseAsk {
  readonly via: 'staff' | 'customer';
  readonly by: string;
  readonly reasonCode: string;
  readonly note: string | null;
  /** The answer is owed from then. */
  readonly askedAt: Date;
}

export type Requested =
  | { readonly kind: 'done'; readonly escalation: Escalation }
  /** It waits already. */
  | { readonly kind: 'known'; readonly escalation: Escalation }
  | { readonly kind: 'unknown_case' }
  | { readonly kind: 'over' | 'in_dispute' }
  | {
      readonly kind: 'not_met';
      readonly met: readonly EscalationCriterion[];
      readonly breaches: number;
    };

/** Brings a case before an executive, when its record bears it out. */
export const requestEscalation = async (
  tx: Transaction,
  ask: EscalationAsk,
  path: ExecutivePath,
): Promise<Requested> => {
  const found = await findCase(tx, ask, path);
  if (found === null) return { kind: 'unknown_case' };
  if (found.inDispute) return { kind: 'in_dispute' };
  if (found.isOver) return { kind: 'over' };
  const open = await readOpen(tx, found.caseId);
  if (open !== null) return { kind: 'known', escalation: open };
  const criterion = criterionOf(found, ask, path);
  if (criterion === null)
    return { kind: 'not_met', met: metCriteria(found, path, ask.now), breaches: found.breaches };
  const { rows } = await sql<Escalation>`
    insert into desk.escalation as e (case_id, brand, via, requested_by, requested_at, criterion, reason_code, note, state, expires_at, answer_due_at)
    values (${found.caseId}, ${found.brand}, ${ask.via}, ${ask.by}, ${ask.askedAt}, ${criterion}, ${ask.reasonCode}, ${ask.note}, 'requested',
      ${new Date(ask.now.getTime() + path.expiresAfterMs)}, ${new Date(ask.askedAt.getTime() + path.answerWithinMs)})
    returning ${columns}`.execute(tx);
  const [escalation] = rows;
  if (escalation === undefined) throw new Error('an escalation was asked for and not written');
  await note(tx, escalation, { kind: 'escalation_requested', actor: ask.by, now: ask.now });
  await tellExecutive(tx, 'escalation_requested', [escalation], ask.now);
  return { kind: 'done', escalation };
};

const readOpen = async (tx: Transaction, caseId: string): Promise<Escalation | null> => {
  const { rows } = await sql<Escalation>`
    select ${columns} from desk.escalation e where case_id = ${caseId} and state <> 'answered'`.execute(tx);
  return rows[0] ?? null;
};

export const readEscalation = async (tx: Transaction, number: string): Promise<Escalation | null> => {
  const { rows } =
    await sql<Escalation>`select ${columns} from desk.escalation e where number = ${number}`.execute(tx);
  return rows[0] ?? null;
};

/** Those that are owed an answer, the one that is due first at the top; all of them: the newest first. */
export const listEscalations = async (
  tx: Transaction,
  { isAll, limit }: { readonly isAll: boolean; readonly limit: number },
): Promise<readonly Escalation[]> => {
  const { rows } = await (isAll
    ? sql<Escalation>`select ${columns} from desk.escalation e order by e.number desc limit ${limit}`
    : sql<Escalation>`select ${columns} from desk.escalation e where state <> 'answered' order by answer_due_at, e.number limit ${limit}`
  ).execute(tx);
  return rows;
};

export type Changed =
  | { readonly kind: 'done'; readonly escalation: Escalation }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly code: ExecutiveRefusal; readonly escalation: Escalation };

/** Grants, declines or answers. The brand's grants are counted one after the other. */
export const changeEscalation = async (
  tx: Transaction,
  { number, event, now }: { readonly number: string; readonly event: ExecutiveEvent; readonly now: Date },
  path: ExecutivePath,
): Promise<Changed> => {
  await sql`select pg_advisory_xact_lock(2064122721)`.execute(tx);
  const before = await readEscalation(tx, number);
  if (before === null) return { kind: 'unknown' };
  const grantedThisWeek = await countGranted(tx, before.brand, weekStart(now));
  const outcome = advanceExecutive(before, event, { now, grantedThisWeek, weeklyQuota: path.weeklyQuota });
  if (outcome.kind === 'refused') return { kind: 'refused', code: outcome.code, escalation: before };
  await write(tx, before, { event, state: outcome.state, now });
  const escalation = (await readEscalation(tx, number)) ?? before;
  const kind = `escalation_${outcome.state}`;
  await note(tx, escalation, { kind, actor: 'by' in event ? event.by : 'evenhand', now });
  return { kind: 'done', escalation };
};

const countGranted = async (tx: Transaction, brand: string, since: Date): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from desk.escalation where brand = ${brand} and decision = 'granted' and decided_at >= ${since}`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
};

interface Writing {
  readonly event: ExecutiveEvent;
  readonly state: EscalationState;
  readonly now: Date;
}

const write = async (
  tx: Transaction,
  { number }: Escalation,
  { event, state, now }: Writing,
): Promise<void> => {
  if (event.kind === 'answer') {
    await sql`update desk.escalation set state = ${state}, answered_at = ${now}, answered_by = ${event.by}, answer = ${event.text.trim()} where number = ${number}`.execute(
      tx,
    );
    return;
  }
  const by = 'by' in event ? event.by : null;
  const reason = event.kind === 'decline' ? event.reason : null;
  await sql`update desk.escalation set state = ${state}, decision = ${state}, decided_by = ${by}, decided_at = ${now}, decision_note = ${reason} where number = ${number}`.execute(
    tx,
  );
};

/** At the case: that it happened and by whom, never a word of the answer. */
const note = async (
  tx: Transaction,
  { caseId, number, criterion }: Escalation,
  { kind, actor, now }: { readonly kind: string; readonly actor: string; readonly now: Date },
): Promise<void> => {
  await insertActivities(tx, [
    {
      key: `${caseId}|${kind}|${number}`,
      caseId,
      kind,
      at: now,
      actor,
      isAutomated: actor === 'evenhand',
      isInternal: true,
      postKey: null,
      previous: null,
      value: kind === 'escalation_requested' ? criterion : null,
      change: null,
    },
  ]);
};

/** Lets requests lapse that nobody decided, and tells of answers that are overdue, once each. */
export const sweepEscalations = async (
  tx: Transaction,
  path: ExecutivePath,
  now: Date,
): Promise<{ readonly lapsed: number; readonly overdue: number }> => {
  const { rows: expired } = await sql<{ number: string }>`
    select number::text as number from desk.escalation where state = 'requested' and expires_at <= ${now} order by number limit 100`.execute(
    tx,
  );
  for (const { number } of expired)
    await changeEscalation(tx, { number, event: { kind: 'lapse' }, now }, path);
  const { rows: overdue } = await sql<Escalation>`
    update desk.escalation as e set overdue_told_at = ${now} where e.number in (
      select number from desk.escalation where state <> 'answered' and answer_due_at <= ${now} and overdue_told_at is null
      order by number limit 100 for update skip locked)
    returning ${columns}`.execute(tx);
  await tellExecutive(tx, 'escalation_overdue', overdue, now);
  return { lapsed: expired.length, overdue: overdue.length };
};
