import type { Lessons } from './linear.ts';
import type { Matrix } from './matrix.ts';

/** What a place counts that tells nothing: without it all that is alike in both would be lost (AUC of MobASA −0.1). */
const least = 0.2;

/**
 * How much each place tells the first class from the others: the root of the log of how many times more often one has it.
 * Values multiplied by it let learning trust what tells before what is merely there (naive Bayes inside a linear model,
 * Wang and Manning 2012). A sum of linear scores stays one: the table takes it up.
 */
export const tellingOf = (matrix: Matrix, lessons: Lessons, places: number): Float32Array => {
  const first = seenIn(matrix, lessons, places, (label) => label === 0);
  const others = seenIn(matrix, lessons, places, (label) => label !== 0);
  const share = (seen: Seen, at: number): number => ((seen.times[at] ?? 0) + 1) / (seen.all + 2);
  return first.times.map(
    (_, at) => least + Math.sqrt(Math.abs(Math.log(share(first, at) / share(others, at)))),
  );
};

interface Seen {
  /** Weight of the lessons that have a place, by place. */
  readonly times: Float32Array;
  readonly all: number;
}

const seenIn = (
  { from, places: placesOf }: Matrix,
  { rows, labels, weights }: Lessons,
  places: number,
  isMeant: (label: number) => boolean,
): Seen => {
  const times = new Float32Array(places);
  const lastBy = new Int32Array(places).fill(-1);
  let all = 0;
  for (let nth = 0; nth < rows.length; nth++) {
    if (!isMeant(labels[nth] ?? 0)) continue;
    const weight = weights[nth] ?? 0;
    const row = rows[nth] ?? 0;
    all += weight;
    for (let at = from[row] ?? 0; at < (from[row + 1] ?? 0); at++) {
      const place = placesOf[at] ?? 0;
      if (lastBy[place] === nth) continue;
      lastBy[place] = nth;
      times[place] = (times[place] ?? 0) + weight;
    }
  }
  return { times, all };
};
