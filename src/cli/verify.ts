import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, caseIdArgument } from './desk-options.ts';
import { examples } from './help.ts';
import type { VerifyOptions } from './verify/run-verify.ts';

export const registerVerify: RegisterCommand = (program, act) => {
  addActor(
    addLanguage(
      program
        .command('verify')
        .description('decide the posts of a case again, and compare with what was decided then')
        .argument('<case>', '12, EH-12 or #12', caseIdArgument)
        .option('--json', 'one object'),
    ),
  )
    .addHelpText(
      'after',
      examples(
        ['evenhand verify EH-12', "evenhand verify 12 --json | jq -r '.posts[].outcome'"],
        [
          "Severity, categories and reasons must come out the same, byte for byte, with the version that decided: its rules and the brands' policies. Where the version or the words are gone, it says which.",
          'Exit codes: 0 the same, 2 different, or it cannot be told.',
        ],
      ),
    )
    .action((id: string, options: VerifyOptions) =>
      act(async (app) => {
        const { runVerify } = await import('./verify/run-verify.ts');
        return runVerify(app, id, options);
      }),
    );
};
