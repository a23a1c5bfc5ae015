import type { RegisterCommand } from './command.ts';
import type { CheckOptions } from './config/run-check.ts';
import { addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import { processIo } from './io.ts';

export const registerConfig: RegisterCommand = (program, act) => {
  const config = program
    .command('config')
    .description('check the configuration, or print its schema')
    .addHelpText(
      'after',
      examples([
        ['evenhand config check', 'what evenhand.yaml means and what is missing'],
        'evenhand config schema > evenhand.schema.json',
      ]),
    );
  addLanguage(config.command('check'))
    .description('read evenhand.yaml and say what it means and what is missing')
    .option('--json', 'one JSON object')
    .addHelpText(
      'after',
      examples(['evenhand config check', 'evenhand -c other/evenhand.yaml config check --json']),
    )
    .action((options: CheckOptions) =>
      act(async (app) => {
        const { runCheck } = await import('./config/run-check.ts');
        return runCheck(app, options);
      }),
    );
  config
    .command('schema')
    .description('print the JSON Schema of evenhand.yaml, for editors')
    .addHelpText('after', examples(['evenhand config schema > evenhand.schema.json']))
    .action(async () => {
      const { jsonSchemaText } = await import('../../config/json-schema.ts');
      processIo('auto').out(jsonSchemaText());
    });
};
