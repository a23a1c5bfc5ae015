import type { Command } from 'commander';
import type { Act, RegisterCommand } from './command.ts';
import type { DiscardOptions, ListOptions, RetryOptions } from './dead-letters/run-dead-letters.ts';
import { addActor, addLanguage, limitArgument } from './desk-options.ts';
import { examples } from './help.ts';

const load = () => import('./dead-letters/run-dead-letters.ts');

export const registerDeadLetters: RegisterCommand = (program, act) => {
  const command = program
    .command('dead-letters')
    .description('mentions that could not be processed: look at them, try again, or give them up')
    .addHelpText(
      'after',
      examples([
        ['evenhand dead-letters list --show', 'what could not be processed, with its words'],
        ['evenhand dead-letters retry --all', 'once what stood in the way is mended'],
        ['evenhand dead-letters discard 7 --reason "no known script"', 'give one up'],
      ]),
    );
  registerList(command, act);
  registerRetry(command, act);
  addActor(addLanguage(command.command('discard')))
    .description('give one up: its words are erased, the row stays')
    .argument('<id>', 'as the list shows it')
    .requiredOption('--reason <text>', 'why; kept with the row')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(['evenhand dead-letters discard 7 --reason "spam in an unknown encoding"']),
    )
    .action((id: string, options: DiscardOptions) =>
      act(async (app) => (await load()).runDiscard(app, id, options)),
    );
};

const registerList = (command: Command, act: Act): void => {
  addActor(addLanguage(command.command('list')))
    .description('what could not be processed, oldest first; without the words unless asked')
    .option('--show', 'the words of each mention too')
    .option('--limit <n>', 'how many', limitArgument, 100)
    .option('--json', 'a JSON array')
    .addHelpText(
      'after',
      examples([
        'evenhand dead-letters list',
        'evenhand dead-letters list --show',
        'evenhand dead-letters list --json',
      ]),
    )
    .action((options: ListOptions) => act(async (app) => (await load()).runList(app, options)));
};

const registerRetry = (command: Command, act: Act): void => {
  addActor(addLanguage(command.command('retry')))
    .description('put one, or all, back into the inbox with fresh attempts')
    .argument('[id]', 'as the list shows it')
    .option('--all', 'all that wait')
    .option('--json', 'one JSON object')
    .addHelpText('after', examples(['evenhand dead-letters retry 7', 'evenhand dead-letters retry --all']))
    .action((id: string | undefined, options: RetryOptions) =>
      act(async (app) => (await load()).runRetry(app, id, options)),
    );
};
