import type { Command } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { AccuseOptions } from './run-accuse.ts';

export const registerAccuse = (cases: Command, act: Act): void => {
  addActor(
    addLanguage(
      cases
        .command('accuse')
        .description('a complaint about staff: say whom it is about, and it goes to nobody of that line')
        .argument('<id>', '12, EH-12 or #12', caseIdArgument),
    ),
  )
    .option('--person <name>', 'by the key in evenhand.yaml; without it, those named so far are shown')
    .option('--withdraw', 'it is not about this person after all')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand cases accuse EH-12 --as lea', 'whom it is about, as far as somebody said'],
          'evenhand cases accuse EH-12 --person kim --as lea',
          'evenhand cases accuse EH-12 --person kim --withdraw --as lea',
        ],
        [
          'For leads with the clearance staff_conduct. The case is then handed to nobody who is that person, stands above, or below; whoever looked at it gives it back. The name stands in no activity, list or report.',
        ],
      ),
    )
    .action((id: string, options: AccuseOptions) =>
      act(async (app) => {
        const { runAccuse } = await import('./run-accuse.ts');
        return runAccuse(app, id, options);
      }),
    );
};
