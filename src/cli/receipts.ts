import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, addSince } from './desk-options.ts';
import { examples } from './help.ts';
import type { ReceiptsOptions } from './receipts/run-receipts.ts';

export const registerReceipts: RegisterCommand = (program, act) => {
  const command = program
    .command('receipts')
    .description('how often cases were taken out of turn or passed on; names nobody')
    .option('--json', 'one object');
  addActor(addLanguage(addSince(command, 'how far back, such as 7d')))
    .addHelpText(
      'after',
      examples(
        ['evenhand receipts --since 30d', "evenhand receipts --since 7d --json | jq '.byReason'"],
        [
          'Nothing is told of fewer than five people; a day on which fewer worked is told only together with others (docs/works-agreement.md).',
        ],
      ),
    )
    .action((options: ReceiptsOptions) =>
      act(async (app) => {
        const { runReceipts } = await import('./receipts/run-receipts.ts');
        return runReceipts(app, options);
      }),
    );
};
