import type { ClassifyOptions } from './classify/run-classify.ts';
import type { RegisterCommand } from './command.ts';
import { addLanguage } from './desk-options.ts';
import { examples } from './help.ts';

export const registerClassify: RegisterCommand = (program, act) => {
  addLanguage(
    program
      .command('classify')
      .description('what would be decided about a text, and why; nothing is stored')
      .argument('[text]', 'the text; without one it is read from standard input')
      .option('--parent <text>', 'the post that it answers')
      .option('--brand <name>', 'decide the languages of this brand (default: those of all brands)')
      .option('--file <file>', 'one text a line, {"text","parent"?} as JSON; - for standard input')
      .option('--json', 'one object; with --file one a line'),
  )
    .addHelpText(
      'after',
      examples(
        [
          'evenhand classify "Seit drei Wochen keine Antwort auf meine Kündigung!"',
          'evenhand classify "same here" --parent "Charged twice and nobody answers."',
          'pbpaste | evenhand classify --json',
          'evenhand classify --file posts.jsonl --json > decided.jsonl',
        ],
        [
          'JSON tells by "outcome" what would become of the post (case, review_list: no case, but a person should look, or no_case), and by "reason" why: what weighs most, such as unanswered_contact, or what keeps it from being a case, such as praise.',
          'With --file a broken line is named on stderr and gets no line of output, with --json neither; the others are classified, empty lines are passed over, and the exit code is 2.',
        ],
      ),
    )
    .action((text: string | undefined, options: ClassifyOptions) =>
      act(async (app) => {
        const { runClassify } = await import('./classify/run-classify.ts');
        return runClassify(app, text, options);
      }),
    );
};
