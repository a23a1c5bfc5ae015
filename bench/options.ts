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

export const help = `Measures Evenhand against named peers, side by side, and prints the ratios.

  npm run bench                                   everything, five rounds (about half an hour, on an idle machine)
  npm run bench -- --quick                        everything with small counts, to see that it runs
  npm run bench -- --only next-50,match-phrases   these alone
  npm run bench -- --json results.json            writes the figures as well

  --only NAME,...   ${benchmarkNames.join(', ')}
  --rounds N        rounds of each, 5 where not told
  --json FILE       where the results are written
  --quick           small counts
`;

/** Reads `--json FILE --only name,... --rounds 5 --quick`; null: help is asked for. */
export const parseOptions = (args: readonly string[]): Options | null => {
  const { values } = read(args);
  if (values.help) return null;
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
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (cause) {
    throw new UserError(
      `${(cause as Error).message.split('.')[0]}: there are --json FILE, --only NAME,..., --rounds N, --quick and --help`,
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
