import { resolve } from 'node:path';
import type { RegisterCommand } from './command.ts';
import { addLanguage, type SpokenOptions } from './desk-options.ts';
import { examples } from './help.ts';
import { processIo } from './io.ts';

export const registerInit: RegisterCommand = (program) => {
  addLanguage(program.command('init'))
    .description('write a commented starter configuration')
    .option(
      '--force',
      'renew evenhand.schema.json and .env.example, the old ones kept as .old; an evenhand.yaml stays as it is',
    )
    .addHelpText(
      'after',
      examples([
        ['evenhand init', 'evenhand.yaml, its schema for editors, .env.example'],
        ['evenhand -c acme/evenhand.yaml init', 'the same in another folder'],
      ]),
    )
    // Without the app: a variable that names a missing configuration is what this command mends.
    .action(async (options: SpokenOptions & { force?: boolean }) => {
      const asked = program.opts<{ config?: string }>().config ?? 'evenhand.yaml';
      const { runInit } = await import('./init/run-init.ts');
      runInit(
        {
          cwd: process.cwd(),
          file: resolve(asked),
          isForced: options.force === true,
          language: options.language,
        },
        processIo('auto'),
      );
    });
};
