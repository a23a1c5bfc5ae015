import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { ExemptReason, Money, ParityOutcome, RemedyKind } from '../domain/remedy.ts';
import type { Transaction } from '../postgres/database.ts';
import { type Given, type ParityRow, parityOf, type Settled } from './parity.ts';
import { findRoot } from './place.store.ts';

export interface ParityList {
  readonly problem: ProblemId;
  readonly brand: string;
  readonly rows: readonly ParityRow[];
  readonly amounts: readonly GivenAmount[];
}

/** For people, in bands. */
export interface GivenAmount {
  readonly caseId: string;
  readonly kind: RemedyKind;
  readonly money: Money | null;
}

/** What is owed to whom of a problem's confirmed members; null: there is no such problem. */
export const readParity = async (tx: Transaction, problem: ProblemId): Promise<ParityList | null> => {
  const root = await findRoot(tx, problem);
  if (root === null) return null;
  const members = await readMembers(tx, root.id);
  const remedies = await readRemedies(tx, members);
  const given = [...remedies, ...(await readPromises(tx, members))];
  const rows = parityOf(members, given, await readSettled(tx, root.id));
  const amounts = remedies.map(({ caseId, kind, amount, currency }) => ({
    caseId,
    kind,
    money: amount === null || currency === null ? null : { amount: Number(amount), currency },
  }));
  return { problem: root.id, brand: root.brand, rows, amounts };
};

const readMembers = async (tx: Transaction, problem: ProblemId): Promise<readonly string[]> => {
  const { rows } = await sql<{ caseId: string }>`
    select k.id as "caseId" from (
      select distinct desk.going_case(m.case_id) as id from desk.problem_member p join desk.mention m on m.mention_id = p.mention_id
      where p.problem_id = ${problem} and p.status = 'confirmed' and m.case_id is not null) k order by k.id`.execute(
    tx,
  );
  return rows.map(({ caseId }) => caseId);
};

interface StoredRemedy extends Given {
  readonly kind: RemedyKind;
  readonly amount: string | null;
  readonly currency: string | null;
}

const readRemedies = async (
  tx: Transaction,
  members: readonly string[],
): Promise<readonly StoredRemedy[]> => {
  const { rows } = await sql<StoredRemedy>`
    select desk.going_case(case_id) as "caseId", kind, amount, currency, at from desk.remedy
    where desk.going_case(case_id) = any(${[...members]}::bigint[]) order by remedy_id`.execute(tx);
  return rows;
};

/**
 * By own accounts, seen or written down by hand: a person confirms the remedy by recording it. Words that nobody
 * understood count as a promise until somebody says what they were.
 */
const readPromises = async (tx: Transaction, members: readonly string[]): Promise<readonly Given[]> => {
  const { rows } = await sql<Given>`
    select a.case_id as "caseId", 'promise' as kind, a.at from desk.activity a
    where a.case_id = any(${[...members]}::bigint[]) and a.kind = 'out_of_band' and (a.value in ('promise', 'remedy')
      or (a.value is null and not exists (select 1 from desk.activity h
        where h.case_id = a.case_id and h.kind = 'out_of_band' and h.post_key is null and h.at >= a.at)))`.execute(
    tx,
  );
  return rows;
};

const readSettled = async (tx: Transaction, problem: ProblemId): Promise<readonly Settled[]> => {
  const { rows } = await sql<Settled>`
    select desk.going_case(case_id) as "caseId", outcome, reason, at from desk.problem_parity
    where problem_id = ${problem} or problem_id in (select problem_id from desk.problem where merged_into = ${problem})
    order by parity_id`.execute(tx);
  return rows;
};

export interface RemedyAsk {
  readonly caseId: string;
  readonly kind: RemedyKind;
  readonly money: Money | null;
  readonly note: string | null;
  readonly actor: string;
  readonly now: Date;
}

/** Writes down what a customer was given. The case stays as it is: a person resolves it. False: there is no such case. */
export const recordRemedy = async (tx: Transaction, ask: RemedyAsk): Promise<boolean> => {
  const { caseId, kind, money, note, actor, now } = ask;
  const { rows } = await sql<{ id: string }>`
    insert into desk.remedy (case_id, kind, amount, currency, actor, at)
    select case_id, ${kind}, ${money?.amount ?? null}, ${money?.currency ?? null}, ${actor}, ${now}::timestamptz
    from desk."case" where case_id = ${caseId} returning remedy_id as id`.execute(tx);
  const [remedy] = rows;
  if (remedy === undefined) return false;
  await writeDown(tx, { caseId, key: `remedy|${remedy.id}`, kind: 'remedy', value: kind, note, actor, now });
  return true;
};

export interface SettleAsk {
  readonly problem: ProblemId;
  readonly caseId: string;
  readonly outcome: ParityOutcome;
  readonly reason: ExemptReason | null;
  readonly note: string | null;
  readonly actor: string;
  readonly now: Date;
}

/** One member, one person, one confirmation. */
export const settleParity = async (tx: Transaction, ask: SettleAsk): Promise<void> => {
  const { problem, caseId, outcome, reason, note, actor, now } = ask;
  const { rows } = await sql<{ id: string }>`
    insert into desk.problem_parity (problem_id, case_id, outcome, reason, actor, at)
    values (${problem}, ${caseId}, ${outcome}, ${reason}, ${actor}, ${now}) returning parity_id as id`.execute(
    tx,
  );
  const key = `parity|${rows[0]?.id}`;
  await writeDown(tx, { caseId, key, kind: `parity_${outcome}`, value: reason, note, actor, now });
};

interface Written {
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
