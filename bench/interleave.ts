import { median } from './statistics.ts';

/** What one side measured per round, in its own unit. */
export interface Pairs {
  readonly ours: readonly number[];
  readonly plain: readonly number[];
  /** ours / plain of each round: neighbours that disturb a round disturb both its sides. */
  readonly ratios: readonly number[];
}

interface Sides {
  readonly ours: (round: number) => Promise<number>;
  readonly plain: (round: number) => Promise<number>;
  readonly onRound?: (round: number, ours: number, plain: number) => void;
}

/** Measures both sides in every round, and begins with the other one each time. */
export const interleave = async (rounds: number, sides: Sides): Promise<Pairs> => {
  const ours: number[] = [];
  const plain: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    if (round % 2 === 0) plain.push(await sides.plain(round));
    ours.push(await sides.ours(round));
    if (round % 2 === 1) plain.push(await sides.plain(round));
    sides.onRound?.(round, ours[round] ?? 0, plain[round] ?? 0);
  }
  return { ours, plain, ratios: ours.map((value, round) => value / (plain[round] ?? Number.NaN)) };
};

/** `24,100 against 2,610 mentions/s` */
export const sayPairs = ({ ours, plain }: Pairs, unit: string): string =>
  `${shown(median(ours))} against ${shown(median(plain))} ${unit}`;

const shown = (value: number): string =>
  value.toLocaleString('en', { maximumSignificantDigits: value < 1_000 ? 3 : 4 });
