import { type RawBuilder, sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { OutOfBandKind } from '../domain/classification.ts';
import type { Transaction } from '../postgres/database.ts';
import { shownText } from '../postgres/shown-text.ts';
import { isTold } from './told-to.store.ts';

/** Where the company refused or attacked a customer in public or on the telephone, or said what nobody understood. */
export interface ComplianceMark {
  /** null: the reader may not know whose it is. */
  readonly caseId: string | null;
  readonly brand: string;
  /** null: nobody understood the words, which count as a promise until somebody says what they were. */
  readonly kind: OutOfBandKind | null;
  readonly at: Date;
  /** `executive` or `brand`; of a mark by hand, who wrote it down. */
  readonly actor: string;
  readonly isByHand: boolean;
  /** What was said in public; null: by hand, confidential, or no longer kept. */
  readonly text: string | null;
  readonly note: string | null;
}

export interface ComplianceAsk {
  readonly brand: string | readonly string[] | null;
  readonly reader: CaseReader;
  readonly limit: number;
}

/** The newest first. */
export const listComplianceMarks = async (
  tx: Transaction,
  { brand, reader, limit }: ComplianceAsk,
): Promise<readonly ComplianceMark[]> => {
  const brands = typeof brand === 'string' ? [brand] : brand === null ? null : [...brand];
  const { rows } = await sql<ComplianceMark & { isTold: boolean }>`
    select a.case_id as "caseId", c.brand, a.value as kind, a.at, a.actor, a.post_key is null as "isByHand", m.text, a.note,
      ${isTold(reader)} as "isTold"
    from desk.activity a join desk."case" c on c.case_id = a.case_id
    left join lateral (select ${shownText('m')} as text from desk.mention m
      where m.source = split_part(a.post_key, '|', 1) and m.native_id = substr(a.post_key, strpos(a.post_key, '|') + 1)
        and m.brand = c.brand offset 0) m on true
    where a.kind = 'out_of_band' and (a.value in ('refusal', 'attack') or ${isUndecided})
      and (${brands}::text[] is null or c.brand = any(${brands}))
    order by a.activity_id desc limit ${limit}`.execute(tx);
  return rows.map(({ isTold: isShown, ...mark }) =>
    isShown ? mark : { ...mark, caseId: null, text: null, note: null },
  );
};

/** Whether something was said to the customer of this case that nobody has understood yet. */
export const hasUndecidedWords = async (tx: Transaction, caseId: string): Promise<boolean> => {
  const { rows } = await sql`
    select 1 from desk.activity a
    where a.kind = 'out_of_band' and desk.going_case(a.case_id) = desk.going_case(${caseId}) and ${isUndecided} limit 1`.execute(
    tx,
  );
  return rows.length > 0;
};

/** Of the activity `a`; nobody has said since what it was. */
const isUndecided: RawBuilder<boolean> = sql`(a.value is null and not exists (select 1 from desk.activity h
  where h.kind = 'out_of_band' and h.post_key is null and h.at >= a.at and desk.going_case(h.case_id) = desk.going_case(a.case_id)))`;
