import { giveWay } from '../../../workers/give-way.ts';
import { runService } from '../../../workers/main.ts';
import type { Stage } from '../../../workers/stages.ts';
import type { App } from '../app.ts';
import { eraseAgain } from './erase-again.ts';

export const runStart = (app: App, chosen: ReadonlySet<Stage>, isJson: boolean): Promise<number> => {
  const { config, warnings } = app.config();
  // The demo is for people, wherever its output goes; elsewhere a machine reads what is no terminal.
  const isPretty = !isJson && (app.io.isTerminal || app.isDemo);
  const { env, version, clock, io } = app;
  giveWay(chosen);
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
    beforeWork: (db) => eraseAgain(app, db),
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
