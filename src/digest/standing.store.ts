import { sql } from 'kysely';
import { type CaseRecord, fromRecord } from '../cases/case-record.ts';
import { outOfBandMark } from '../cases/fold-reply.ts';
import type { CaseRow } from '../cases/fold-types.ts';
import type { Transaction } from '../postgres/database.ts';
import { toldText } from '../postgres/shown-text.ts';
import type { CaseState, DigestStandingRow } from './digest-rows.ts';

export interface ThreadStart {
  readonly source: string;
  readonly thread: string;
  /** False: the post that began it was not read, and this is the widest of its replies. */
  readonly isStart: boolean;
  readonly writtenAt: Date;
  /** null: erased. */
  readonly text: string | null;
  readonly isDanger: boolean;
  readonly isConfidential: boolean;
  /** The case of whoever began the thread, where it stands now. */
  readonly first: CaseRow | null;
}

/** The posts that began some threads, or their widest replies, each with its case; a merged case stands where it was merged into. */
export const readThreadStarts = async (
  tx: Transaction,
  brand: string,
  threads: readonly { source: string; thread: string; lead: string }[],
): Promise<readonly ThreadStart[]> => {
  if (threads.length === 0) return [];
  const { rows } = await sql<StartRow>`
    select k.source, k.thread, m.native_id = k.thread as "isStart", coalesce(m.published_at, m.received_at) as "writtenAt", ${toldText('m')} as text, m.danger,
      coalesce(c.merged_into, c.case_id) as "caseId"
    from json_to_recordset(${JSON.stringify(threads.map(({ source, thread, lead }) => ({ source, thread, lead })))}::json) as k (source text, thread text, lead text)
    cross join lateral (
      select * from desk.mention where source = k.source and native_id in (k.thread, k.lead) and brand = ${brand}
      order by native_id = k.thread desc limit 1) m
    left join desk."case" c on c.case_id = m.case_id and m.author_role = 'customer'`.execute(tx);
  const cases = await readCases(
    tx,
    rows.flatMap(({ caseId }) => caseId ?? []),
  );
  return rows.map(({ caseId, danger, ...start }) => {
    const first = caseId === null ? null : (cases.get(caseId) ?? null);
    const isDanger = danger !== null || (first !== null && first.danger !== null);
    const isConfidential =
      isDanger || first?.inDispute === true || first?.categories.includes('staff') === true;
    return { ...start, isDanger, isConfidential, first };
  });
};

const readCases = async (tx: Transaction, ids: readonly string[]): Promise<ReadonlyMap<string, CaseRow>> => {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<CaseRecord>`
    select * from desk."case" where case_id = any(${[...ids]}::bigint[])`.execute(tx);
  return new Map(rows.map((row) => [row.case_id, fromRecord(row)]));
};

/** How a case stands in the words of the digest. */
export const toStandingRow = (
  row: CaseRow,
  {
    caseName,
    isConfidential,
  }: { readonly caseName: (caseId: string) => string; readonly isConfidential: boolean },
): DigestStandingRow => {
  const mark = outOfBandMark(row);
  return {
    caseId: isConfidential ? null : caseName(row.id),
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
  readonly isStart: boolean;
  readonly writtenAt: Date;
  readonly text: string | null;
  readonly danger: string | null;
  readonly caseId: string | null;
}
