import { UserError } from '../src/lib/user-error.ts';

export interface Options {
  /** Holds the labelled sets: `../shared/data`. */
  readonly folder: string;
  readonly isResearch: boolean;
  readonly isEvaluated: boolean;
  readonly seeds: readonly number[];
}

const usage = 'npm run train -- FOLDER [--research] [--no-evaluation]';

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
