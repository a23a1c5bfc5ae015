import { sql } from 'kysely';
import { type CaseRecord, fromRecord } from '../cases/case-record.ts';
import { outOfBandMark } from '../cases/fold-reply.ts';
import type { CaseRow } from '../cases/fold-types.ts';
import type { Transaction } from '../postgres/database.ts';
import type { CaseState, DigestStandingRow } from './digest-rows.ts';

export interface ThreadStart {
  readonly source: string;
  readonly thread: string;
  readonly startedAt: Date;
  /** null: erased, or never read. */
  readonly text: string | null;
  readonly isDanger: boolean;
  readonly isConfidential: boolean;
  /** The case of whoever began the thread, where it stands now. */
  readonly first: CaseRow | null;
}

/** The posts that began some threads, each with its case; a merged case stands where it was merged into. */
export const readThreadStarts = async (
  tx: Transaction,
  brand: string,
  threads: readonly { source: string; thread: string }[],
): Promise<readonly ThreadStart[]> => {
  if (threads.length === 0) return [];
  const { rows } = await sql<StartRow>`
    select k.source, k.thread, coalesce(m.published_at, m.received_at) as "startedAt", m.text, m.danger,
      coalesce(c.merged_into, c.case_id) as "caseId"
    from unnest(${threads.map(({ source }) => source)}::text[], ${threads.map(({ thread }) => thread)}::text[]) as k (source, thread)
    join desk.mention m on m.source = k.source and m.native_id = k.thread and m.brand = ${brand}
    left join desk."case" c on c.case_id = m.case_id and m.author_role = 'customer'`.execute(tx);
  const cases = await readCases(
    tx,
    rows.flatMap(({ caseId }) => caseId ?? []),
  );
  return rows.map(({ source, thread, startedAt, text, danger, caseId }) => {
    const first = caseId === null ? null : (cases.get(caseId) ?? null);
    const isDanger = danger !== null || (first !== null && first.danger !== null);
    const isConfidential = isDanger || first?.inDispute === true;
    return { source, thread, startedAt, text, isDanger, isConfidential, first };
  });
};

const readCases = async (tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, CaseRow>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CaseRecord>`
    select * from desk."case" where case_id = any(${[...ids]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.case_id, fromRecord(row)]));
};

/** How a case stands in the words of the digest. */
export const toStandingRow = (row: CaseRow, name: (caseId: string) => string): DigestStandingRow => {
  const mark = outOfBandMark(row);
  return {
    caseId: name(row.id),
    severity: row.severity,
    isDanger: row.danger !== null,
    state: stateOf(row),
    waitingSince: row.clockStart.toISOString(),
    outOfBand: mark === null ? null : (mark.outOfBand ?? 'unclear'),
  };
};

const stateOf = (row: CaseRow): CaseState => {
  if (row.dueAt !== null) return 'waiting';
  if (row.status === 'resolved' || row.status === 'closed' || row.disposition !== null) return 'ended';
  if (row.lastResponseAt !== null) return 'answered';
  return row.isHistory ? 'history' : 'ended';
};

interface StartRow {
  readonly source: string;
  readonly thread: string;
  readonly startedAt: Date;
  readonly text: string | null;
  readonly danger: string | null;
  readonly caseId: string | null;
}
