import { sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import { identifierHash } from '../contacts/identifier-hash.ts';
import { isExecutedAnyway, isExecutedLate } from './executed.store.ts';
import { type ActionAsk, approvalId, coverageOf, factsOf, isDrawn, judgeAction } from './judge-action.ts';

export interface GuardSettings {
  readonly now: Date;
  readonly randomShare: number;
  /** How long after its last event a case still guards its customer. */
  readonly recentDays: number;
  /** How long `proceed` holds; asked again later, the action is judged anew. */
  readonly validDays: number;
}

export type GuardReply =
  | { readonly kind: 'proceed' }
  | { readonly kind: 'second_approval_needed'; readonly approval: string }
  /** The id stood for another action before. */
  | { readonly kind: 'conflict' };

const dayMs = 86_400_000;

/**
 * Answers a system that asks before it acts. Whatever the answer, the same statements run in the same order, and nothing
 * else is written than one row: who measures learns no more than who reads. An answer that has aged is followed by one
 * of the next round, so that what was answered and approved before stays as it was. What was carried out by an answer is over.
 */
export const askGuard = async (
  tx: Transaction,
  ask: ActionAsk,
  { now, randomShare, recentDays, validDays }: GuardSettings,
): Promise<GuardReply> => {
  const key = await readInstanceKey(tx);
  const hashes = ask.identifiers.map((identifier) => identifierHash(key, identifier)).toSorted();
  const facts = factsOf(key, ask, hashes);
  const cases = await readGuarding(tx, ask.identifiers, daysBefore(now, recentDays));
  const answer = judgeAction({
    isLinked: cases.length > 0,
    isDrawn: isDrawn(ask, { key, randomShare }),
  });
  const state = answer === 'proceed' ? 'none' : 'waiting';
  const aged = sql`(answer = 'not_asked' or (executed_at is null and kind = ${ask.kind} and coalesce(facts, ${facts}) = ${facts}
    and case when answer = 'proceed' then received_at when state = 'approved' then decided_at end < ${daysBefore(now, validDays)}::timestamptz))`;
  const { rows } = await sql<StoredAnswer>`
    with latest as (select *, ${aged} as is_aged from desk.adverse_action where action_id = ${ask.id} order by round desc limit 1),
    turn as (select coalesce(max(case when is_aged then round + 1 else round end), 0) as round from latest),
    asked as (
      insert into desk.adverse_action (action_id, round, approval_id, kind, identifiers, facts, at, received_at, requested_by, coverage, answer, cases, state)
      select ${ask.id}, round, ${approvalId(key, ask.id)}::text || case when round = 0 then '' else '_' || (round + 1) end, ${ask.kind},
        ${hashes}::text[], ${facts}, ${ask.at}::timestamptz, ${now}::timestamptz, ${ask.requestedBy}::text, ${coverageOf(ask)}, ${answer},
        ${cases}::bigint[], ${state} from turn
      on conflict (action_id, round) do update set received_at = adverse_action.received_at
      returning kind, facts, answer, state, approval_id)
    select * from asked`.execute(tx);
  const [stored] = rows;
  if (stored === undefined) throw new Error('an action was asked about and not written');
  return replyOf(stored, ask, facts);
};

const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * dayMs);

interface StoredAnswer {
  kind: string | null;
  /** null: asked before such were kept. */
  facts: string | null;
  answer: string;
  state: string;
  approval_id: string;
}

const replyOf = (stored: StoredAnswer, ask: ActionAsk, facts: string): GuardReply => {
  const isSame = stored.kind === ask.kind && (stored.facts ?? facts) === facts;
  if (!isSame) return { kind: 'conflict' };
  return stored.answer === 'proceed' || stored.state === 'approved'
    ? { kind: 'proceed' }
    : { kind: 'second_approval_needed', approval: stored.approval_id };
};

/** Whatever their status: a complaint that was set aside is no reason to be acted against. */
const readGuarding = async (
  tx: Transaction,
  identifiers: readonly string[],
  since: Date,
): Promise<string[]> => {
  const { rows } = await sql<{ cases: string[] | null }>`
    select array_agg(case_id::text order by case_id) as cases from desk."case"
    where identifiers <> '{}' and identifiers && ${[...identifiers]}::text[]
      and (updated_at > ${since} or status in ('new', 'open', 'pending', 'on_hold'))`.execute(tx);
  return rows[0]?.cases ?? [];
};

/**
 * An action was carried out, with or without the approval; one that nobody asked about is kept too. A report may come late:
 * what was done belongs to the answer that was there by then.
 */
export const noteExecution = async (
  tx: Transaction,
  { id, at }: { readonly id: string; readonly at: Date },
  now: Date,
): Promise<void> => {
  const key = await readInstanceKey(tx);
  await sql`
    insert into desk.adverse_action (action_id, round, approval_id, at, received_at, coverage, answer, state, executed_at)
    select ${id}, coalesce(max(round) filter (where received_at <= ${at}::timestamptz), min(round), 0), ${approvalId(key, id)}, ${at}::timestamptz, ${now}::timestamptz, 'not_asked', 'not_asked', 'none', ${at}::timestamptz
    from desk.adverse_action where action_id = ${id} having coalesce(bool_and(executed_at is distinct from ${at}::timestamptz), true)
    on conflict (action_id, round) do update set executed_at = coalesce(adverse_action.executed_at, excluded.executed_at)`.execute(
    tx,
  );
  // What it was asked about once more is done: nobody has to decide.
  await sql`
    update desk.adverse_action later set state = 'none', told_at = coalesce(told_at, ${now})
    where action_id = ${id} and state = 'waiting' and exists (
      select from desk.adverse_action earlier
      where earlier.action_id = later.action_id and earlier.round < later.round and earlier.executed_at is not null and earlier.answer <> 'not_asked')`.execute(
    tx,
  );
};

/**
 * Writes what compliance has to hear, apart from the questions: an approval waits, or an action was carried out without
 * one, or when its answer held no more. Each once; two processes at it share the rows. Returns how many.
 */
export const tellCompliance = async (tx: Transaction, now: Date, validDays: number): Promise<number> => {
  const { rows } = await sql<{ n: string }>`
    with waiting as (
      update desk.adverse_action set told_at = ${now} where number in (
        select number from desk.adverse_action where answer = 'second_approval_needed' and told_at is null
        order by number limit 100 for update skip locked)
      returning number, 'approval_needed' as kind),
    executed as (
      update desk.adverse_action set execution_told_at = ${now} where number in (
        select number from desk.adverse_action where executed_at is not null and execution_told_at is null
          and (answer = 'not_asked' or (${isExecutedAnyway} and told_at is not null) or ${isExecutedLate(validDays)})
        order by number limit 100 for update skip locked)
      returning number, case when answer = 'not_asked' then 'executed_unasked' when ${isExecutedAnyway} then 'executed_anyway'
        else 'executed_late' end as kind),
    written as (
      insert into desk.outbox (alert, at)
      select json_build_object('kind', kind, 'brand', null, 'values', json_build_object('number', number::text)), ${now}::timestamptz
      from (select * from waiting union all select * from executed) as told returning 1)
    select count(*) as n from written`.execute(tx);
  return Number(rows[0]?.n ?? 0);
};
