import type { RegisterCommand } from './command.ts';
import type { ComplianceOptions } from './compliance/run-list.ts';
import { addActor, addBrand, addLanguage, limitArgument } from './desk-options.ts';
import { examples } from './help.ts';

export const registerCompliance: RegisterCommand = (program, act) => {
  const compliance = program
    .command('compliance')
    .description('what people of compliance should see: refusals and attacks by the company, out of band')
    .addHelpText(
      'after',
      examples(['evenhand compliance list', 'evenhand compliance list --brand voltara --json']),
    );
  addActor(
    addLanguage(
      addBrand(
        compliance
          .command('list', { isDefault: true })
          .description(
            'cases in which an executive or the brand refused or attacked a customer, the newest first',
          ),
      )
        .option('--limit <n>', 'rows at most', limitArgument, 50)
        .option('--json', 'an array'),
    ),
  )
    .addHelpText(
      'after',
      examples(['evenhand compliance list', "evenhand compliance list --json | jq -r '.[].case'"]),
    )
    .action((options: ComplianceOptions) =>
      act(async (app) => (await import('./compliance/run-list.ts')).runList(app, options)),
    );
};
