import type { RegisterCommand } from './command.ts';
import { examples } from './help.ts';
import { registerLabelExport } from './label/export.ts';
import { registerLabelList } from './label/list.ts';
import { registerLabelSet } from './label/set.ts';
import { registerLabelUndo } from './label/undo.ts';

export const registerLabel: RegisterCommand = (program, act) => {
  const label = program
    .command('label')
    .description('correct what the classifier said of a post, for the next training; no case changes')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand label 812 --complaint yes', 'a post of the review list, by its number'],
          ['evenhand label EH-12 --complaint no', 'the post that opened a case'],
          ['evenhand label list', 'the labels, the newest first'],
          ['evenhand label undo 7', 'take a label back'],
          ['evenhand label export labels.jsonl', 'JSON lines for the training, masked'],
        ],
        [
          '"evenhand label 812" is "evenhand label set 812" and takes its options; each command tells its own with --help.',
          'A label changes no case and no deadline: "evenhand review open" opens a case, "evenhand cases dismiss" sets one aside.',
        ],
      ),
    );
  registerLabelSet(label, act);
  registerLabelList(label, act);
  registerLabelUndo(label, act);
  registerLabelExport(label, act);
};
