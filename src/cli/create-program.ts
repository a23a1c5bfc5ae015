import { Command } from 'commander';
import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { asCalled } from '../lib/program.ts';
import type { Act } from './command.ts';
import { commands } from './commands.ts';
import { examples, helpLayout, helpWidth } from './help.ts';

export interface ProgramOptions {
  readonly version: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
}

export interface Program {
  readonly command: Command;
  /** What the command that runs was asked to speak. */
  language(): CatalogueLanguage;
}

/** The command line with all its commands; none of them loads its work before it runs. It throws instead of exiting. */
export const createProgram = ({ version, out, err }: ProgramOptions, act: Act): Program => {
  let language: CatalogueLanguage = 'en';
  const command = new Command('evenhand')
    .description(
      'Finds the complaints in what customers say in public, opens a case for each, and ranks them blind to reach.',
    )
    .version(version)
    .option('-c, --config <file>', 'the configuration (default: evenhand.yaml here; without one, the demo)')
    .showHelpAfterError('(--help shows what there is)')
    .configureHelp(helpLayout)
    .configureOutput({
      writeOut: (text) => out(asCalled(text)),
      writeErr: (text) => err(asCalled(text)),
      getOutHelpWidth: helpWidth,
      getErrHelpWidth: helpWidth,
    })
    .exitOverride()
    .addHelpText('after', help)
    .hook('preAction', (_, running) => {
      language = running.opts<{ language?: CatalogueLanguage }>().language ?? language;
    });
  for (const register of commands) register(command, act);
  for (const each of command.commands)
    forEachCommand(each, (one) => one.exitOverride().showHelpAfterError('(--help shows examples)'));
  return { command, language: () => language };
};

const help = examples(
  [
    ['npm start', 'the service; without a configuration, the demo'],
    ['evenhand cases list', 'who waits, in the order of their deadlines'],
    ['evenhand cases take 12', 'work on a case'],
    'evenhand classify "Seit drei Wochen keine Antwort!"',
    ['evenhand doctor', 'configuration, connections, sources, locks'],
  ],
  [
    'Exit codes: 0 done, 1 a fault of Evenhand, 2 input or configuration to mend, 3 a database or queue does not answer.',
  ],
);

const forEachCommand = (command: Command, visit: (command: Command) => void): void => {
  visit(command);
  for (const child of command.commands) forEachCommand(child, visit);
};
