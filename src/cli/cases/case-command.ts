import type { Command } from 'commander';
import { InvalidArgumentError } from 'commander';
import { addActor, addLanguage, caseIdArgument } from '../desk-options.ts';
import { type Example, examples } from '../help.ts';
import type { ActOptions, CaseNames, WantedAction } from './run-action.ts';

/** How a command hands on what it was asked; the action is made once the options are known to be right. */
export type Run = (names: CaseNames, action: () => WantedAction, options: ActOptions) => Promise<void>;

/** A command that changes cases: one or many, each by itself. */
export const casesCommand = (
  cases: Command,
  name: string,
  description: string,
  ...help: [shown: readonly Example[], more?: readonly string[]]
): Command =>
  shared(cases, name, description, help)
    .argument('[ids...]', '12, EH-12 or #12; several are done one by one', caseIdsArgument)
    .option('--file <path>', 'also the cases of this file, one a line; - is standard input');

/** A command that changes a single case. */
export const caseCommand = (
  cases: Command,
  name: string,
  description: string,
  ...help: [shown: readonly Example[], more?: readonly string[]]
): Command => shared(cases, name, description, help).argument('<id>', '12, EH-12 or #12', caseIdArgument);

const shared = (
  cases: Command,
  name: string,
  description: string,
  help: [shown: readonly Example[], more?: readonly string[]],
): Command =>
  addActor(addLanguage(cases.command(name).description(description)))
    .option(
      '--if-version <n>',
      'only if the case is still at this version (cases show --json)',
      versionArgument,
    )
    .option('--json', 'the outcome as one object; an array when several cases are named')
    .addHelpText('after', examples(...help));

const caseIdsArgument = (text: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  caseIdArgument(text),
];

const versionArgument = (text: string): number => {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new InvalidArgumentError('A version is a whole number from 1.');
  return Number(text);
};
