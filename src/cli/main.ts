#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CommanderError } from 'commander';
import { packageRoot } from '../lib/package-root.ts';
import { createProgram } from './create-program.ts';
import { exitCodes } from './exit-codes.ts';

/** Runs one command line and returns its exit code. */
const run = async (argv: readonly string[]): Promise<number> => {
  const version = readVersion();
  const err = (text: string): void => void process.stderr.write(text);
  let code: number = exitCodes.ok;
  const program = createProgram(
    { version, out: (text) => void process.stdout.write(text), err },
    async (work) => {
      const { createApp } = await import('./app.ts');
      const { config: configPath } = program.command.opts<{ config?: string }>();
      const app = createApp({ configPath, version, language: program.language() });
      code = (await work(app)) ?? exitCodes.ok;
    },
  );
  try {
    await program.command.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const { reportFailure } = await import('./report-failure.ts');
    return reportFailure(error, { err }, program.language());
  }
};

const readVersion = (): string =>
  (JSON.parse(readFileSync(join(packageRoot, 'package.json'), 'utf8')) as { version: string }).version;

// A reader that has seen enough (head, a closed pager) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(process.argv.slice(2));
