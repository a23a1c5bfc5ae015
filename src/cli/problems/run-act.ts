import { caseName } from '../../domain/case-id.ts';
import type { Capability } from '../../domain/may.ts';
import { problemName } from '../../domain/problem-id.ts';
import type { CatalogueLanguage, Values } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { actOnProblem, type WantedAct } from '../../problems/act.store.ts';
import type { ProblemActed } from '../../problems/acted.ts';
import { findToldRoot, hiddenFrom } from '../../problems/told-to.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { caseReaderOf, keepToBrand, whoMay } from '../permission.ts';
import { refuseKept } from '../refuse-kept.ts';
import { sayParity } from './parity-texts.ts';
import { kindText } from './parity-view.ts';
import { sayProblem } from './problem-texts.ts';

export interface ActOptions extends ActingOptions {
  readonly json?: boolean;
}

export const runAct = async (app: App, wanted: WantedAct, options: ActOptions): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, options.as, needs[wanted.kind]);
  const { language } = options;
  const acted = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      const root = await findToldRoot(tx, wanted.problem, caseReaderOf(app, person));
      if (root === null) throw new UserError(sayProblem(language, 'no_problem', valuesOf(wanted)));
      keepToBrand(person, root.brand);
      if ('caseId' in wanted)
        await refuseKept(tx, app, wanted.caseId, { actor, language, asksCounsel: true });
      const acted = await actOnProblem(tx, wanted, { actor, now: app.clock.now() });
      if (acted.kind !== 'owed') return acted;
      const hidden = await hiddenFrom(tx, acted.caseIds, caseReaderOf(app, person));
      return { ...acted, caseIds: acted.caseIds.filter((caseId) => !hidden.has(caseId)) };
    }),
  );
  const values = valuesOf(wanted);
  if (acted.kind === 'refused') throw new UserError(sayProblem(language, acted.refusal, values));
  if (acted.kind === 'owed') throw unresolved(acted.caseIds, wanted, language);
  app.io.out(
    options.json === true
      ? jsonText({
          problem: problemName(acted.problem),
          isChanged: acted.kind === 'done',
          ...(acted.kind === 'done' ? { isReopened: acted.isReopened, stillOwed: acted.stillOwed } : {}),
        })
      : `${toldOf(acted, wanted, language).join('\n')}\n`,
  );
};

/** What was done, and what followed from it. */
const toldOf = (
  acted: Extract<ProblemActed, { kind: 'done' | 'unchanged' }>,
  wanted: WantedAct,
  language: CatalogueLanguage,
): readonly string[] => {
  const values = valuesOf(wanted);
  if (acted.kind === 'unchanged') return [sayProblem(language, 'done.unchanged', values)];
  const id = problemName(acted.problem);
  const kinds = acted.stillOwed.map((kind) => kindText(kind, language)).join(', ');
  return [
    sayProblem(language, doneTexts[wanted.kind], values),
    ...(acted.isReopened ? [sayProblem(language, 'done.reopened', { id })] : []),
    ...(kinds === '' ? [] : [sayProblem(language, 'done.still_owed', { ...values, id, kinds })]),
  ];
};

/** Who belongs together is the daily work; what many cases become by it is a lead's. */
const needs: Readonly<Record<WantedAct['kind'], Capability>> = {
  confirm: 'work_cases',
  eject: 'work_cases',
  reviewed: 'work_cases',
  merge: 'lead_cases',
  unmerge: 'lead_cases',
  waive: 'lead_cases',
  resolved: 'lead_cases',
  reopened: 'lead_cases',
};

const doneTexts = {
  confirm: 'done.confirm',
  eject: 'done.eject',
  merge: 'done.merge',
  unmerge: 'done.unmerge',
  waive: 'done.waive',
  reviewed: 'done.review',
  resolved: 'done.resolve',
  reopened: 'done.reopen',
} as const;

const namedAtMost = 20;

const unresolved = (
  caseIds: readonly string[],
  { problem }: WantedAct,
  language: CatalogueLanguage,
): UserError => {
  const id = problemName(problem);
  if (caseIds.length === 0) return new UserError(sayParity(language, 'unresolved_confidential', { id }));
  const more = caseIds.length - namedAtMost;
  const named = caseIds.slice(0, namedAtMost).map(caseName).join(', ');
  const cases = `${named}${more > 0 ? sayParity(language, 'more', { count: more }) : ''}`;
  return new UserError(sayParity(language, 'unresolved', { id, cases, count: caseIds.length }));
};

/** Of a merge the first problem is the one that goes on, as it was typed. */
const valuesOf = (wanted: WantedAct): Values => ({
  id: problemName(wanted.kind === 'merge' ? wanted.into : wanted.problem),
  ...(wanted.kind === 'merge'
    ? { other: problemName(wanted.problem), case: problemName(wanted.problem) }
    : {}),
  ...('caseId' in wanted ? { case: caseName(wanted.caseId) } : {}),
  ...('given' in wanted ? { given: wanted.given } : {}),
});
