import { type Command, Option } from 'commander';
import type { Act } from '../command.ts';
import { addActor, addLanguage, caseIdArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { AcknowledgeOptions } from './run-acknowledge.ts';

export const registerAcknowledge = (cases: Command, act: Act): void => {
  addActor(
    addLanguage(
      cases
        .command('acknowledge')
        .description('the one text that tells a customer that the complaint was read, to be sent by you')
        .argument('<id>', '12, EH-12 or #12', caseIdArgument),
    ),
  )
    .addOption(
      new Option('--text <code>', "language of the text (default: the case's)").choices(['en', 'de']),
    )
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        ['evenhand cases acknowledge EH-12', 'evenhand cases acknowledge EH-12 --text de'],
        [
          'One text for all, one a language, from evenhand.yaml (acknowledgement): nobody is greeted more warmly for being known. Evenhand sends nothing.',
        ],
      ),
    )
    .action((id: string, options: AcknowledgeOptions) =>
      act(async (app) => {
        const { runAcknowledge } = await import('./run-acknowledge.ts');
        return runAcknowledge(app, id, options);
      }),
    );
};
