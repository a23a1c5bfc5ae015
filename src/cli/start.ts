import { InvalidArgumentError } from 'commander';
import { runService } from '../../workers/main.ts';
import { type Stage, stages } from '../../workers/stages.ts';
import type { App } from './app.ts';
import type { RegisterCommand } from './command.ts';

export const registerStart: RegisterCommand = (program, act) => {
  program
    .command('start')
    .description('run the service until it is told to stop (Ctrl-C)')
    .option('--stages <list>', `what this process does: ${stages.join(', ')}`, parseStages, [...stages])
    .option('--json', 'log as JSON lines, also on a terminal')
    .addHelpText(
      'after',
      `
Examples:
  npm start                                 everything in one process
  npm start -- --stages poll,triage         only these; start the others elsewhere
  DATABASE_URL=postgresql://… REDIS_URL=redis://… npm start`,
    )
    .action((options: { stages: Stage[]; json?: boolean }) =>
      act((app) => start(app, new Set(options.stages), options.json === true)),
    );
};

const start = (app: App, chosen: ReadonlySet<Stage>, isJson: boolean): Promise<number> => {
  const { config, warnings } = app.config();
  // The demo is for people, wherever its output goes; elsewhere a machine reads what is no terminal.
  const isPretty = !isJson && (app.io.isTerminal || app.isDemo);
  const { env, version, clock, io } = app;
  return runService({
    env,
    config,
    warnings,
    stages: chosen,
    version,
    clock,
    isPretty,
    isColour: io.isColour,
    width: io.width,
    write: io.out,
    stopRequest: stopSignal(),
  });
};

/** npm and the terminal both pass Ctrl-C on, so that it may come twice; a patient second one ends at once. */
const stopSignal = (): Promise<string> =>
  new Promise((resolve) => {
    let first = 0;
    const heard = (signal: string): void => {
      if (first === 0) first = Date.now();
      else if (Date.now() - first > 1_500) process.exit(130);
      resolve(signal);
    };
    process.on('SIGINT', () => heard('SIGINT'));
    process.on('SIGTERM', () => heard('SIGTERM'));
  });

const parseStages = (list: string): Stage[] => {
  const names = list.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !(stages as readonly string[]).includes(name));
  if (unknown !== undefined)
    throw new InvalidArgumentError(`"${unknown}" is no stage; there are ${stages.join(', ')}.`);
  return names as Stage[];
};
