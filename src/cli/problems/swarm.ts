import { type Command, InvalidArgumentError, Option } from 'commander';
import { parseProblemId } from '../../domain/problem-id.ts';
import { type SwarmDecision, swarmDecisions } from '../../domain/swarm-decision.ts';
import type { Act } from '../command.ts';
import { addActor, addBrand, addLanguage, caseIdArgument } from '../desk-options.ts';
import { examples } from '../help.ts';
import type { SwarmName, SwarmOptions } from './run-swarm.ts';

export const registerSwarm = (problems: Command, act: Act): void => {
  addActor(
    addLanguage(
      addBrand(
        problems
          .command('swarm')
          .description(
            'nearly the same words of many people within an hour: ten of them, for a person to decide',
          )
          .argument('[swarm]', 'S-17, or P-17 for that of a problem; none lists all', swarmArgument),
      ),
    ),
  )
    .addOption(
      new Option('--decide <how>', 'one entry of the queue for all, or each by itself').choices([
        ...swarmDecisions,
      ]),
    )
    .option('--take-out <case>', 'this one is something else: it has its own entry again', caseIdArgument)
    .option('--reason <text>', 'why, with --decide and --take-out')
    .option('--json', 'one object; an array without a swarm')
    .addHelpText(
      'after',
      examples(
        [
          ['evenhand problems swarm', 'all swarms, the oldest first'],
          ['evenhand problems swarm S-17', 'ten of its posts, the same for everybody who looks'],
          'evenhand problems swarm S-17 --decide one_by_one --reason "each tells of another order"',
          'evenhand problems swarm S-17 --take-out EH-12 --reason "is stranded tonight"',
        ],
        [
          'Whoever copies a text of others is a customer all the same: each has a case and a deadline of its own, whatever is decided here, and nothing about the accounts is read.',
        ],
      ),
    )
    .action((name: SwarmName | undefined, options: SwarmOptions & { decide?: SwarmDecision }) =>
      act(async (app) => (await import('./run-swarm.ts')).runSwarm(app, name ?? null, options)),
    );
};

const swarmArgument = (text: string): SwarmName => {
  const [, digits] = /^S-?0*([1-9]\d{0,14})$/i.exec(text.trim()) ?? [];
  if (digits !== undefined) return { kind: 'swarm', id: Number(digits) };
  const problem = /^P/i.test(text.trim()) ? parseProblemId(text) : null;
  if (problem === null)
    throw new InvalidArgumentError('A swarm is written S-17, or P-17 for that of a problem.');
  return { kind: 'problem', id: problem };
};
