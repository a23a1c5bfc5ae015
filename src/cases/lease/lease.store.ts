import { type RawBuilder, sql } from 'kysely';
import type { Transaction } from '../../postgres/database.ts';
import { serializationFailure } from '../../postgres/transaction.ts';
import { type Lease, type LeaseRefusal, leaseMs } from './lease.ts';
import { isWaitingFor, type WaitingFor } from './waiting.store.ts';

export type Handed =
  | { readonly kind: 'leased' | 'held'; readonly lease: Lease }
  /** `confidential`: cases that wait, and are handed to nobody while no people are configured. */
  | { readonly kind: 'idle'; readonly confidential: number };

/** Somebody else may have leased what this snapshot still shows as free; each further look is one that they won. */
const maxLooks = 64;

/**
 * The next case of the queue for a person, leased. Whoever holds one already gets the same again: asking twice is no way
 * to choose. Cases that others are about to lease are stepped over, so that many who ask at once wait for nobody.
 */
export const leaseNext = async (tx: Transaction, ask: WaitingFor): Promise<Handed> => {
  for (let look = 0; look < maxLooks; look += 1) {
    const held = await keepHeld(tx, ask);
    if (held !== null) return { kind: 'held', lease: held };
    const { caseId, lease } = await layOnFirst(tx, ask);
    if (caseId === null) break;
    if (lease !== null) return { kind: 'leased', lease };
  }
  return { kind: 'idle', confidential: await countConfidential(tx, ask) };
};

/** A case that was taken, answered or closed meanwhile is held no longer. */
const keepHeld = async (tx: Transaction, ask: WaitingFor): Promise<Lease | null> => {
  const { person, now } = ask;
  const { rows } = await sql<Lease>`
    with held as (
      select k.case_id, k.until > ${now} and exists (
        select 1 from desk."case" c where c.case_id = k.case_id and ${isWaitingFor(ask)}) as stands
      from desk.lease k where k.holder = ${person.name}),
    let_go as (
      delete from desk.lease k using held where k.case_id = held.case_id and k.holder = ${person.name} and not held.stands)
    update desk.lease k set until = ${untilFrom(now)} from held
    where k.case_id = held.case_id and k.holder = ${person.name} and held.stands returning ${columns}`.execute(
    tx,
  );
  return rows[0] ?? null;
};

const columns = sql.raw(`k.case_id as "caseId", k.holder, k.leased_at as "leasedAt", k.until`);
const untilFrom = (now: Date): Date => new Date(now.getTime() + leaseMs);

/** `caseId` null: nobody waits for them; `lease` null: somebody else won that case. */
const layOnFirst = async (
  tx: Transaction,
  ask: WaitingFor,
): Promise<{ readonly caseId: string | null; readonly lease: Lease | null }> => {
  const { person, now } = ask;
  const { rows } = await sql<{ first: string } & (Lease | { readonly caseId: null })>`
    with first as (${firstStatement(ask)}),
    laid as (
      insert into desk.lease as k (case_id, holder, leased_at, until)
        select case_id, ${person.name}, ${now}::timestamptz, ${untilFrom(now)}::timestamptz from first
      on conflict (case_id) do update set holder = excluded.holder, leased_at = excluded.leased_at, until = excluded.until
        where k.until <= ${now}
      returning ${columns}),
    claimed as (
      update desk."case" c set first_claimed_at = coalesce(c.first_claimed_at, ${now}), last_claimed_at = ${now}
      from laid where c.case_id = laid."caseId")
    select first.case_id as first, laid.* from first left join laid on laid."caseId" = first.case_id`
    .execute(tx)
    .catch(askAgainWhereHeld);
  const [row] = rows;
  if (row === undefined) return { caseId: null, lease: null };
  const { first, ...lease } = row;
  return { caseId: first, lease: lease.caseId === null ? null : lease };
};

/** Of two calls under one name the one that comes second begins anew, and finds what the first was handed. */
const askAgainWhereHeld = (error: unknown): never => {
  if ((error as { constraint?: string }).constraint !== 'lease_one_a_holder') throw error;
  throw Object.assign(new Error('the same person asked twice at once', { cause: error }), {
    code: serializationFailure,
  });
};

/** Walks the queue's index in its own order and stops at the first that is free: no sort. */
export const firstStatement = (ask: WaitingFor) => sql<{ case_id: string }>`
  select c.case_id from desk."case" c where ${isWaitingFor(ask)} and ${isOfTeam(ask.team ?? null)}
  order by c.due_at, c.clock_start, c.case_id limit 1 for update of c skip locked`;

/** Whoever holds a case keeps it, whichever team is named: naming one is no way to choose. */
const isOfTeam = (team: string | null): RawBuilder<unknown> =>
  team === null
    ? sql`true`
    : sql`exists (select from desk.case_route r where r.case_id = c.case_id and r.team = ${team})`;

export const noteClaim = async (tx: Transaction, caseId: string, now: Date): Promise<void> => {
  await sql`
    update desk."case" set first_claimed_at = coalesce(first_claimed_at, ${now}), last_claimed_at = ${now}
    where case_id = ${caseId}`.execute(tx);
};

const countConfidential = async (tx: Transaction, { person }: WaitingFor): Promise<number> => {
  if (person.rights !== null) return 0;
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from desk."case" c
    where c.due_at is not null and c.assignee is null and c.merged_into is null and (c.danger is not null or c.in_dispute)`.execute(
    tx,
  );
  return Number(rows[0]?.n ?? 0);
};

export interface LeaseAsk {
  readonly caseId: string;
  readonly name: string;
  readonly now: Date;
}

export type LeaseOutcome =
  | { readonly kind: 'done'; readonly lease: Lease }
  | { readonly kind: 'refused'; readonly refusal: LeaseRefusal };

/** Ten more minutes, for whoever holds the case and nobody else. */
export const refreshLease = async (tx: Transaction, ask: LeaseAsk): Promise<LeaseOutcome> => {
  const { rows } = await sql<Lease>`
    update desk.lease k set until = ${untilFrom(ask.now)}
    where case_id = ${ask.caseId} and holder = ${ask.name} and until > ${ask.now} returning ${columns}`.execute(
    tx,
  );
  return outcomeOf(tx, rows[0], ask);
};

/** The case stands in the queue again, where it stood; the same person is handed it first. */
export const releaseLease = async (tx: Transaction, ask: LeaseAsk): Promise<LeaseOutcome> => {
  const { rows } = await sql<Lease>`
    delete from desk.lease k
    where case_id = ${ask.caseId} and holder = ${ask.name} and until > ${ask.now} returning ${columns}`.execute(
    tx,
  );
  return outcomeOf(tx, rows[0], ask);
};

/** Whoever was handed it, and whether they still have it or not. */
export const endLease = async (tx: Transaction, caseId: string): Promise<void> => {
  await sql`delete from desk.lease where case_id = ${caseId}`.execute(tx);
};

const outcomeOf = async (tx: Transaction, lease: Lease | undefined, ask: LeaseAsk): Promise<LeaseOutcome> =>
  lease === undefined ? { kind: 'refused', refusal: await whyNot(tx, ask) } : { kind: 'done', lease };

const whyNot = async (tx: Transaction, { caseId, name, now }: LeaseAsk): Promise<LeaseRefusal> => {
  const found = await readLease(tx, caseId);
  if (found !== null && found.holder !== name && found.until > now)
    return { code: 'leased', since: found.leasedAt };
  if (found !== null && found.holder === name) return { code: 'lapsed', since: found.until };
  const { rows } = await sql`select 1 from desk."case" where case_id = ${caseId}`.execute(tx);
  return { code: rows.length === 0 ? 'unknown' : 'not_leased' };
};

export const readLease = async (tx: Transaction, caseId: string): Promise<Lease | null> => {
  const { rows } = await sql<Lease>`select ${columns} from desk.lease k where case_id = ${caseId}`.execute(
    tx,
  );
  return rows[0] ?? null;
};
