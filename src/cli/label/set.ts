import { type Command, InvalidArgumentError, Option } from 'commander';
import { moods } from '../../cases/label.ts';
import type { PostRef } from '../../cases/labelled-post.store.ts';
import { parseCaseId } from '../../domain/case-id.ts';
import { type Category, categories, dangerKinds } from '../../domain/classification.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage, severityArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { SetOptions } from './run-set.ts';

export const registerLabelSet = (label: Command, act: Act): void => {
  const command = label
    .command('set', { isDefault: true })
    .description('say what a post is; the earlier label of the same post is replaced')
    .argument('<post>', 'its number, or EH-12 for the post that opened the case', postArgument)
    .addOption(
      new Option('--complaint <yes|no>', 'the author tells of an own trouble with the company')
        .choices(['yes', 'no'])
        .makeOptionMandatory(),
    )
    .addOption(new Option('--sentiment <mood>', 'of the words').choices([...moods]))
    .option('--category <names...>', `what it is about: ${categories.join(', ')}`, categoriesArgument)
    .option('--severity <severity>', 'what is at stake: low, medium, high, critical', severityArgument)
    .addOption(new Option('--danger <kind>', 'to whom or by what').choices([...dangerKinds, 'none']))
    .addOption(yesOrNo('--relay <yes|no>', 'it passes on what happened to somebody else'))
    .addOption(yesOrNo('--same-problem <yes|no>', 'it says "same here" to the post that it answers'))
    .option('--note <text>', 'for the colleagues; kept masked, never exported')
    .option('--json', 'one object');
  addActor(addLanguage(command))
    .addHelpText(
      'after',
      examples(
        [
          'evenhand label set 812 --complaint yes --category billing,unanswered --severity medium',
          'evenhand label EH-12 --complaint no --relay yes --note "tells of her neighbour" --as Kim',
          'evenhand label 812 --complaint yes --same-problem yes',
        ],
        [
          'Say only what you know: what is left out teaches nothing. Severity says what is at stake; tone, length and who the author is change nothing.',
          'Posts of own accounts are no labels. Of danger the correction is kept, but no words, and nothing is exported.',
        ],
      ),
    )
    .action((post: PostRef, options: SetOptions) =>
      act(async (app) => {
        const { runSet } = await import('./run-set.ts');
        return runSet(app, post, options);
      }),
    );
};

const yesOrNo = (flags: string, description: string): Option =>
  new Option(flags, description).choices(['yes', 'no']);

const postArgument = (text: string): PostRef => {
  const [, digits] = /^#?0*([1-9]\d{0,17})$/.exec(text.trim()) ?? [];
  if (digits !== undefined) return { kind: 'post', mentionId: digits };
  const caseId = parseCaseId(text);
  if (caseId !== null) return { kind: 'case', caseId };
  throw new InvalidArgumentError(
    'A post is named by its number ("evenhand review list" and "cases show --json" tell it), or by its case: EH-12.',
  );
};

/** `billing,delivery`, or one after another. */
const categoriesArgument = (text: string, before: readonly Category[] = []): readonly Category[] => {
  const named = text.split(',').map((name) => name.trim().toLowerCase());
  const known = named.flatMap((name) => categories.find((category) => category === name) ?? []);
  if (known.length !== named.length) throw new InvalidArgumentError(`There are ${categories.join(', ')}.`);
  return [...new Set([...before, ...known])];
};
