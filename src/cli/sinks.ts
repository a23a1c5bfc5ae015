import type { Command } from 'commander';
import type { Act, RegisterCommand } from './command.ts';
import { addActor, addLanguage, caseIdArgument, limitArgument } from './desk-options.ts';
import { examples } from './help.ts';
import type { ListOptions, RetryOptions } from './sinks/run-sinks.ts';

const load = () => import('./sinks/run-sinks.ts');

export const registerSinks: RegisterCommand = (program, act) => {
  const command = program
    .command('sinks')
    .description('tickets in helpdesks: look at them, try again what was given up')
    .addHelpText(
      'after',
      examples([
        ['evenhand sinks list', 'which case is which ticket, and what waits'],
        ['evenhand sinks list --not-recalled', 'words that a helpdesk did not give back'],
        ['evenhand sinks retry helpdesk --all', 'once what stood in the way is mended'],
      ]),
    );
  registerList(command, act);
  registerRetry(command, act);
};

const registerList = (command: Command, act: Act): void => {
  addActor(addLanguage(command.command('list')))
    .description('tickets of cases, the newest first')
    .argument('[sink]', 'only of this helpdesk, by its name in evenhand.yaml')
    .option('--failed', 'only those of which something was given up')
    .option('--not-recalled', 'only those that keep words which should be gone')
    .option('--limit <n>', 'how many', limitArgument, 100)
    .option('--json', 'a JSON array')
    .addHelpText(
      'after',
      examples([
        'evenhand sinks list',
        'evenhand sinks list helpdesk --failed',
        'evenhand sinks list --json',
      ]),
    )
    .action((sink: string | undefined, options: ListOptions) =>
      act(async (app) => (await load()).runList(app, sink, options)),
    );
};

const registerRetry = (command: Command, act: Act): void => {
  addActor(addLanguage(command.command('retry')))
    .description('switch a helpdesk on again and try again what was given up; tickets are written anew')
    .argument('<sink>', 'the helpdesk, by its name in evenhand.yaml')
    .argument('[case]', 'only of this case', caseIdArgument)
    .option('--all', 'of all cases')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(['evenhand sinks retry helpdesk EH-12', 'evenhand sinks retry helpdesk --all']),
    )
    .action((sink: string, caseId: string | undefined, options: RetryOptions) =>
      act(async (app) => (await load()).runRetry(app, { sink, caseId }, options)),
    );
};
