import { caseName } from '../../domain/case-id.ts';
import type { ProblemId } from '../../domain/problem.ts';
import { problemName } from '../../domain/problem-id.ts';
import type { ExemptReason, ParityOutcome } from '../../domain/remedy.ts';
import { UserError } from '../../lib/user-error.ts';
import { settleParity } from '../../problems/settle.store.ts';
import { readShownParity } from '../../problems/shown-parity.store.ts';
import { findToldRoot } from '../../problems/told-to.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { caseReaderOf, keepToBrand, readerWhoMay, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { offerView } from './offer-view.ts';
import { sayParity } from './parity-texts.ts';
import { parityJson, parityView } from './parity-view.ts';
import { unknownProblem } from './run-list.ts';

export interface ParityOptions extends ActingOptions {
  readonly json?: boolean;
}

export interface SettleOptions extends ParityOptions {
  readonly sent?: boolean;
  readonly note?: string;
}

export interface SettleWish {
  readonly problem: ProblemId;
  readonly caseId: string;
  readonly as: 'offer' | 'ask' | 'exempt';
  readonly reason: ExemptReason | null;
  readonly note: string | null;
}

export const runParity = async (app: App, id: ProblemId, options: ParityOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'read_cases');
  const list = await app.withDatabase((db) =>
    db.transaction('desk', (tx) => readShownParity(tx, id, caseReaderOf(app, person))),
  );
  if (list === null) throw unknownProblem(id, options.language);
  keepToBrand(person, list.brand);
  app.io.out(
    options.json === true
      ? jsonText(parityJson(list))
      : `${parityView(list, renderOptionsOf(app, options))}\n`,
  );
};

const outcomes: Readonly<Record<SettleWish['as'], ParityOutcome>> = {
  offer: 'offered',
  ask: 'asked',
  exempt: 'exempt',
};

/** Shows the text, or writes down what a person did for one member. */
export const runSettle = async (app: App, wish: SettleWish, options: SettleOptions): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, options.as, 'work_cases');
  const { problem, caseId, as } = wish;
  const { language } = options;
  const isWritten = as === 'exempt' || options.sent === true;
  const settled = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      await refuseKept(tx, app, caseId, { actor, language, asksCounsel: true });
      const root = await findToldRoot(tx, problem, caseReaderOf(app, person));
      if (root !== null) keepToBrand(person, root.brand);
      const ask = { ...wish, outcome: outcomes[as], actor, now: app.clock.now(), isDraft: !isWritten };
      return settleParity(tx, ask);
    }),
  );
  if (settled.kind === 'no_problem') throw unknownProblem(problem, language);
  const { list } = settled;
  const values = { id: problemName(list.problem), case: caseName(caseId) };
  if (settled.kind !== 'done') throw new UserError(sayParity(language, settled.kind, values));
  if (options.json === true) app.io.out(jsonText({ problem: values.id, case: values.case, isWritten }));
  else if (isWritten) app.io.out(`${sayParity(language, `done.${as}`, values)}\n`);
  else app.io.out(`${offerView(list, { as, caseId }, renderOptionsOf(app, options))}\n`);
};
