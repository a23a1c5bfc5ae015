import { caseName } from '../../domain/case-id.ts';
import type { Capability } from '../../domain/may.ts';
import type { Person } from '../../domain/person.ts';
import type { ProblemId } from '../../domain/problem.ts';
import { problemName } from '../../domain/problem-id.ts';
import type { CatalogueLanguage, Values } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import type { Transaction } from '../../postgres/database.ts';
import {
  confirmMember,
  type Decider,
  ejectMember,
  mergeProblems,
  moveProblem,
  type ProblemActed,
  unmergeProblem,
} from '../../problems/act.store.ts';
import { findRoot } from '../../problems/place.store.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { keepToBrand, whoMay } from '../permission.ts';
import { sayParity } from './parity-texts.ts';
import { sayProblem } from './problem-texts.ts';

export interface ActOptions extends ActingOptions {
  readonly json?: boolean;
}

export type WantedAct = { readonly problem: ProblemId; readonly reason: string | null } & (
  | { readonly kind: 'confirm' | 'eject'; readonly caseId: string }
  | { readonly kind: 'merge'; readonly into: ProblemId }
  | { readonly kind: 'unmerge' | 'reviewed' | 'resolved' | 'reopened' }
);

export const runAct = async (app: App, wanted: WantedAct, options: ActOptions): Promise<undefined> => {
  const { name: actor, person } = whoMay(app, options.as, needs[wanted.kind]);
  const by: Decider = { actor, reason: wanted.reason, now: app.clock.now() };
  const acted = await app.withDatabase((db) =>
    db.transaction('desk', async (tx) => {
      await keepToBrandOf(tx, wanted, person);
      return perform(tx, wanted, by);
    }),
  );
  const values = valuesOf(wanted);
  const { language } = options;
  if (acted.kind === 'refused') throw new UserError(sayProblem(language, acted.refusal, values));
  if (acted.kind === 'owed') throw unresolved(acted.caseIds, wanted, language);
  const key = acted.kind === 'unchanged' ? 'done.unchanged' : doneTexts[wanted.kind];
  app.io.out(
    options.json === true
      ? jsonText({ problem: problemName(acted.problem), isChanged: acted.kind === 'done' })
      : `${sayProblem(language, key, values)}\n`,
  );
};

/** Who belongs together is the daily work; what many cases become by it is a lead's. */
const needs: Readonly<Record<WantedAct['kind'], Capability>> = {
  confirm: 'work_cases',
  eject: 'work_cases',
  reviewed: 'work_cases',
  merge: 'lead_cases',
  unmerge: 'lead_cases',
  resolved: 'lead_cases',
  reopened: 'lead_cases',
};

const doneTexts = {
  confirm: 'done.confirm',
  eject: 'done.eject',
  merge: 'done.merge',
  unmerge: 'done.unmerge',
  reviewed: 'done.review',
  resolved: 'done.resolve',
  reopened: 'done.reopen',
} as const;

const keepToBrandOf = async (
  tx: Transaction,
  { problem }: WantedAct,
  person: Person | null,
): Promise<void> => {
  const root = await findRoot(tx, problem);
  if (root !== null) keepToBrand(person, root.brand);
};

const perform = (tx: Transaction, wanted: WantedAct, by: Decider): Promise<ProblemActed> => {
  const { problem } = wanted;
  switch (wanted.kind) {
    case 'confirm':
      return confirmMember(tx, wanted, by);
    case 'eject':
      return ejectMember(tx, wanted, by);
    case 'merge':
      return mergeProblems(tx, wanted, by);
    case 'unmerge':
      return unmergeProblem(tx, wanted, by);
    default:
      return moveProblem(tx, { problem, event: wanted.kind }, by);
  }
};

const namedAtMost = 20;

const unresolved = (
  caseIds: readonly string[],
  { problem }: WantedAct,
  language: CatalogueLanguage,
): UserError => {
  const more = caseIds.length - namedAtMost;
  const named = caseIds.slice(0, namedAtMost).map(caseName).join(', ');
  const cases = `${named}${more > 0 ? sayParity(language, 'more', { count: more }) : ''}`;
  return new UserError(
    sayParity(language, 'unresolved', { id: problemName(problem), cases, count: caseIds.length }),
  );
};

/** Of a merge the first problem is the one that goes on, as it was typed. */
const valuesOf = (wanted: WantedAct): Values => ({
  id: problemName(wanted.kind === 'merge' ? wanted.into : wanted.problem),
  ...(wanted.kind === 'merge'
    ? { other: problemName(wanted.problem), case: problemName(wanted.problem) }
    : {}),
  ...('caseId' in wanted ? { case: caseName(wanted.caseId) } : {}),
});
