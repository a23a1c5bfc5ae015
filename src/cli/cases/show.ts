import type { Command } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { ShowOptions } from './run-show.ts';

export const registerShow = (cases: Command, act: Act): void => {
  addActor(
    addLanguage(
      cases
        .command('show')
        .description('one case: words, reasons, clocks, what happened, and what can be done')
        .argument('<id>', '12, EH-12 or #12', caseIdArgument)
        .option('--on-call', 'you are on call: also show the words of somebody who may be in danger')
        .option('--json', 'one object'),
    ),
  )
    .addHelpText(
      'after',
      examples(
        [
          'evenhand cases show EH-12',
          'evenhand cases show 12 --json | jq .activities',
          'evenhand cases show 12 --language de',
        ],
        ['Of a case in dispute only people with the clearance counsel see more than that it exists.'],
      ),
    )
    .action((id: string, options: ShowOptions) =>
      act(async (app) => {
        const { runShow } = await import('./run-show.ts');
        return runShow(app, id, options);
      }),
    );
};
