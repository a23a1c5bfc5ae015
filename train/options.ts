import { UserError } from '../src/lib/user-error.ts';

export interface Options {
  /** Holds the labelled sets: `../shared/data`. */
  readonly folder: string;
  readonly isResearch: boolean;
  readonly isEvaluated: boolean;
  readonly seeds: readonly number[];
}

const usage = 'npm run train -- FOLDER [--research] [--no-evaluation]';

/** For `--help`. */
export const help = `Trains the weights that classify asks, from labelled text, and prints the whole evaluation.

  npm run train -- ../shared/data                    writes models/evenhand.bin and MODEL_CARD.md, about two minutes
  npm run train -- ../shared/data --no-evaluation    the weights alone
  npm run train -- ../shared/data --research         also from sets that may not be shipped: models/evenhand.research.bin
  npm run eval -- ../shared/data                     the table of the weights that are there, beside other libraries

The same data give the same bytes. Labelled sentences of the project itself: train/own. Danger: npm run train:danger.
`;

export const asksForHelp = (args: readonly string[]): boolean =>
  args.includes('--help') || args.includes('-h');

/** Throws a UserError for anything that is not known. */
export const parseOptions = (args: readonly string[]): Options => {
  const folders = args.filter((arg) => !arg.startsWith('--'));
  const unknown = args.find(
    (arg) => arg.startsWith('--') && !['--research', '--no-evaluation'].includes(arg),
  );
  if (unknown !== undefined) throw new UserError(`${unknown} is no option: ${usage}`);
  const [folder, ...more] = folders;
  if (folder === undefined || more.length > 0)
    throw new UserError(`name one folder of labelled text: ${usage}`);
  return {
    folder,
    isResearch: args.includes('--research'),
    isEvaluated: !args.includes('--no-evaluation'),
    seeds: [1, 2],
  };
};
