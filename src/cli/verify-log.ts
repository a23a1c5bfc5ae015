import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage } from './desk-options.ts';
import { examples } from './help.ts';
import type { VerifyLogOptions } from './verify-log/run-verify-log.ts';

export const registerVerifyLog: RegisterCommand = (program, act) => {
  addActor(
    addLanguage(
      program
        .command('verify-log')
        .description(
          'whether the activities are as they were written: recompute all seals, compare the roots',
        ),
    ),
  )
    .option(
      '--root <file|hex>',
      'a root that was kept elsewhere: its file, or its 64 letters (default: the files in roots/ of the data folder)',
    )
    .option('--print-root', 'only print the newest root of each day, to be kept elsewhere')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand verify-log', 'all chains, against the roots in the data folder'],
          'evenhand verify-log --root /mnt/elsewhere/2026-11-20.jsonl',
          ['evenhand verify-log --print-root', 'send them to somebody else, each day'],
        ],
        [
          'Whoever may write to the database may also write every seal anew: such a change is found only against a root that was kept where they may not write. An erased note leaves everything whole.',
          'Exit codes: 0 as it was written, 2 different, or it cannot be told.',
        ],
      ),
    )
    .action((options: VerifyLogOptions) =>
      act(async (app) => {
        const { runVerifyLog } = await import('./verify-log/run-verify-log.ts');
        return runVerifyLog(app, options);
      }),
    );
};
