import { caseName } from '../../domain/case-id.ts';
import type { ProblemId } from '../../domain/problem.ts';
import { problemName } from '../../domain/problem-id.ts';
import type { ExemptReason, ParityOutcome } from '../../domain/remedy.ts';
import { UserError } from '../../lib/user-error.ts';
import { type ParityList, readParity, settleParity } from '../../problems/parity.store.ts';
import { lockProblems } from '../../problems/progress.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText, renderOptionsOf } from '../desk-options.ts';
import { keepToBrand, readerWhoMay, whoMay } from '../permission.ts';
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
  const list = await app.withDatabase((db) => db.transaction('desk', (tx) => readParity(tx, id)));
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
  const { problem, caseId, as, reason, note } = wish;
  const now = app.clock.now();
  const isWritten = as === 'exempt' || options.sent === true;
  const list = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      if (isWritten)
        await refuseKept(tx, app, caseId, { actor, language: options.language, asksCounsel: true });
      await lockProblems(tx, now);
      const found = await readParity(tx, problem);
      if (found === null) throw unknownProblem(problem, options.language);
      keepToBrand(person, found.brand);
      refuseUnowed(found, wish, options);
      const outcome = outcomes[as];
      if (isWritten)
        await settleParity(tx, { problem: found.problem, caseId, outcome, reason, note, actor, now });
      return found;
    }),
  );
  const values = { id: problemName(list.problem), case: caseName(caseId) };
  if (options.json === true) app.io.out(jsonText({ problem: values.id, case: values.case, isWritten }));
  else if (isWritten) app.io.out(`${sayParity(options.language, `done.${as}`, values)}\n`);
  else app.io.out(`${offerView(list, { as, caseId }, renderOptionsOf(app, options))}\n`);
};

const refuseUnowed = (
  { problem, rows }: ParityList,
  { caseId }: SettleWish,
  { language }: SettleOptions,
): void => {
  const values = { id: problemName(problem), case: caseName(caseId) };
  const row = rows.find((one) => one.caseId === caseId);
  if (row === undefined) throw new UserError(sayParity(language, 'not_a_member', values));
  if (row.owed.length === 0) throw new UserError(sayParity(language, 'not_owed', values));
};
