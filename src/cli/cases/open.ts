import type { Command } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { OpenOptions } from './run-open.ts';

export const registerOpen = (cases: Command, act: Act): void => {
  addActor(
    addLanguage(
      cases
        .command('open')
        .description('where the original stands; before the case is taken it needs a reason, which is kept')
        .argument('<id>', '12, EH-12 or #12', caseIdArgument),
    ),
  )
    .option('--reason <text>', 'why it is opened before anybody works on the case')
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand cases open EH-12 --reason "the image shows the invoice" --as kim',
          ['evenhand cases open EH-12 --as kim', 'you work on it: no reason is asked'],
        ],
        [
          'Evenhand hides who wrote and how many read it; the platform shows both. That somebody looked before taking the case stands at the case, with the reason.',
        ],
      ),
    )
    .action((id: string, options: OpenOptions) =>
      act(async (app) => {
        const { runOpen } = await import('./run-open.ts');
        return runOpen(app, id, options);
      }),
    );
};
