import { type Command, InvalidArgumentError } from 'commander';
import { parseLabelId } from '../../cases/label.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { UndoOptions } from './run-undo.ts';

export const registerLabelUndo = (label: Command, act: Act): void => {
  addActor(
    addLanguage(
      label
        .command('undo')
        .description('take a label back: its words go, and the post has none any more')
        .argument('<id>', 'as the list shows it', labelArgument),
    ),
  )
    .option('--json', 'one object')
    .addHelpText('after', examples(['evenhand label undo 7', 'evenhand label undo label-7 --as Kim']))
    .action((id: string, options: UndoOptions) =>
      act(async (app) => {
        const { runUndo } = await import('./run-undo.ts');
        return runUndo(app, id, options);
      }),
    );
};

const labelArgument = (text: string): string => {
  const id = parseLabelId(text);
  if (id === null) throw new InvalidArgumentError('A label is written 7, #7 or label-7.');
  return id;
};
