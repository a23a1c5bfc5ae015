import { type Command, InvalidArgumentError } from 'commander';
import type { Act } from '../command.ts';
import { caseIdArgument } from '../desk-options.ts';
import { caseCommand } from './case-command.ts';
import type { JoinOptions, Wanted } from './run-join.ts';

/** Two cases that are one, and one that is two. */
export const registerJoining = (cases: Command, act: Act): void => {
  const run = (wanted: Wanted, options: JoinOptions): Promise<void> =>
    act(async (app) => {
      const { runJoin } = await import('./run-join.ts');
      return runJoin(app, wanted, options);
    });

  caseCommand(
    cases,
    'merge',
    'two cases of one customer go on as one',
    ['evenhand cases merge EH-14 --into EH-12', 'evenhand cases merge 14 --into 12 --note "the same parcel"'],
    [
      'The case that goes on takes the posts, the higher severity and the earlier deadline. Both must be of one brand and one customer: same words, two customers, two cases. "cases unmerge" gives back what was.',
    ],
  )
    .requiredOption('--into <id>', 'the case that goes on', caseIdArgument)
    .option('--note <text>', 'for the colleagues')
    .action((id: string, options: JoinOptions & { into: string }) =>
      run({ kind: 'merge', fromId: id, intoId: options.into }, options),
    );

  caseCommand(
    cases,
    'unmerge',
    'a merged case is one of its own again, as it was',
    ['evenhand cases unmerge EH-14'],
    [
      'What was said since in its threads goes with it, an answer that was given since was given to both, and what a person changed since stays at the other case. Of several cases that were merged into one, the last comes first.',
    ],
  )
    .option('--note <text>', 'for the colleagues')
    .action((id: string, options: JoinOptions) => run({ kind: 'unmerge', caseId: id }, options));

  caseCommand(
    cases,
    'split',
    'posts of a case become a case of their own, with the clock that they would have had',
    ['evenhand cases split EH-12 --posts 34,35 --note "this one is about the invoice"'],
    [
      'The ids of the posts are those of "cases show --json". Answers of own accounts go with what they answer. The deadline of the case that they leave stays where it is.',
    ],
  )
    .requiredOption('--posts <ids>', 'numbers of the posts, with commas between', postsArgument)
    .option('--note <text>', 'for the colleagues')
    .action((id: string, options: JoinOptions & { posts: readonly string[] }) =>
      run({ kind: 'split', caseId: id, mentionIds: options.posts }, options),
    );
};

const postsArgument = (text: string): readonly string[] => {
  const ids = text.split(',').map((id) => id.trim());
  if (!ids.every((id) => /^\d{1,18}$/.test(id)))
    throw new InvalidArgumentError('Posts are written as their numbers, with commas between: 34,35.');
  return [...new Set(ids.map((id) => id.replace(/^0+(?=\d)/, '')))];
};
