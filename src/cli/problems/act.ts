import { type Command, Option } from 'commander';
import type { ProblemId } from '../../domain/problem.ts';
import { type OwedKind, owedKinds } from '../../domain/remedy.ts';
import type { WantedAct } from '../../problems/act.store.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument, writtenText } from '../desk-options.ts';
import { type Example, examples } from '../help.ts';
import { problemArgument } from './list.ts';
import type { ActOptions } from './run-act.ts';

interface Reasoned extends ActOptions {
  readonly reason: string;
}

/** What people decide about problems; membership and merges hold for what is grouped later. */
export const registerProblemActions = (problems: Command, act: Act): void => {
  const run = (wanted: WantedAct, options: ActOptions): Promise<void> =>
    act(async (app) => (await import('./run-act.ts')).runAct(app, wanted, options));
  registerMembership(problems, run);
  registerMerging(problems, run);
  registerStates(problems, run);
};

type Run = (wanted: WantedAct, options: ActOptions) => Promise<void>;

const registerMembership = (problems: Command, run: Run): void => {
  command(problems, 'confirm', 'the case is a member of the problem, whether it was suggested or not', [
    'evenhand problems confirm P-17 EH-12',
    'evenhand problems confirm 17 12 --as Kim',
  ])
    .argument('<case>', '12, EH-12 or #12', caseIdArgument)
    .action((problem: ProblemId, caseId: string, options: ActOptions) =>
      run({ kind: 'confirm', problem, caseId, reason: null }, options),
    );
  reasoned(problems, 'eject', 'the case is no member, or should not be suggested as one', [
    'evenhand problems eject P-17 EH-12 --reason "another flight"',
  ])
    .argument('<case>', '12, EH-12 or #12', caseIdArgument)
    .action((problem: ProblemId, caseId: string, options: Reasoned) =>
      run({ kind: 'eject', problem, caseId, reason: reasonOf(options) }, options),
    );
};

const registerMerging = (problems: Command, run: Run): void => {
  reasoned(problems, 'merge', 'two problems are one: the second one becomes a part of the first', [
    'evenhand problems merge P-17 P-4 --reason "the same outage"',
  ])
    .argument('<other>', '4, P-4 or #4', problemArgument)
    .action((problem: ProblemId, other: ProblemId, options: Reasoned) =>
      run({ kind: 'merge', problem: other, into: problem, reason: reasonOf(options) }, options),
    );
  reasoned(
    problems,
    'unmerge',
    'separate it again from the problem that it was merged into, with its members',
    ['evenhand problems unmerge P-4 --reason "two depots"'],
  ).action((problem: ProblemId, options: Reasoned) =>
    run({ kind: 'unmerge', problem, reason: reasonOf(options) }, options),
  );
  reasoned(
    problems,
    'waive',
    'what a case got that was taken out since is owed to nobody: it was for something else',
    ['evenhand problems waive P-17 --kind refund --reason "was for another flight"'],
  )
    .addOption(new Option('--kind <kind>', 'what it got').choices([...owedKinds]).makeOptionMandatory())
    .action((problem: ProblemId, options: Reasoned & { kind: OwedKind }) =>
      run({ kind: 'waive', problem, given: options.kind, reason: reasonOf(options) }, options),
    );
};

const registerStates = (problems: Command, run: Run): void => {
  command(problems, 'review', 'somebody has looked at it: it is no longer new', [
    'evenhand problems review P-17',
  ]).action((problem: ProblemId, options: ActOptions) =>
    run({ kind: 'reviewed', problem, reason: null }, options),
  );
  command(problems, 'resolve', 'what they have in common is mended; who writes of it again brings it back', [
    'evenhand problems resolve P-17 --note "the fee is paid back"',
  ])
    .option('--note <text>', 'for the colleagues')
    .action((problem: ProblemId, options: ActOptions & { note?: string }) =>
      run({ kind: 'resolved', problem, reason: options.note ?? null }, options),
    );
  reasoned(problems, 'reopen', 'it is not resolved after all', [
    'evenhand problems reopen P-17 --reason "only half of them were paid"',
  ]).action((problem: ProblemId, options: Reasoned) =>
    run({ kind: 'reopened', problem, reason: reasonOf(options) }, options),
  );
};

const reasonOf = ({ reason }: Reasoned): string => writtenText(reason, '--reason');

const reasoned = (problems: Command, name: string, description: string, help: readonly Example[]): Command =>
  command(problems, name, description, help).requiredOption(
    '--reason <text>',
    'why, for the colleagues and for the audit',
  );

const command = (problems: Command, name: string, description: string, help: readonly Example[]): Command =>
  addActor(
    addLanguage(
      problems
        .command(name)
        .description(description)
        .argument('<problem>', '17, P-17 or #17', problemArgument),
    ),
  )
    .option('--json', 'the outcome as one object')
    .addHelpText('after', examples(help));
