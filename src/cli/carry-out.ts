import { CommanderError } from 'commander';
import type { Inside } from './app.ts';
import { createProgram } from './create-program.ts';
import { exitCodes } from './exit-codes.ts';

interface Surroundings {
  readonly version: string;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly inside?: Inside;
}

/** Runs one command line and returns its exit code. */
export const carryOut = async (
  argv: readonly string[],
  { version, out, err, inside }: Surroundings,
): Promise<number> => {
  let code: number = exitCodes.ok;
  const program = createProgram({ version, out, err }, async (work) => {
    const { createApp } = await import('./app.ts');
    const { config: configPath } = program.command.opts<{ config?: string }>();
    const app = createApp({ configPath, version, language: program.language(), ...inside });
    code = (await work(app)) ?? exitCodes.ok;
  });
  try {
    await program.command.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    const { reportFailure } = await import('./report-failure.ts');
    return reportFailure(error, { err }, program.language());
  }
};
