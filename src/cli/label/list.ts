import type { Command } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addBrand, addLanguage, limitArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { ListOptions } from './run-list.ts';

export const registerLabelList = (label: Command, act: Act): void => {
  addActor(
    addLanguage(
      addBrand(
        label
          .command('list')
          .description('the labels, the newest first, each with what the classifier had said'),
      )
        .option('--all', 'also those that were replaced or taken back')
        .option('--limit <n>', 'labels of a page', limitArgument, 20)
        .option('--after <cursor>', 'the page after the label with this cursor')
        .option('--json', 'an array; each label carries the cursor of the page after it'),
    ),
  )
    .addHelpText(
      'after',
      examples([
        'evenhand label list',
        'evenhand label list --brand voltara --all',
        "evenhand label list --json | jq -r '.[].text'",
      ]),
    )
    .action((options: ListOptions) =>
      act(async (app) => {
        const { runList } = await import('./run-list.ts');
        return runList(app, options);
      }),
    );
};
