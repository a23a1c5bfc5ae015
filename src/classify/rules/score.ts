import type { Language } from '../../domain/classification.ts';
import { features } from './features.ts';
import { english, german, type Weights } from './weights.ts';

const dense = ({ bias, of }: Weights): { bias: number; weights: Float64Array } => ({
  bias,
  weights: Float64Array.from(features, (feature) => of[feature] ?? 0),
});
const englishRow = dense(english);
const germanRow = dense(german);

/** Log-odds of a complaint by the signs of the rules alone. */
export const signOdds = (signs: Float64Array, language: Language): number => {
  const { bias, weights } = language === 'de' ? germanRow : englishRow;
  let logOdds = bias;
  for (let at = 0; at < signs.length; at++) logOdds += (signs[at] ?? 0) * (weights[at] ?? 0);
  return logOdds;
};
