import { type Command, InvalidArgumentError, Option } from 'commander';
import { type OutOfBandKind, outOfBandKinds } from '../domain/classification.ts';
import type { Act, RegisterCommand } from './command.ts';
import type { DecideOptions } from './compliance/run-decide.ts';
import type { ComplianceOptions } from './compliance/run-list.ts';
import { addActor, addBrand, addLanguage, limitArgument, writtenText } from './desk-options.ts';
import { examples } from './help.ts';

export const registerCompliance: RegisterCommand = (program, act) => {
  const compliance = program
    .command('compliance')
    .description('what people of compliance should see: refusals and attacks by the company, out of band')
    .addHelpText(
      'after',
      examples([
        'evenhand compliance list',
        'evenhand compliance list --brand voltara --json',
        'evenhand compliance decide 4711 --kind apology --note "said sorry, promised nothing"',
        ['evenhand compliance decide 4712 --kind attack --note "spoke with him"', 'settled, with a note'],
      ]),
    );
  addActor(
    addLanguage(
      addBrand(
        compliance
          .command('list', { isDefault: true })
          .description(
            'where an executive or the brand refused or attacked a customer, or said what nobody understood; the newest first',
          ),
      )
        .option('--all', 'also what is settled: of which somebody has said what it was')
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
  registerDecide(compliance, act);
};

const registerDecide = (compliance: Command, act: Act): void => {
  addActor(
    addLanguage(
      compliance
        .command('decide')
        .description(
          'say what words to a customer were: those that nobody understood, a promise until then, or a refusal or attack, which is settled by it',
        )
        .argument('<mark>', 'its number in the list', markArgument),
    ),
  )
    .addOption(
      new Option('--kind <kind>', 'what was said').choices([...outOfBandKinds]).makeOptionMandatory(),
    )
    .requiredOption('--note <text>', 'why, for the audit')
    .option('--json', 'the outcome as one object')
    .addHelpText(
      'after',
      examples(['evenhand compliance decide 4711 --kind apology --note "said sorry, promised nothing"']),
    )
    .action((mark: string, options: DecideOptions & { kind: OutOfBandKind; note: string }) =>
      act(async (app) =>
        (await import('./compliance/run-decide.ts')).runDecide(
          app,
          { mark, kind: options.kind, note: writtenText(options.note, '--note') },
          options,
        ),
      ),
    );
};

const markArgument = (text: string): string => {
  if (!/^[1-9]\d{0,17}$/.test(text))
    throw new InvalidArgumentError('A mark is named by its number; evenhand compliance list shows it.');
  return text;
};
