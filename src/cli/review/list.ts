import { type Command, Option } from 'commander';
import { reviewReasons } from '../../domain/decision.ts';
import type { Act } from '../command.ts';
import { type ActingOptions, addActor, addBrand, addLanguage, limitArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { ListOptions } from './run-list.ts';

const load = () => import('./run-list.ts');

export const registerReviewList = (review: Command, act: Act): void => {
  addActor(
    addLanguage(
      addBrand(
        review
          .command('list', { isDefault: true })
          .description('the list: what was unsure first, then the rest, each with the newest first'),
      )
        .addOption(new Option('--reason <code>', 'only this reason').choices([...reviewReasons]))
        .option('--unsure', 'only what a person should look at')
        .option('--limit <n>', 'posts of a page', limitArgument, 20)
        .option('--after <cursor>', 'the page after the post with this cursor')
        .option('--json', 'an array; each post carries the cursor of the page after it'),
    ),
  )
    .addHelpText(
      'after',
      examples([
        'evenhand review',
        'evenhand review list --unsure --limit 50',
        "evenhand review list --reason relay --json | jq -r '.[].text'",
      ]),
    )
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));

  addActor(
    addLanguage(
      review
        .command('sample')
        .description('twenty posts of the list at random, the same all day (UTC), for checking the decisions')
        .option('--json', 'an array'),
    ),
  )
    .addHelpText('after', examples(['evenhand review sample', 'evenhand review sample --json | jq length']))
    .action((options: ActingOptions & { json?: boolean }) =>
      act(async (app) => (await load()).runSample(app, options)),
    );
};
