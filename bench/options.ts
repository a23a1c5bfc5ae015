import { parseArgs } from 'node:util';
import { UserError } from '../src/lib/user-error.ts';
import { type BenchmarkName, benchmarkNames } from './benchmark.ts';

export interface Options {
  readonly names: readonly BenchmarkName[];
  readonly rounds: number;
  readonly isQuick: boolean;
  /** Where the results are written as JSON; null: nowhere. */
  readonly json: string | null;
}

/** Reads `--json FILE --only name,... --rounds 5 --quick`. */
export const parseOptions = (args: readonly string[]): Options => {
  const { values } = read(args);
  const names = values.only === undefined ? benchmarkNames : values.only.split(',').map(nameOf);
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1)
    throw new UserError(`--rounds ${values.rounds} is no number of rounds: give a whole number from 1`);
  return { names, rounds, isQuick: values.quick, json: values.json ?? null };
};

const read = (args: readonly string[]) => {
  try {
    return parseArgs({
      args: [...args],
      options: {
        json: { type: 'string' },
        only: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        quick: { type: 'boolean', default: false },
      },
    });
  } catch (cause) {
    throw new UserError(
      `${(cause as Error).message.split('.')[0]}: there are --json FILE, --only name,..., --rounds N and --quick`,
      { cause },
    );
  }
};

const nameOf = (told: string): BenchmarkName => {
  const name = benchmarkNames.find((known) => known === told.trim());
  if (name === undefined)
    throw new UserError(`--only ${told}: there is no such benchmark; there are ${benchmarkNames.join(', ')}`);
  return name;
};
