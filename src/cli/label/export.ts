import type { Command } from 'commander';
import type { Act } from '../command.ts';
import { type ActingOptions, addActor, addLanguage } from '../desk-options.ts';
import { examples } from '../help.ts';

export const registerLabelExport = (label: Command, act: Act): void => {
  addActor(
    addLanguage(
      label
        .command('export')
        .description('write the labels in force as JSON lines for the training')
        .argument('[file]', 'where to; without one, or with "-", to the standard output', '-'),
    ),
  )
    .addHelpText(
      'after',
      examples(
        [
          'evenhand label export labels.jsonl',
          'evenhand label export | jq -r .text',
          'evenhand label export - --language de > labels.jsonl',
        ],
        [
          'Fields: id, text, lang, complaint, sentiment, categories, severity, danger, relay, sameProblem, parent; what nobody said is left out. Texts are masked; there is no author, no handle, no link and no reach. Danger, disputes and complaints about staff are left out, and told of.',
          'The file holds words of customers: export anew before each training and delete it afterwards, so that what was erased is gone from it too.',
        ],
      ),
    )
    .action((file: string, options: ActingOptions) =>
      act(async (app) => {
        const { runExport } = await import('./run-export.ts');
        return runExport(app, file, options);
      }),
    );
};
