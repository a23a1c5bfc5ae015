import { createRandom } from '../learn/random.ts';

const rounds = 200;

/** Between which values 95 % of the measures lie, of rows drawn by chance with putting back. */
export const interval = (
  count: number,
  measure: (rows: readonly number[]) => number,
): readonly [number, number] => {
  const random = createRandom(1);
  const values = Array.from({ length: rounds }, () =>
    measure(Array.from({ length: count }, () => Math.floor(random() * count))),
  ).sort((a, b) => a - b);
  return [values[Math.floor(rounds * 0.025)] ?? 0, values[Math.floor(rounds * 0.975)] ?? 0];
};
