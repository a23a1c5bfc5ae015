import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, caseIdArgument } from './desk-options.ts';
import { examples } from './help.ts';
import type { AddHoldOptions, HoldsOptions } from './holds/run-holds.ts';

const load = () => import('./holds/run-holds.ts');

export const registerHolds: RegisterCommand = (program, act) => {
  const holds = program
    .command('holds')
    .description('facts of a dangerous product that are kept when the words go, until a day')
    .addHelpText(
      'after',
      examples([
        'evenhand holds list',
        'evenhand holds add 12 --component battery --hazard smoke --reason recall --until 2028-06-30',
        'evenhand holds end EH-12',
      ]),
    );
  addActor(addLanguage(holds.command('list')))
    .description('those in force, the one that ends first at the head')
    .option('--json', 'an array')
    .addHelpText('after', examples(['evenhand holds list', 'evenhand holds list --json']))
    .action((options: HoldsOptions) => act(async (app) => (await load()).runList(app, options)));
  addActor(addLanguage(holds.command('add')))
    .description('keep component, hazard and day of a case of danger, and nothing that the customer wrote')
    .argument('<case>', '12, EH-12 or #12', caseIdArgument)
    .requiredOption('--component <text>', 'which part')
    .requiredOption('--hazard <text>', 'what it does')
    .requiredOption('--reason <text>', 'why it has to be kept')
    .option('--until <day>', 'the last day of it, YYYY-MM-DD; needed, at most ten years ahead')
    .option('--on <day>', 'when it happened, YYYY-MM-DD (default: today)')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        ['evenhand holds add 12 --component charger --hazard "melts" --reason "recall" --until 2027-12-31'],
        ['Write no name and no words of the customer: these facts outlive an erasure.'],
      ),
    )
    .action((id: string, options: AddHoldOptions) =>
      act(async (app) => (await load()).runAdd(app, id, options)),
    );
  addActor(addLanguage(holds.command('end')))
    .description('keep them no longer; they go within the hour')
    .argument('<case>', '12, EH-12 or #12', caseIdArgument)
    .option('--json', 'one object')
    .addHelpText('after', examples(['evenhand holds end EH-12 --as Kim']))
    .action((id: string, options: HoldsOptions) =>
      act(async (app) => (await load()).runEnd(app, id, options)),
    );
};
