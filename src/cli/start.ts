import { InvalidArgumentError, Option } from 'commander';
import { type Stage, stages } from '../../workers/stages.ts';
import type { RegisterCommand } from './command.ts';
import { examples } from './help.ts';

export const registerStart: RegisterCommand = (program, act) => {
  program
    .command('start')
    .description('run the service until it is told to stop (Ctrl-C)')
    .addOption(
      new Option('--stages <list>', `what this process does: ${stages.join(', ')}`)
        .argParser(parseStages)
        .default([...stages], 'all'),
    )
    .option('--json', 'log as JSON lines, also on a terminal')
    .addHelpText(
      'after',
      examples([
        ['npm start', 'everything in one process'],
        ['npm start -- --stages poll,triage', 'only these; start the others elsewhere'],
        ['DATABASE_URL=… REDIS_URL=… npm start', 'on PostgreSQL, with Redis'],
      ]),
    )
    .action((options: { stages: Stage[]; json?: boolean }) =>
      act(async (app) => {
        const { runStart } = await import('./start/run-start.ts');
        return runStart(app, new Set(options.stages), options.json === true);
      }),
    );
};

const parseStages = (list: string): Stage[] => {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(stages as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is no stage; there are ${stages.join(', ')}.`);
  return names as Stage[];
};
