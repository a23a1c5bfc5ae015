import type { RegisterCommand } from './command.ts';
import { examples } from './help.ts';
import { registerProblemActions } from './problems/act.ts';
import { registerProblemList } from './problems/list.ts';
import { registerParity } from './problems/parity.ts';
import { registerSwarm } from './problems/swarm.ts';

export const registerProblems: RegisterCommand = (program, act) => {
  const problems = program
    .command('problems')
    .description('what many cases have in common: list, show, confirm, eject, merge, unmerge, resolve')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand problems list', 'those that are not resolved, the oldest first'],
          ['evenhand problems show P-17', 'its members, and which words made each one'],
          ['evenhand problems confirm P-17 EH-12', 'a suggested case is a member'],
          'evenhand problems eject P-17 EH-12 --reason "another flight"',
          'evenhand problems merge P-17 P-4 --reason "the same outage"',
        ],
        [
          'Copies and "same here" are members by themselves, everything else is only suggested. Each step can be taken back, and what people decide holds for what is grouped later. Nothing of a problem moves the deadline of a case.',
          'A problem is written 17, P-17 or #17.',
        ],
      ),
    );
  registerProblemList(problems, act);
  registerProblemActions(problems, act);
  registerParity(problems, act);
  registerSwarm(problems, act);
};
