import type { RegisterCommand } from './command.ts';
import { addActor, addBrand, addLanguage, addSince } from './desk-options.ts';
import type { DigestOptions } from './digest/run-digest.ts';
import { examples } from './help.ts';

export const registerDigest: RegisterCommand = (program, act) => {
  const digest = program
    .command('digest')
    .description('for comms: what spreads, beside who waits; nothing in it moves a case in the queue');
  addActor(
    addLanguage(
      addSince(addBrand(digest), 'the period: 90m, 2h, 7d')
        .option('--html <file>', 'write it as one HTML file that loads nothing; - for standard output')
        .option('--markdown', 'as Markdown, for a message or a wiki')
        .option('--json', 'one object'),
    ),
  )
    .addHelpText(
      'after',
      examples([
        'evenhand digest',
        'evenhand digest --brand voltara --since 2h',
        'evenhand digest --since 7d --html digest.html --language de',
        "evenhand digest --json | jq '.brands[].threads[0]'",
      ]),
    )
    .action((options: DigestOptions) =>
      act(async (app) => {
        const { runDigest } = await import('./digest/run-digest.ts');
        return runDigest(app, options);
      }),
    );
};
