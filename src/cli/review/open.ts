import { type Command, InvalidArgumentError, Option } from 'commander';
import { categories } from '../../domain/classification.ts';
import { severities } from '../../domain/severity.ts';
import type { Act } from '../command.ts';
import { addActor, addLanguage, severityArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { OpenOptions } from './run-open.ts';

export const registerReviewOpen = (review: Command, act: Act): void => {
  addLanguage(
    addActor(
      review
        .command('open')
        .description('open a case for a post of the list: your decision, with its reason')
        .argument('<number>', 'as the list shows it', numberArgument),
    ),
  )
    .addOption(
      new Option('--severity <severity>', severities.join(', '))
        .argParser(severityArgument)
        .makeOptionMandatory(),
    )
    .requiredOption('--reason <text>', 'why, for the colleagues and for the audit')
    .addOption(new Option('--category <name...>', 'what it is about').choices([...categories]))
    .option('--json', 'one object')
    .addHelpText(
      'after',
      examples(
        [
          'evenhand review open 812 --severity medium --reason "asks for the third time"',
          'evenhand review open 812 --severity high --category delivery --reason "needs it" --as Kim',
        ],
        ['The severity says what is at stake for the customer; who the customer is changes nothing.'],
      ),
    )
    .action((id: string, options: OpenOptions) =>
      act(async (app) => {
        const { runOpen } = await import('./run-open.ts');
        return runOpen(app, id, options);
      }),
    );
};

const numberArgument = (text: string): string => {
  const [, digits] = /^#?0*([1-9]\d{0,17})$/.exec(text) ?? [];
  if (digits === undefined)
    throw new InvalidArgumentError('A post has a number: "evenhand review list" shows it.');
  return digits;
};
