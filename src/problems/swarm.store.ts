import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { SwarmDecision } from '../domain/swarm-decision.ts';
import type { Transaction } from '../postgres/database.ts';
import { knownUntilTaken } from '../postgres/known-as.ts';
import { shownText } from '../postgres/shown-text.ts';
import { isTold } from '../postgres/told-case.ts';

export interface ListedSwarm {
  readonly id: number;
  readonly brand: string;
  /** Different people, when it was found or last grew; of some members alone, among these. */
  readonly authors: number;
  /** Those of which the reader may know. */
  readonly cases: number;
  readonly firstAt: Date;
  readonly lastAt: Date;
  readonly decision: SwarmDecision | null;
  readonly decidedBy: string | null;
}

export interface SwarmListAsk {
  /** One, or several; null: all. */
  readonly brand: string | readonly string[] | null;
  /** Whose cases and authors are counted; a swarm of none of them is left out. */
  readonly reader: CaseReader;
  readonly limit: number;
  /** Of the last swarm of the page before; null: from the beginning. */
  readonly after: { readonly at: Date; readonly id: string } | null;
}

/** The oldest first. */
export const listSwarms = (
  tx: Transaction,
  { brand, reader, limit, after }: SwarmListAsk,
): Promise<readonly ListedSwarm[]> => {
  const brands = typeof brand === 'string' ? [brand] : brand === null ? null : [...brand];
  const behind =
    after === null ? sql`true` : sql`(first_at, swarm_id) > (${after.at}::timestamptz, ${after.id}::bigint)`;
  return readSwarms(tx, sql`(${brands}::text[] is null or brand = any(${brands})) and ${behind}`, {
    reader,
    limit,
  });
};

/** null: there is none of which the reader may know. */
export const findSwarm = async (
  tx: Transaction,
  id: number,
  reader: CaseReader,
): Promise<ListedSwarm | null> => {
  const [found] = await readSwarms(tx, sql`swarm_id = ${id}`, { reader, limit: 1 });
  return found ?? null;
};

/** In their order before they are counted, so that no more are counted than the page holds. */
const readSwarms = async (
  tx: Transaction,
  such: RawBuilder<unknown>,
  { reader, limit }: { readonly reader: CaseReader; readonly limit: number },
): Promise<readonly ListedSwarm[]> => {
  const { rows } = await sql<
    Omit<ListedSwarm, 'id' | 'cases' | 'authors'> & { id: string; cases: string; authors: string }
  >`
    select w.swarm_id as id, w.brand, case when told.cases = told.members then w.authors else told.authors end as authors,
      w.first_at as "firstAt", w.last_at as "lastAt", w.decision, w.decided_by as "decidedBy", told.cases
    from (select * from desk.swarm where ${such} order by first_at, swarm_id offset 0) w cross join lateral (
      select count(*) as members, count(*) filter (where ${isTold(reader)}) as cases,
        count(distinct c.complainant) filter (where ${isTold(reader)}) as authors
      from desk.swarm_member s join desk."case" c on c.case_id = s.case_id
      where s.swarm_id = w.swarm_id and s.taken_out_at is null) told
    where told.cases > 0 or told.members = 0 order by w.first_at, w.swarm_id limit ${limit}`.execute(tx);
  return rows.map((row) => ({
    ...row,
    id: Number(row.id),
    cases: Number(row.cases),
    authors: Number(row.authors),
  }));
};

/** The swarm whose members are members of this problem; null: none. */
export const swarmOfProblem = async (tx: Transaction, problem: number): Promise<number | null> => {
  const { rows } = await sql<{ id: string }>`
    select s.swarm_id as id from desk.problem_member p join desk.swarm_member s on s.mention_id = p.mention_id
    where p.problem_id = ${problem} and p.status = 'confirmed' order by s.swarm_id limit 1`.execute(tx);
  return rows[0] === undefined ? null : Number(rows[0].id);
};

export interface SampledMember {
  readonly caseId: string;
  /** null: no longer kept. */
  readonly text: string | null;
  /** For whoever hides the author, and shown to nobody; null: the case is taken. */
  readonly knownAs: KnownAs | null;
  /** Somebody may be in danger, or counsel alone works it: no words here. */
  readonly isConfidential: boolean;
}

/** Ten at random of which the reader may know, the same for everybody who may know all. */
export const sampleSwarm = async (
  tx: Transaction,
  id: number,
  reader: CaseReader,
): Promise<readonly SampledMember[]> => {
  const { rows } = await sql<SampledMember>`
    select s.case_id as "caseId", ${shownText('m')} as text, ${knownUntilTaken} as "knownAs", c.danger is not null or c.in_dispute as "isConfidential"
    from desk.swarm_member s join desk.mention m on m.mention_id = s.mention_id join desk."case" c on c.case_id = s.case_id
    where s.swarm_id = ${id} and s.taken_out_at is null and ${isTold(reader)} order by md5(s.swarm_id || '/' || s.mention_id) limit 10`.execute(
    tx,
  );
  return rows;
};

export interface SwarmBy {
  readonly actor: string;
  readonly reason: string;
  readonly now: Date;
}

export const decideSwarm = async (
  tx: Transaction,
  { id, decision }: { id: number; decision: SwarmDecision },
  { actor, reason, now }: SwarmBy,
): Promise<void> => {
  await sql`
    update desk.swarm set decision = ${decision}, decided_at = ${now}, decided_by = ${actor}, reason = ${reason}
    where swarm_id = ${id}`.execute(tx);
};

/** False: the case is none of it, or was taken out before. */
export const takeOutOfSwarm = async (
  tx: Transaction,
  { id, caseId }: { id: number; caseId: string },
  { actor, reason, now }: SwarmBy,
): Promise<boolean> => {
  const taken = await sql`
    update desk.swarm_member set taken_out_at = ${now}, taken_out_by = ${actor}, reason = ${reason}
    where swarm_id = ${id} and case_id = ${caseId} and taken_out_at is null`.execute(tx);
  return Number(taken.numAffectedRows ?? 0) > 0;
};
