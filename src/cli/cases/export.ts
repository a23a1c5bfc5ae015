import { type Command, Option } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addBrand, addLanguage, periodArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { ExportOptions } from './run-export.ts';

export const registerExport = (cases: Command, act: Act): void => {
  addActor(
    addLanguage(
      addBrand(
        cases
          .command('export')
          .description('write cases for a spreadsheet or a program; what they say is masked')
          .argument('[file]', 'where to; without one, or with "-", to the standard output', '-'),
      )
        .addOption(
          new Option('--format <name>', 'a table or a line of JSON per case')
            .choices(['csv', 'ndjson'])
            .default('ndjson'),
        )
        .addOption(
          new Option(
            '--since <time>',
            'only cases that began in this time, for example 24h or 30d',
          ).argParser(periodArgument),
        ),
    ),
  )
    .addHelpText(
      'after',
      examples(
        [
          'evenhand cases export cases.csv --format csv --since 30d',
          'evenhand cases export --brand voltara | jq -r \'select(.severity == "high") | .id\'',
        ],
        [
          'There is no author, no link, no name of whoever works on a case, and nothing of reach. Of what was said a masked beginning is written, of danger and of cases in dispute nothing.',
          'Cells that a spreadsheet would take for a formula are written with an apostrophe before them.',
        ],
      ),
    )
    .action((file: string, options: ExportOptions) =>
      act(async (app) => {
        const { runExport } = await import('./run-export.ts');
        return runExport(app, file, options);
      }),
    );
};
