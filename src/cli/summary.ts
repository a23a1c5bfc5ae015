import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, addSince } from './desk-options.ts';
import { examples } from './help.ts';
import type { SummaryOptions } from './summary/run-summary.ts';

export const registerSummary: RegisterCommand = (program, act) => {
  const summary = program
    .command('summary')
    .description('for support leads: new, waiting, late, oldest, unsure, not processed, sources; no reach');
  addActor(
    addLanguage(
      addSince(summary, 'the period in which new cases count: 90m, 24h, 7d')
        .option('--markdown', 'as Markdown, for a message or a wiki')
        .option('--json', 'one object'),
    ),
  )
    .addHelpText(
      'after',
      examples([
        'evenhand summary',
        'evenhand summary --since 7d --markdown --language de',
        "evenhand summary --json | jq '{waiting, late}'",
      ]),
    )
    .action((options: SummaryOptions) =>
      act(async (app) => {
        const { runSummary } = await import('./summary/run-summary.ts');
        return runSummary(app, options);
      }),
    );
};
