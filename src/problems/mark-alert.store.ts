import { sql } from 'kysely';
import type { ServiceAlert } from '../domain/alert.ts';
import type { OutOfBandKind } from '../domain/classification.ts';
import type { Transaction } from '../postgres/database.ts';
import { problemsOfCases } from './place.store.ts';
import { heedDebts } from './state.store.ts';
import { tellStates } from './state-alert.store.ts';

interface NewMark {
  readonly caseId: string;
  readonly brand: string;
  /** null: nobody understood the words. */
  readonly kind: OutOfBandKind | null;
}

/**
 * What own accounts said to customers between two activities, seen or written down; not what somebody decided of such words: compliance hears of refusals, attacks and what nobody
 * understood, without a customer's name, and a problem that was resolved may owe again by what was promised. Call it once
 * for each stretch, in the transaction that notes how far it came.
 */
export const heedMarks = async (
  tx: Transaction,
  stretch: { readonly after: number; readonly upTo: number },
  now: Date,
): Promise<void> => {
  const marks = await readMarks(tx, stretch);
  if (marks.length === 0) return;
  for (const alert of alertsOf(marks))
    await tx
      .insertInto('desk.outbox')
      .values({ alert: JSON.stringify(alert), at: now, case_id: null, post_key: null })
      .execute();
  const problems = await problemsOfCases(
    tx,
    marks.map(({ caseId }) => caseId),
  );
  await tellStates(tx, await heedDebts(tx, problems, now), now);
};

/** What was imported as history is nobody's task any more. */
const readMarks = async (
  tx: Transaction,
  { after, upTo }: { readonly after: number; readonly upTo: number },
): Promise<readonly NewMark[]> => {
  const { rows } = await sql<NewMark>`
    select a.case_id as "caseId", c.brand, a.value as kind from desk.activity a join desk."case" c on c.case_id = a.case_id
    where a.activity_id > ${after} and a.activity_id <= ${upTo} and a.kind = 'out_of_band' and not c.is_history
    order by a.activity_id`.execute(tx);
  return rows;
};

const kinds = { refusal: 'out_of_band_refusal', attack: 'out_of_band_attack' } as const;

const alertsOf = (marks: readonly NewMark[]): readonly ServiceAlert[] => {
  const alerts = new Map<string, ServiceAlert>();
  for (const { brand, kind: said } of marks) {
    const kind =
      said === null ? 'out_of_band_unclear' : said === 'refusal' || said === 'attack' ? kinds[said] : null;
    if (kind === null) continue;
    const known = alerts.get(`${brand} ${kind}`);
    const count = Number(known?.values.count ?? 0) + 1;
    alerts.set(`${brand} ${kind}`, { kind, brand, values: { brand, count } });
  }
  return [...alerts.values()];
};
