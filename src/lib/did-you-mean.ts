/** The candidate that a person most likely meant, or null when none is near (at most a third of the letters differ). */
export const nearest = (word: string, candidates: Iterable<string>): string | null => {
  const wanted = word.toLowerCase();
  let best: string | null = null;
  let bestDistance = Math.max(1, Math.floor(wanted.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = editDistance(wanted, candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
};

/** `; did you mean "hours"?`, or nothing. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
  const near = nearest(word, candidates);
  return near === null ? '' : `; did you mean "${near}"?`;
};

/** Letters to insert, delete, replace or swap with their neighbour. */
const editDistance = (a: string, b: string): number => {
  let older: number[] = [];
  let above = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = at(above, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swap = a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(older, j - 2) + 1 : replace;
      row.push(Math.min(replace, swap, at(above, j) + 1, at(row, j - 1) + 1));
    }
    [older, above] = [above, row];
  }
  return at(above, b.length);
};

const at = (row: readonly number[], index: number): number => row[index] ?? Number.POSITIVE_INFINITY;
