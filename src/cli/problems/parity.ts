import { type Command, Option } from 'commander';
import type { ProblemId } from '../../domain/problem.ts';
import { type ExemptReason, exemptReasons } from '../../domain/remedy.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument, noteOf } from '../desk-options.ts';
import { type Example, examples } from '../help.ts';
import { problemArgument } from './list.ts';
import type { ParityOptions, SettleOptions } from './run-parity.ts';

const load = () => import('./run-parity.ts');

/** Who of a problem is owed what others of it got, and what became of each. */
export const registerParity = (problems: Command, act: Act): void => {
  spoken(
    problems,
    'parity',
    'who is owed what another member got',
    ['evenhand problems parity P-17'],
    [
      'A problem is resolved only when each member got it, was offered it, was asked for the facts, or was exempted. Facts may differ: parity is the same chance to be considered.',
    ],
  ).action((problem: ProblemId, options: ParityOptions) =>
    act(async (app) => (await load()).runParity(app, problem, options)),
  );

  const settle = (name: 'offer' | 'ask', description: string): void => {
    spoken(problems, name, description, [
      [
        `evenhand problems ${name} P-17 EH-12`,
        'the text, in English and German; nothing is sent or written down',
      ],
      [`evenhand problems ${name} P-17 EH-12 --sent`, 'you sent it'],
    ])
      .argument('<case>', '12, EH-12 or #12', caseIdArgument)
      .option('--sent', 'you sent it to this customer: write it down')
      .option('--note <text>', 'for the colleagues')
      .action((problem: ProblemId, caseId: string, options: SettleOptions) =>
        act(async (app) =>
          (await load()).runSettle(
            app,
            { problem, caseId, as: name, reason: null, note: noteOf(options) },
            options,
          ),
        ),
      );
  };
  settle('offer', 'offer a member what another one got: a text to send, then --sent');
  settle('ask', 'ask a member for what is needed to decide: a text to send, then --sent');

  spoken(problems, 'exempt', 'a member is not offered it, for a reason that is written down', [
    'evenhand problems exempt P-17 EH-12 --reason declined --note "has bought elsewhere"',
  ])
    .argument('<case>', '12, EH-12 or #12', caseIdArgument)
    .addOption(new Option('--reason <reason>', 'why not').choices([...exemptReasons]).makeOptionMandatory())
    .option('--note <text>', 'for the colleagues')
    .action((problem: ProblemId, caseId: string, options: SettleOptions & { reason: ExemptReason }) =>
      act(async (app) =>
        (await load()).runSettle(
          app,
          { problem, caseId, as: 'exempt', reason: options.reason, note: noteOf(options) },
          options,
        ),
      ),
    );
};

const spoken = (
  problems: Command,
  name: string,
  description: string,
  ...help: [shown: readonly Example[], more?: readonly string[]]
): Command =>
  addActor(
    addLanguage(
      problems
        .command(name)
        .description(description)
        .argument('<problem>', '17, P-17 or #17', problemArgument),
    ),
  )
    .option('--json', 'one object')
    .addHelpText('after', examples(...help));
