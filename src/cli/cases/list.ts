import type { Command } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addBrand, addLanguage, limitArgument, severityArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { ListOptions } from './run-list.ts';

export const registerList = (cases: Command, act: Act): void => {
  const list = cases
    .command('list')
    .description('the queue: who waits, in the order in which they are owed an answer');
  addActor(
    addLanguage(
      addBrand(list)
        .option('--severity <severity>', 'only low, medium, high or critical', severityArgument)
        .option('--team <name>', 'only cases that a routing rule gave to this team')
        .option('--all', 'every case, also answered and closed ones and history, the newest first')
        .option('--history', 'every case that was imported as past, the newest first')
        .option('--limit <n>', 'rows of a page', limitArgument, 50)
        .option('--after <cursor>', 'the page after the row with this cursor')
        .option('--json', 'an array; each row carries the cursor of the page after it'),
    ),
  )
    .addHelpText(
      'after',
      examples([
        'evenhand cases list',
        'evenhand cases list --brand voltara --severity critical',
        'evenhand cases list --team parcels-de',
        'evenhand cases list --all --language de',
        "evenhand cases list --json | jq -r '.[] | [.id, .severity, .dueAt] | @tsv'",
        ['evenhand cases list --after CURSOR', 'the page after the row with this cursor'],
      ]),
    )
    .action((options: ListOptions) =>
      act(async (app) => {
        const { runList } = await import('./run-list.ts');
        return runList(app, options);
      }),
    );
};
