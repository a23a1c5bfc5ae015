import { sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { Joining, MembershipStatus, ProblemId, ProblemState, Span } from '../domain/problem.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import { knownUntilTaken } from '../postgres/known-as.ts';
import { shownText } from '../postgres/shown-text.ts';
import { findToldRoot, hiddenFrom } from './told-to.store.ts';

/** A problem with its members, why each is one, and what happened to it. */
export interface ProblemFile {
  readonly id: ProblemId;
  readonly brand: string;
  readonly state: ProblemState;
  readonly beganAt: Date;
  readonly sinceAt: Date;
  readonly version: number;
  /** By when they were written. */
  readonly members: readonly FiledMember[];
  readonly events: readonly FiledEvent[];
}

export interface FiledMember {
  readonly caseId: string;
  readonly status: MembershipStatus;
  readonly isAutomated: boolean;
  readonly kind: Joining['kind'] | 'founder';
  /** The case of the member that it is like, or that it answers. */
  readonly alike: string | null;
  readonly similarity: number | null;
  readonly hindrance: Joining['hindrance'];
  readonly words: readonly Span[];
  /** null: it is no longer kept. */
  readonly text: string | null;
  /** For whoever hides the author, and shown to nobody; null: the case is taken. */
  readonly knownAs: KnownAs | null;
  /** Its words are for the people on call, or for counsel alone. */
  readonly hidden: 'danger' | 'dispute' | null;
  readonly severity: Severity;
  readonly caseStatus: string;
  readonly writtenAt: Date;
}

export interface FiledEvent {
  readonly at: Date;
  readonly kind: string;
  readonly actor: string;
  readonly isAutomated: boolean;
  readonly caseId: string | null;
  readonly previous: string | null;
  readonly value: string | null;
  readonly facts: Readonly<Record<string, string | number>>;
  readonly note: string | null;
}

/**
 * Without the cases of which the reader may not know; null: there is no such problem for them. One that was merged is told as the one
 * in which it goes on.
 */
export const readProblemFile = async (
  tx: Transaction,
  problem: ProblemId,
  reader: CaseReader,
): Promise<ProblemFile | null> => {
  const root = await findToldRoot(tx, problem, reader);
  if (root === null) return null;
  const members = await readMembers(tx, root.id);
  const { rows } = await sql<Pick<ProblemFile, 'state' | 'beganAt' | 'sinceAt' | 'version'>>`
    select state, began_at as "beganAt", since_at as "sinceAt", version from desk.problem where problem_id = ${root.id}`.execute(
    tx,
  );
  const beganAt = members[0]?.writtenAt ?? new Date(0);
  const known = rows[0] ?? { state: 'new' as const, beganAt, sinceAt: beganAt, version: 0 };
  const file = { id: root.id, brand: root.brand, ...known, members, events: await readEvents(tx, root.id) };
  return showFile(file, await hiddenFrom(tx, casesOf(file), reader));
};

const casesOf = ({ members, events }: ProblemFile): readonly string[] => [
  ...members.flatMap(({ caseId, alike }) => (alike === null ? [caseId] : [caseId, alike])),
  ...events.flatMap(({ caseId }) => caseId ?? []),
];

const showFile = (file: ProblemFile, hidden: ReadonlySet<string>): ProblemFile => ({
  ...file,
  members: file.members
    .filter(({ caseId }) => !hidden.has(caseId))
    .map((member) => (hidden.has(member.alike ?? '') ? { ...member, alike: null } : member)),
  events: file.events.filter(({ caseId }) => caseId === null || !hidden.has(caseId)),
});

const readMembers = async (tx: Transaction, problem: ProblemId): Promise<readonly FiledMember[]> => {
  const { rows } = await sql<FiledMember>`
    select m.case_id as "caseId", p.status, p.is_automated as "isAutomated", p.kind,
      (select o.case_id from desk.mention o where o.mention_id = p.alike) as alike, p.similarity, p.hindrance, p.words,
      ${shownText('m')} as text, ${knownUntilTaken} as "knownAs", case when c.danger is not null then 'danger' when c.in_dispute then 'dispute' end as hidden, c.severity, c.status as "caseStatus", p.written_at as "writtenAt"
    from desk.problem_member p join desk.mention m on m.mention_id = p.mention_id join desk."case" c on c.case_id = m.case_id
    where p.problem_id = ${problem} and p.settled_at is null
      and (p.status = 'confirmed' or not exists (select 1 from desk.problem_member s
        where s.mention_id = p.mention_id and s.status = 'confirmed' and s.problem_id = p.problem_id))
    order by p.written_at, p.mention_id`.execute(tx);
  return rows;
};

const readEvents = async (tx: Transaction, problem: ProblemId): Promise<readonly FiledEvent[]> => {
  const { rows } = await sql<FiledEvent>`
    select e.at, e.kind, e.actor, e.is_automated as "isAutomated",
      (select m.case_id from desk.mention m where m.mention_id = e.post) as "caseId", e.previous, e.value, e.facts, e.note
    from desk.problem_event e where e.problem_id = ${problem} order by e.event_id`.execute(tx);
  return rows;
};
