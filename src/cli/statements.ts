import { type Command, InvalidArgumentError } from 'commander';
import type { RegisterCommand } from './command.ts';
import { addActor, addBrand, addLanguage, caseIdArgument } from './desk-options.ts';
import { type Example, examples } from './help.ts';
import { problemArgument } from './problems/list.ts';
import type { AddOptions, ListOptions, StatementOptions } from './statements/run-statements.ts';

const load = () => import('./statements/run-statements.ts');

export const registerStatements: RegisterCommand = (program, act) => {
  const statements = program
    .command('statements')
    .description(
      "the company's own words on a case or a problem, read by a second person, shown in the digest",
    )
    .addHelpText(
      'after',
      examples([
        'evenhand statements list',
        'evenhand statements add --problem P-17 --text statement.txt --as Kim',
        'evenhand statements approve 3 --as Lea',
      ]),
    );

  shared(
    addBrand(statements.command('list', { isDefault: true }).description('all of them, the newest first')),
    ['evenhand statements list', 'evenhand statements list --brand voltara --json'],
  ).action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));

  shared(
    statements
      .command('add')
      .description('attach a text to a case or a problem; it counts once somebody else has approved it')
      .option('--problem <problem>', '17, P-17 or #17', problemArgument)
      .option('--case <case>', '12, EH-12 or #12', caseIdArgument)
      .requiredOption('--text <file>', 'the text, in a file'),
    [
      'evenhand statements add --problem P-17 --text statement.txt --as Kim',
      'evenhand statements add --case EH-12 --text statement.txt',
    ],
  ).action((options: AddOptions) => act(async (app) => (await load()).runAdd(app, options)));

  shared(
    statements
      .command('approve')
      .description('you have read it, and you did not write it')
      .argument('<number>', 'of the statement', numberArgument),
    ['evenhand statements approve 3 --as Lea'],
  ).action((id: number, options: StatementOptions) =>
    act(async (app) => (await load()).runChange(app, { id, to: 'approve' }, options)),
  );

  shared(
    statements
      .command('withdraw')
      .description('it no longer holds, and leaves the digest')
      .argument('<number>', 'of the statement', numberArgument),
    ['evenhand statements withdraw 3'],
  ).action((id: number, options: StatementOptions) =>
    act(async (app) => (await load()).runChange(app, { id, to: 'withdraw' }, options)),
  );
};

const numberArgument = (text: string): number => {
  if (!/^[1-9]\d{0,14}$/.test(text))
    throw new InvalidArgumentError('A statement has a number, for example 3.');
  return Number(text);
};

const shared = (command: Command, help: readonly Example[]): Command =>
  addActor(addLanguage(command)).option('--json', 'for scripts').addHelpText('after', examples(help));
