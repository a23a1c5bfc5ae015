/** Logistic regression on one score: probability = 1 / (1 + exp(-(slope * score + intercept))). */
export interface Platt {
  readonly slope: number;
  readonly intercept: number;
}

/** Both classes count alike, so that one half is where they are as likely; Newton's method. */
export const fitPlatt = (scores: readonly number[], truth: readonly boolean[]): Platt => {
  const positives = truth.filter(Boolean).length;
  const weights = truth.map((is) => truth.length / 2 / (is ? positives : truth.length - positives));
  let slope = 1;
  let intercept = 0;
  for (let step = 0; step < 50; step++) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    scores.forEach((x, at) => {
      const weight = weights[at] ?? 0;
      const p = 1 / (1 + Math.exp(-(slope * x + intercept)));
      const error = weight * (p - Number(truth[at]));
      const curve = weight * p * (1 - p);
      g0 += error;
      g1 += error * x;
      h00 += curve;
      h01 += curve * x;
      h11 += curve * x * x;
    });
    const determinant = h00 * h11 - h01 * h01;
    intercept -= (h11 * g0 - h01 * g1) / determinant;
    slope -= (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope, intercept };
};
