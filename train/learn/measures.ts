/** Share of each class that was found, averaged. Labels from 0. */
export const macroRecall = (truth: readonly number[], said: readonly number[], classes: number): number =>
  mean(Array.from({ length: classes }, (_, c) => recallOf(truth, said, c)));

const recallOf = (truth: readonly number[], said: readonly number[], c: number): number => {
  const all = truth.filter((one) => one === c).length;
  return all === 0 ? 0 : truth.filter((one, at) => one === c && said[at] === c).length / all;
};

export const macroF1 = (truth: readonly number[], said: readonly number[], classes: number): number =>
  mean(Array.from({ length: classes }, (_, c) => f1Of(truth, said, c)));

const f1Of = (truth: readonly number[], said: readonly number[], c: number): number => {
  const right = truth.filter((one, at) => one === c && said[at] === c).length;
  const all = truth.filter((one) => one === c).length + said.filter((one) => one === c).length;
  return all === 0 ? 0 : (2 * right) / all;
};

export const accuracy = (truth: readonly number[], said: readonly number[]): number =>
  truth.filter((one, at) => one === said[at]).length / truth.length;

export const mean = (list: readonly number[]): number => list.reduce((sum, x) => sum + x, 0) / list.length;

/** Chance that a positive scores above a negative, ties by half: ranks of Mann and Whitney. */
export const auc = (isPositive: readonly boolean[], scores: readonly number[]): number => {
  const order = scores.map((_, at) => at).sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let sum = 0;
  let positives = 0;
  for (let at = 0; at < order.length; ) {
    let end = at;
    while (end < order.length && scores[order[end] ?? 0] === scores[order[at] ?? 0]) end++;
    const rank = (at + 1 + end) / 2;
    for (; at < end; at++) {
      if (isPositive[order[at] ?? 0] !== true) continue;
      sum += rank;
      positives++;
    }
  }
  const negatives = order.length - positives;
  return (sum - (positives * (positives + 1)) / 2) / (positives * negatives);
};
