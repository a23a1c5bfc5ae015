import Table from 'cli-table3';
import type { Benchmark, Measured } from './benchmark.ts';
import { median } from './statistics.ts';

export interface Result {
  readonly benchmark: Omit<Benchmark, 'run'>;
  readonly measured: Measured;
}

/** What `--json` writes. */
export interface JsonResult {
  readonly name: string;
  readonly value: number;
  readonly bar: number;
  readonly better: 'higher' | 'lower';
  readonly rounds: readonly number[];
}

export const toJson = ({ benchmark: { name, bar, better }, measured: { rounds } }: Result): JsonResult => ({
  name,
  value: rounded(median(rounds)),
  bar,
  better,
  rounds: rounds.map(rounded),
});

export const isMet = (result: Result): boolean => {
  const { value, bar, better } = toJson(result);
  return better === 'higher' ? value >= bar : value <= bar;
};

export const renderTable = (results: readonly Result[]): string => {
  const table = new Table({
    head: ['benchmark', 'median', 'bar', '', 'rounds', 'figures'],
    style: { head: [], border: [] },
    wordWrap: true,
    colWidths: [19, 10, 11, 8, 30, 50],
  });
  for (const result of results) {
    const { benchmark, measured } = result;
    const { value, bar, better } = toJson(result);
    table.push([
      benchmark.name,
      `${short(value)} ${benchmark.unit}`,
      `${better === 'higher' ? '>=' : '<='} ${short(bar)} ${benchmark.unit}`,
      isMet(result) ? 'met' : 'missed',
      measured.rounds.map(short).join(' '),
      measured.detail,
    ]);
  }
  const sides = results.map(
    ({ benchmark: { name, what, sides: processes } }) => `${name}: ${what}\n  ${processes}`,
  );
  return `${table.toString()}\n\n${sides.join('\n')}\n`;
};

const rounded = (value: number): number => Number(value.toPrecision(4));
const short = (value: number): string => String(Number(value.toPrecision(3)));
