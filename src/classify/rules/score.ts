import type { Language } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import { features, featuresOf } from './features.ts';
import { english, german, type Weights } from './weights.ts';

const row = new Float64Array(features.length);

const dense = ({ bias, of }: Weights): { bias: number; weights: Float64Array } => ({
  bias,
  weights: Float64Array.from(features, (feature) => of[feature] ?? 0),
});
const englishRow = dense(english);
const germanRow = dense(german);

/** Probability in (0, 1) that the post is a complaint: the logistic of the signs' weights. */
export const complaintProbability = (reading: Reading, language: Language, hasDanger: boolean): number => {
  const { bias, weights } = language === 'de' ? germanRow : englishRow;
  featuresOf(reading, hasDanger, row);
  let logOdds = bias;
  for (let at = 0; at < row.length; at++) logOdds += (row[at] ?? 0) * (weights[at] ?? 0);
  return 1 / (1 + Math.exp(-logOdds));
};
