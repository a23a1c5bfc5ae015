import { sql } from 'kysely';
import { severities, severityRank } from '../../domain/severity.ts';
import type { Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { type Acted, type ActionAsk, actOnCase, lockCase } from '../action.store.ts';
import type { DeskCase } from '../life/action-types.ts';
import { giveBackKept, isMoreConfidential } from '../life/give-back.store.ts';
import type { PersonOf } from '../life/kept-owner.store.ts';
import { readAccused } from './accused.store.ts';
import { actorKey } from './actor-key.ts';
import { type DeskPerson, keptBecause, keptCodes } from './desk-person.ts';
import { endLease, noteClaim, readLease } from './lease.store.ts';
import type { JumpReason, LeaseRefusal } from './lease.ts';
import { isWaitingFor, type WaitingFor } from './waiting.store.ts';

export interface TakeAsk extends Omit<ActionAsk, 'action' | 'actor' | 'now'>, WaitingFor {
  readonly takeOver: boolean;
  /** Why now, when older cases of at least this severity wait for this person. */
  readonly because: JumpReason | null;
}

export type Took = Acted | { readonly kind: 'kept'; readonly refusal: LeaseRefusal };

/**
 * Takes a case for good. Taking another one than the queue hands out needs a reason and leaves a receipt that counts
 * the cases it was taken before, and names nobody.
 */
export const takeCase = async (tx: Transaction, ask: TakeAsk): Promise<Took> => {
  const found = await lockCase(tx, ask.caseId);
  if (found === null) return { kind: 'unknown' };
  const state = found.row;
  const refusal = await whyKept(tx, state, ask);
  if (refusal !== null) return { kind: 'kept', refusal };
  const older = await countJumped(tx, state, ask);
  if (older > 0 && ask.because === null) return { kind: 'kept', refusal: { code: 'older_wait', older } };
  const acted = await actOnCase(tx, {
    ...ask,
    actor: ask.person.name,
    action: { kind: 'take', takeOver: ask.takeOver },
  });
  if (acted.kind !== 'done') return acted;
  await endLease(tx, ask.caseId);
  await noteClaim(tx, ask.caseId, ask.now);
  if (older > 0) await writeReceipt(tx, ask, older);
  return acted;
};

/** Does to a case what its person may: nobody works one that is kept from them. An answer to what nobody took leaves a receipt, as taking does. Disputes are refused by the act itself; who has a case that goes into one and may not have it then gives it back. */
export const actAs = async (
  tx: Transaction,
  ask: ActionAsk,
  { by, personOf }: { readonly by: DeskPerson; readonly personOf: PersonOf },
): Promise<Took> => {
  const found = await lockCase(tx, ask.caseId);
  if (found === null) return { kind: 'unknown' };
  const refusal = await whyNotTheirs(tx, found.row, by);
  if (refusal !== null && refusal.code !== 'in_dispute') return { kind: 'kept', refusal };
  const jump = ask.action.kind === 'answered' && found.row.assignee === null;
  const key = jump ? actorKey(await readInstanceKey(tx), by.name) : '';
  const older = jump ? await countJumped(tx, found.row, { person: by, actor: key, now: ask.now }) : 0;
  const acted = await actOnCase(tx, ask);
  if (acted.kind === 'done' && older > 0)
    await writeReceipt(
      tx,
      { caseId: ask.caseId, now: ask.now, because: 'answered_untaken', actor: key },
      older,
    );
  if (acted.kind !== 'done' || !isMoreConfidential(acted.before, acted.state)) return acted;
  return { ...acted, ...(await giveBackKept(tx, ask.caseId, { now: ask.now, personOf })) };
};

/** Gives a case to somebody, who must be allowed to have it: the accused are told what everybody else is told. */
export const giveCase = async (
  tx: Transaction,
  ask: ActionAsk,
  { by, to }: { readonly by: DeskPerson; readonly to: DeskPerson },
): Promise<Took> => {
  const found = await lockCase(tx, ask.caseId);
  if (found === null) return { kind: 'unknown' };
  const refusal = (await whyNotTheirs(tx, found.row, by)) ?? (await whyNotTheirs(tx, found.row, to));
  if (refusal !== null) return { kind: 'kept', refusal };
  const acted = await actOnCase(tx, ask);
  if (acted.kind === 'done') await endLease(tx, ask.caseId);
  return acted;
};

/** Why somebody may not work a case, whatever they want to do to it; null: they may, or there is no such case. */
export const whyKeptFrom = async (
  tx: Transaction,
  caseId: string,
  person: DeskPerson,
): Promise<LeaseRefusal | null> => {
  const found = await lockCase(tx, caseId);
  return found === null ? null : whyNotTheirs(tx, found.row, person);
};

const whyNotTheirs = async (
  tx: Transaction,
  state: DeskCase,
  person: DeskPerson,
): Promise<LeaseRefusal | null> => {
  const kept = keptBecause(state, await readAccused(tx, state.id), person);
  return kept === null ? null : { code: keptCodes[kept] };
};

const whyKept = async (tx: Transaction, state: DeskCase, ask: TakeAsk): Promise<LeaseRefusal | null> => {
  const kept = await whyNotTheirs(tx, state, ask.person);
  if (kept !== null) return kept;
  const lease = await readLease(tx, state.id);
  if (lease === null || lease.until <= ask.now || lease.holder === ask.person.name) return null;
  return ask.takeOver ? null : { code: 'leased', since: lease.leasedAt };
};

/** Counting goes no further: "ten thousand" says enough. */
const mostCounted = 10_000;

/**
 * How many cases of at least this severity stand before it in the queue and wait for this person: 0 for the case that
 * the queue handed over, and for one that waits for no answer or is somebody's already.
 */
const countJumped = async (tx: Transaction, state: DeskCase, ask: WaitingFor): Promise<number> => {
  if (state.dueAt === null || state.assignee !== null || (await isHanded(tx, state.id, ask))) return 0;
  const { rows } = await jumpedStatement(state, ask).execute(tx);
  return Number(rows[0]?.n ?? 0);
};

const isHanded = async (tx: Transaction, caseId: string, { person, now }: WaitingFor): Promise<boolean> => {
  const lease = await readLease(tx, caseId);
  return lease !== null && lease.holder === person.name && lease.until > now;
};

const jumpedStatement = (state: DeskCase, ask: WaitingFor) => sql<{ n: string }>`
  select count(*) as n from (
    select 1 from desk."case" c where ${isWaitingFor(ask)}
      and (c.due_at, c.clock_start, c.case_id) < (${state.dueAt}::timestamptz, ${state.clockStart}::timestamptz, ${state.id}::bigint)
      and c.severity = any(${severities.slice(severityRank(state.severity))}::text[])
    limit ${mostCounted}) waiting`;

interface Receipt extends Pick<TakeAsk, 'caseId' | 'now' | 'actor'> {
  readonly because: JumpReason | 'answered_untaken' | null;
}

const writeReceipt = async (
  tx: Transaction,
  { caseId, now, because, actor }: Receipt,
  older: number,
): Promise<void> => {
  await tx
    .insertInto('desk.queue_jump')
    .values({ case_id: caseId, at: now, reason: because ?? 'other', older, actor })
    .execute();
};
