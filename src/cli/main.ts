#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Command, CommanderError } from 'commander';
import type { CatalogueLanguage } from '../lib/catalogue.ts';
import { packageRoot } from '../lib/package-root.ts';
import { asCalled } from '../lib/program.ts';
import type { App } from './app.ts';
import { commands } from './commands.ts';
import { exitCodes } from './exit-codes.ts';

/** Runs one command line and returns its exit code. */
const run = async (argv: readonly string[]): Promise<number> => {
  const version = readVersion();
  let code: number = exitCodes.ok;
  const program = new Command('evenhand')
    .description(
      'Finds the complaints in what customers say in public, opens a case for each, and ranks them blind to reach.',
    )
    .version(version)
    .option('-c, --config <file>', 'the configuration (default: evenhand.yaml here; without one, the demo)')
    .showHelpAfterError('(--help shows what there is)')
    .configureOutput({
      writeOut: (text) => void process.stdout.write(asCalled(text)),
      writeErr: (text) => void process.stderr.write(asCalled(text)),
    })
    .exitOverride();
  program.addHelpText('after', helpTail);
  let language: CatalogueLanguage = 'en';
  program.hook('preAction', (_, command) => {
    language = command.opts<{ language?: CatalogueLanguage }>().language ?? language;
  });
  // Help and refusals of the command line come without what only the work of a command needs.
  const act = async (work: (app: App) => Promise<number | undefined>): Promise<void> => {
    const { createApp } = await import('./app.ts');
    const { config: configPath } = program.opts<{ config?: string }>();
    code = (await work(createApp({ configPath, version, language }))) ?? exitCodes.ok;
  };
  for (const register of commands) register(program, act);
  // Every command shows its own examples and ends by throwing, so that this function decides the exit code.
  for (const command of program.commands)
    forEachCommand(command, (one) => one.exitOverride().showHelpAfterError('(--help shows examples)'));
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const { reportFailure } = await import('./report-failure.ts');
    return reportFailure(error, { err: (text) => void process.stderr.write(text) });
  }
};

const helpTail = `
Examples:
  npm start                         the service; without a configuration, the demo
  evenhand cases list               the queue: who waits, in the order in which they are owed an answer
  evenhand cases take 12            work on a case
  evenhand classify "Seit drei Wochen keine Antwort!"
  evenhand doctor                   configuration, connections, sources, locks

Exit codes: 0 done, 1 a fault of Evenhand, 2 input or configuration to mend, 3 a database or queue does not answer.`;

const forEachCommand = (command: Command, visit: (command: Command) => void): void => {
  visit(command);
  for (const child of command.commands) forEachCommand(child, visit);
};

const readVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;

// A reader that has seen enough (head, a closed pager) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
