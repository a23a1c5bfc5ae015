import { InvalidArgumentError } from 'commander';
import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, limitArgument } from './desk-options.ts';
import type { ErasuresOptions } from './erasures/run-erasures.ts';
import { examples } from './help.ts';

const load = () => import('./erasures/run-erasures.ts');

export const registerErasures: RegisterCommand = (program, act) => {
  const erasures = program
    .command('erasures')
    .description('erasures that were carried out, and what had been sent and could not be called back')
    .addHelpText(
      'after',
      examples([['evenhand erasures list', 'the newest first'], 'evenhand erasures show 3']),
    );
  addActor(addLanguage(erasures.command('list')))
    .description('the newest first; whom they were about is known to nobody')
    .option('--limit <n>', 'how many', limitArgument, 50)
    .option('--json', 'an array')
    .addHelpText('after', examples(['evenhand erasures list', 'evenhand erasures list --json']))
    .action((options: ErasuresOptions) => act(async (app) => (await load()).runErasures(app, null, options)));
  addActor(addLanguage(erasures.command('show')))
    .description('one of them, with each message that has to be deleted by hand')
    .argument('<number>', 'as the list shows it', numberArgument)
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(['evenhand erasures show 3', "evenhand erasures show 3 --json | jq '.[0].notRecalled'"]),
    )
    .action((id: string, options: ErasuresOptions) =>
      act(async (app) => (await load()).runErasures(app, id, options)),
    );
};

const numberArgument = (text: string): string => {
  if (!/^[1-9]\d{0,17}$/.test(text))
    throw new InvalidArgumentError('An erasure has a number: "evenhand erasures list" shows it.');
  return text;
};
