import { sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { OutOfBandKind } from '../domain/classification.ts';
import type { KnownAs } from '../domain/known-as.ts';
import type { Transaction } from '../postgres/database.ts';
import { customersUntilTaken } from '../postgres/known-as.ts';
import { shownText } from '../postgres/shown-text.ts';
import { isTold } from '../postgres/told-case.ts';
import { decisionOf } from './decided-as.store.ts';

/** Where the company refused or attacked a customer in public or on the telephone, or said what nobody understood. */
export interface ComplianceMark {
  /** By this it is decided. null, as all that tells whose it is: the reader may not know. */
  readonly id: string | null;
  readonly caseId: string | null;
  readonly brand: string;
  /** null: nobody understood the words, which count as a promise until somebody says what they were. */
  readonly kind: OutOfBandKind | null;
  readonly at: Date;
  /** `executive` or `brand`; of a mark by hand, who wrote it down. */
  readonly actor: string;
  readonly isByHand: boolean;
  /** Who of compliance said what it was, which settles it; null: nobody has yet. */
  readonly decidedBy: string | null;
  /** What was said in public; null: by hand, confidential, or no longer kept. */
  readonly text: string | null;
  /** Of whoever wrote it down or decided it. */
  readonly note: string | null;
  /** To whom it was said, for whoever hides them, and shown to nobody; null: the case is taken. */
  readonly customers: readonly KnownAs[] | null;
}

export interface ComplianceAsk {
  readonly brand: string | readonly string[] | null;
  readonly reader: CaseReader;
  readonly limit: number;
  /** With those of which somebody of compliance has said what they were. */
  readonly isAll: boolean;
}

/** The newest first. */
export const listComplianceMarks = async (
  tx: Transaction,
  ask: ComplianceAsk,
): Promise<readonly ComplianceMark[]> => {
  const { rows } = await marksStatement(ask).execute(tx);
  return rows.map(({ isTold: isShown, ...mark }) =>
    isShown ? mark : { ...mark, id: null, caseId: null, text: null, note: null, customers: null },
  );
};

/** In the order of the index over what compliance has to see; what was decided since is looked up by its key, and is settled. */
export const marksStatement = ({ brand, reader, limit, isAll }: ComplianceAsk) => {
  const brands = typeof brand === 'string' ? [brand] : brand === null ? null : [...brand];
  return sql<ComplianceMark & { isTold: boolean }>`
    select a.activity_id as id, a.case_id as "caseId", c.brand, coalesce(d.value, a.value) as kind, a.at, a.actor,
      a.post_key is null as "isByHand", d.actor as "decidedBy", m.text, nullif(concat_ws(' · ', a.note, d.note), '') as note, ${customersUntilTaken('a.case_id')} as customers, ${isTold(reader)} as "isTold"
    from desk.activity a join desk."case" c on c.case_id = a.case_id left join ${decisionOf('a')}
    left join lateral (select ${shownText('m')} as text from desk.mention m
      where m.source = split_part(a.post_key, '|', 1) and m.native_id = substr(a.post_key, strpos(a.post_key, '|') + 1)
        and m.brand = c.brand offset 0) m on true
    where a.kind = 'out_of_band' and (a.value is null or a.value in ('refusal', 'attack'))
      and (${isAll} or d.value is null)
      and (${brands}::text[] is null or c.brand = any(${brands}))
    order by a.activity_id desc limit ${limit}`;
};
