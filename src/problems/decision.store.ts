import { sql } from 'kysely';
import type { CaseReader } from '../domain/case-reader.ts';
import type { OutOfBandKind } from '../domain/classification.ts';
import type { Transaction } from '../postgres/database.ts';
import { isTold } from '../postgres/told-case.ts';
import { decisionOf, decisionKind as kind } from './decided-as.store.ts';
import { problemsOfCases } from './place.store.ts';
import { lockProblems } from './progress.store.ts';
import { heedDebts } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';
import { writeDown } from './write-down.store.ts';

export interface DecisionAsk {
  readonly mark: string;
  readonly kind: OutOfBandKind;
  readonly note: string;
  readonly actor: string;
  /** Those for which the person works; null: all. */
  readonly brands: readonly string[] | null;
  readonly reader: CaseReader;
  readonly now: Date;
}

export type MarkDecided =
  | { readonly kind: 'done'; readonly caseId: string }
  /** Or none of which this person may know. */
  | { readonly kind: 'unknown' }
  /** Compliance has nothing to see in it, or somebody has said before what it was. */
  | { readonly kind: 'decided'; readonly as: OutOfBandKind };

/**
 * What words were that nobody understood, or what a refusal or an attack was when somebody looked: the mark stays as it
 * was written, and what is said of it counts. Of these words alone: what else was said to the customer stays as it is.
 */
export const decideMark = async (
  tx: Transaction,
  { mark, kind: value, note, actor, brands, reader, now }: DecisionAsk,
): Promise<MarkDecided> => {
  await lockProblems(tx, now);
  const { rows } = await sql<{ caseId: string; as: OutOfBandKind | null }>`
    select a.case_id as "caseId", case when d.value is not null or a.value not in ('refusal', 'attack') then coalesce(d.value, a.value) end as "as"
    from desk.activity a join desk."case" c on c.case_id = a.case_id left join ${decisionOf('a')}
    where a.activity_id = ${mark} and a.kind = 'out_of_band' and ${isTold(reader)}
      and (${brands}::text[] is null or c.brand = any(${brands}))`.execute(tx);
  const [found] = rows;
  if (found === undefined) return { kind: 'unknown' };
  if (found.as !== null) return { kind: 'decided', as: found.as };
  await writeDown(tx, { caseId: found.caseId, key: `${kind}|${mark}`, kind, value, note, actor, now });
  // An attack that was a promise is owed, also by a problem that was resolved.
  await tellStates(tx, await heedDebts(tx, await problemsOfCases(tx, [found.caseId]), now), now);
  return { kind: 'done', caseId: found.caseId };
};
