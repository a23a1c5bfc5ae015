import { sql } from 'kysely';
import type { OutOfBandKind } from '../domain/classification.ts';
import type { Transaction } from '../postgres/database.ts';
import { shownText } from '../postgres/shown-text.ts';

/** Where the company refused or attacked a customer in public, or on the telephone: for people of compliance. */
export interface ComplianceMark {
  readonly caseId: string;
  readonly brand: string;
  readonly kind: OutOfBandKind;
  readonly at: Date;
  /** `executive` or `brand`; of a mark by hand, who wrote it down. */
  readonly actor: string;
  readonly isByHand: boolean;
  /** What was said in public; null: by hand, or no longer kept. */
  readonly text: string | null;
  readonly note: string | null;
}

/** The newest first. */
export const listComplianceMarks = async (
  tx: Transaction,
  { brand, limit }: { brand: string | null; limit: number },
): Promise<readonly ComplianceMark[]> => {
  const { rows } = await sql<ComplianceMark>`
    select a.case_id as "caseId", c.brand, a.value as kind, a.at, a.actor, a.post_key is null as "isByHand", m.text, a.note
    from desk.activity a join desk."case" c on c.case_id = a.case_id
    left join lateral (select ${shownText('m')} as text from desk.mention m
      where m.source = split_part(a.post_key, '|', 1) and m.native_id = substr(a.post_key, strpos(a.post_key, '|') + 1)
        and m.brand = c.brand offset 0) m on true
    where a.kind = 'out_of_band' and a.value in ('refusal', 'attack') and (${brand}::text is null or c.brand = ${brand})
    order by a.activity_id desc limit ${limit}`.execute(tx);
  return rows;
};
