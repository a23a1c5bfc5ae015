import { registerAccuse } from './cases/accuse.ts';
import { registerAcknowledge } from './cases/acknowledge.ts';
import { registerActions } from './cases/act.ts';
import { registerExport } from './cases/export.ts';
import { registerJoining } from './cases/join.ts';
import { registerList } from './cases/list.ts';
import { registerOpen } from './cases/open.ts';
import { registerShow } from './cases/show.ts';
import type { RegisterCommand } from './command.ts';
import { examples } from './help.ts';
import { registerOnCase } from './problems/on-case.ts';

export const registerCases: RegisterCommand = (program, act) => {
  const cases = program
    .command('cases')
    .description('the queue and its cases: list and show them, and everything that can be done to them')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand cases list', 'who waits, in the order in which they are owed an answer'],
          ['evenhand cases show EH-12', 'one case with its words, reasons, clocks and activities'],
          ['evenhand cases take EH-12', 'work on it; alerts about it stop'],
          ['evenhand cases answered EH-12', 'you answered: the clock stops until the customer writes again'],
          'evenhand cases dismiss EH-12 --disposition spam --reason "an advertisement"',
        ],
        ['A case is written 12, EH-12 or #12.'],
      ),
    );
  registerList(cases, act);
  registerShow(cases, act);
  registerActions(cases, act);
  registerJoining(cases, act);
  registerOpen(cases, act);
  registerAcknowledge(cases, act);
  registerAccuse(cases, act);
  registerExport(cases, act);
  registerOnCase(cases, act);
};
