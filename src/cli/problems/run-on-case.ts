import { brandOfCase } from '../../cases/brand.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { OutOfBandKind } from '../../domain/classification.ts';
import { problemName } from '../../domain/problem-id.ts';
import { type Money, moneyBand, type RemedyKind } from '../../domain/remedy.ts';
import type { Transaction } from '../../postgres/database.ts';
import { markOutOfBand } from '../../problems/out-of-band.store.ts';
import type { ParityList } from '../../problems/parity.store.ts';
import { recordRemedy } from '../../problems/remedy.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { keepToBrand, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { unknownCase } from '../refuse-untold.ts';
import { sayParity } from './parity-texts.ts';
import { kindText } from './parity-view.ts';

export interface OnCaseOptions extends ActingOptions {
  readonly json?: boolean;
}

interface Wish {
  readonly caseId: string;
  readonly note: string | null;
}

export const runRemedy = async (
  app: App,
  wish: Wish & { readonly kind: RemedyKind; readonly money: Money | null },
  options: OnCaseOptions,
): Promise<undefined> => {
  const { kind, money, caseId } = wish;
  const parity = await onCase(app, wish, options, (tx, by) => recordRemedy(tx, { ...wish, ...by }));
  const { language } = options;
  if (options.json === true) {
    app.io.out(
      jsonText({
        case: caseName(caseId),
        kind,
        band: money === null ? null : moneyBand(money),
        ...owedJson(parity),
      }),
    );
    return;
  }
  const what = `${kindText(kind, language)}${money === null ? '' : ` (${moneyBand(money)})`}`;
  const count = owedBy(parity).length;
  const others =
    parity === null || count === 0
      ? []
      : [sayParity(language, 'done.owed', { count, id: problemName(parity.problem) })];
  app.io.out(
    `${[sayParity(language, 'done.remedy', { case: caseName(caseId), what }), ...others].join('\n')}\n`,
  );
};

export const runOutOfBand = async (
  app: App,
  wish: Wish & { readonly kind: OutOfBandKind; readonly note: string },
  options: OnCaseOptions,
): Promise<undefined> => {
  const { caseId, kind } = wish;
  await onCase(app, wish, options, (tx, by) => markOutOfBand(tx, { ...wish, ...by }));
  const { language } = options;
  const what = kindText(kind as 'promise', language);
  app.io.out(
    options.json === true
      ? jsonText({ case: caseName(caseId), outOfBand: kind })
      : `${sayParity(language, 'done.out_of_band', { case: caseName(caseId), what })}\n`,
  );
};

const owedBy = (parity: ParityList | null): readonly string[] =>
  (parity?.rows ?? []).filter(({ owed }) => owed.length > 0).map(({ caseId }) => caseName(caseId));

const owedJson = (parity: ParityList | null) => ({
  problem: parity === null ? null : problemName(parity.problem),
  owed: owedBy(parity),
});

const onCase = async <Result>(
  app: App,
  { caseId }: Wish,
  { as, language }: OnCaseOptions,
  work: (tx: Transaction, by: { readonly actor: string; readonly now: Date }) => Promise<Result>,
): Promise<Result> => {
  const { name: actor, person } = whoMay(app, as, 'work_cases');
  return app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const brand = await brandOfCase(tx, caseId);
      if (brand === null) throw unknownCase(caseId, language);
      keepToBrand(person, brand);
      await refuseKept(tx, app, caseId, { actor, language });
      return work(tx, { actor, now: app.clock.now() });
    }),
  );
};
