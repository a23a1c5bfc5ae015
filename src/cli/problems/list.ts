import { type Command, InvalidArgumentError, Option } from 'commander';
import { type ProblemId, problemStates } from '../../domain/problem.ts';
import { parseProblemId } from '../../domain/problem-id.ts';
import type { Act } from '../command.ts';
import { addActor, addBrand, addLanguage, limitArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { ListOptions, ShowOptions } from './run-list.ts';

const load = () => import('./run-list.ts');

export const problemArgument = (text: string): ProblemId => {
  const id = parseProblemId(text);
  if (id === null) throw new InvalidArgumentError('A problem is written 17, P-17 or #17.');
  return id;
};

export const registerProblemList = (problems: Command, act: Act): void => {
  addActor(
    addLanguage(
      addBrand(
        problems
          .command('list', { isDefault: true })
          .description('the problems that are not resolved, the oldest first, whatever their size'),
      )
        .addOption(new Option('--state <state>', 'only these').choices([...problemStates]))
        .option('--all', 'resolved ones, too')
        .option('--limit <n>', 'rows of a page', limitArgument, 50)
        .option('--after <problem>', 'the page after this problem', problemArgument)
        .option('--json', 'an array'),
    ),
  )
    .addHelpText(
      'after',
      examples([
        'evenhand problems list',
        'evenhand problems list --state escalating --brand voltara',
        "evenhand problems list --json | jq -r '.[].id'",
      ]),
    )
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));

  addActor(
    addLanguage(
      problems
        .command('show')
        .description('its members with the words that made each one, and what happened')
        .argument('<problem>', '17, P-17 or #17', problemArgument)
        .option('--json', 'one object'),
    ),
  )
    .addHelpText('after', examples(['evenhand problems show P-17', 'evenhand problems show 17 --json']))
    .action((id: ProblemId, options: ShowOptions) =>
      act(async (app) => (await load()).runShow(app, id, options)),
    );
};
