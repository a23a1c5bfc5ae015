import { sql } from 'kysely';
import type { ProblemId } from '../domain/problem.ts';
import type { Money, RemedyKind } from '../domain/remedy.ts';
import type { Transaction } from '../postgres/database.ts';
import { decisionOf } from './decided-as.store.ts';
import {
  type Given,
  isOwedFromOutside,
  type Left,
  type Mark,
  type Outside,
  type ParityRow,
  parityOf,
  promisesOf,
  type Settled,
  type Waived,
} from './parity.ts';
import { findRoot } from './place.store.ts';

export interface ParityList {
  readonly problem: ProblemId;
  readonly brand: string;
  readonly rows: readonly ParityRow[];
  readonly amounts: readonly GivenAmount[];
  /** What cases that were taken out had got before; owed to the members until somebody says that it is not. */
  readonly fromOutside: readonly Given[];
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
  const tree = await readTree(tx, root.id);
  const members = await readMembers(tx, root.id);
  const outside: Outside = { left: await readLeft(tx, tree), waived: await readWaived(tx, tree) };
  const cases = await readFamilies(tx, [...members, ...outside.left.map(({ caseId }) => caseId)]);
  const remedies = await readRemedies(tx, cases);
  const given = [...remedies, ...promisesOf(await readMarks(tx, cases))];
  const rows = parityOf(members, given, await readSettled(tx, tree), outside);
  const amounts = remedies.map(({ caseId, kind, amount, currency }) => ({
    caseId,
    kind,
    money: amount === null || currency === null ? null : { amount: Number(amount), currency },
  }));
  const fromOutside = given.filter((one) => !members.includes(one.caseId) && isOwedFromOutside(one, outside));
  return { problem: root.id, brand: root.brand, rows, amounts, fromOutside };
};

/** Members to whom something is owed. */
export const readOwed = async (tx: Transaction, problem: ProblemId): Promise<readonly string[]> =>
  ((await readParity(tx, problem))?.rows ?? [])
    .filter(({ owed }) => owed.length > 0)
    .map(({ caseId }) => caseId);

/** The problem and all that were merged into it, over any number of merges. */
const readTree = async (tx: Transaction, problem: ProblemId): Promise<readonly ProblemId[]> => {
  const { rows } = await sql<{ id: string }>`
    with recursive tree as (
      select ${problem}::bigint as id
      union
      select p.problem_id from tree join desk.problem p on p.merged_into = tree.id)
    select id from tree`.execute(tx);
  return rows.map(({ id }) => Number(id));
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

/** A case that was taken out more than once left at the last time. */
const readLeft = async (tx: Transaction, tree: readonly ProblemId[]): Promise<readonly Left[]> => {
  const { rows } = await sql<Left>`
    select desk.going_case(m.case_id) as "caseId", max(e.at) as at
    from desk.problem_event e join desk.mention m on m.mention_id = e.post
    where e.problem_id = any(${[...tree]}::bigint[]) and e.kind in ('ejected', 'left') and m.case_id is not null
    group by 1 order by 1`.execute(tx);
  return rows;
};

const readWaived = async (tx: Transaction, tree: readonly ProblemId[]): Promise<readonly Waived[]> => {
  const { rows } = await sql<Waived>`
    select value as kind, at from desk.problem_event
    where problem_id = any(${[...tree]}::bigint[]) and kind = 'waived'`.execute(tx);
  return rows;
};

/** Each case that goes on in one of these, with the one in which it does: what was said to it was said to that customer. */
interface Families {
  readonly cases: readonly string[];
  readonly goingOn: readonly string[];
}

const readFamilies = async (tx: Transaction, cases: readonly string[]): Promise<Families> => {
  const { rows } = await sql<{ caseId: string; goesOn: string }>`
    with recursive family as (
      select distinct id as case_id, id as goes_on from unnest(${[...cases]}::bigint[]) as k (id)
      union
      select c.case_id, f.goes_on from family f join desk."case" c on c.merged_into = f.case_id)
    select case_id as "caseId", goes_on as "goesOn" from family`.execute(tx);
  return { cases: rows.map(({ caseId }) => caseId), goingOn: rows.map(({ goesOn }) => goesOn) };
};

const inFamilies = ({ cases, goingOn }: Families) =>
  sql`unnest(${[...cases]}::bigint[], ${[...goingOn]}::bigint[]) as k (case_id, goes_on)`;

interface StoredRemedy extends Given {
  readonly kind: RemedyKind;
  readonly amount: string | null;
  readonly currency: string | null;
}

const readRemedies = async (tx: Transaction, families: Families): Promise<readonly StoredRemedy[]> => {
  const { rows } = await sql<StoredRemedy>`
    select k.goes_on as "caseId", r.kind, r.amount, r.currency, r.at
    from ${inFamilies(families)} join desk.remedy r on r.case_id = k.case_id order by r.remedy_id`.execute(
    tx,
  );
  return rows;
};

const readMarks = async (tx: Transaction, families: Families): Promise<readonly Mark[]> => {
  const { rows } = await sql<Mark>`
    select k.goes_on as "caseId", coalesce(d.value, a.value) as kind, a.at
    from ${inFamilies(families)} join desk.activity a on a.case_id = k.case_id left join ${decisionOf('a')}
    where a.kind = 'out_of_band' order by a.activity_id`.execute(tx);
  return rows;
};

const readSettled = async (tx: Transaction, tree: readonly ProblemId[]): Promise<readonly Settled[]> => {
  const { rows } = await sql<Settled>`
    select desk.going_case(case_id) as "caseId", outcome, reason, at from desk.problem_parity
    where problem_id = any(${[...tree]}::bigint[]) order by parity_id`.execute(tx);
  return rows;
};
