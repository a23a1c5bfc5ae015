import { Option } from 'commander';
import { skipReasons } from '../cases/lease/lease.ts';
import type { RegisterCommand } from './command.ts';
import { addActor, addLanguage, caseIdArgument } from './desk-options.ts';
import { examples } from './help.ts';
import type { NextOptions } from './next/run-next.ts';

export const registerNext: RegisterCommand = (program, act) => {
  const command = program
    .command('next')
    .description(
      'the next case for you: the first of the queue in your languages, yours to look at for 10 min',
    )
    .option('--skip <id>', 'pass this one on first, which you were handed', caseIdArgument)
    .addOption(
      new Option('--because <reason>', 'why it is passed on; only "other" is counted').choices([
        ...skipReasons,
      ]),
    )
    .option('--note <text>', 'for whoever is handed it next; with "other"')
    .option('--team <name>', 'only cases that a routing rule gave to this team')
    .option('--json', 'one object');
  addActor(addLanguage(command))
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand next --as kim', 'the first case of the queue that may be yours'],
          [
            'evenhand cases take EH-12 --as kim',
            'you work on it: it needs no reason, for you were handed it',
          ],
          'evenhand next --as kim --skip EH-12 --because language',
          'evenhand next --as kim --team parcels-de',
          ['evenhand lease refresh EH-12 --as kim', 'ten more minutes'],
        ],
        [
          'Asked twice it hands over the same case: the queue chooses, not the fame of who wrote. A case that is neither taken nor refreshed goes to the next person after ten minutes.',
          'Languages, brands and clearances are those of the person in evenhand.yaml (people). Without people everybody is handed everything but danger and disputes, which are taken by their number.',
        ],
      ),
    )
    .action((options: NextOptions) =>
      act(async (app) => {
        const { runNext } = await import('./next/run-next.ts');
        return runNext(app, options);
      }),
    );
};
