import { type Category, categories, type Evidence } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import { evidenceOf } from './spans.ts';

export interface FoundCategories {
  readonly probabilities: Partial<Record<Category, number>>;
  readonly evidence: readonly Evidence[];
}

/** Each word halves the doubt: one gives .6, two .8, three .9. Nothing named: other. */
const certainty = (words: number): number => 1 - 0.8 * 0.5 ** words;

const unnamed: FoundCategories = { probabilities: { other: 0.6 }, evidence: [] };

export const findCategories = (reading: Reading): FoundCategories => {
  const hits = reading.hits.category;
  const unanswered = reading.hits.unanswered.length;
  if (hits.length === 0 && unanswered === 0) return unnamed;
  const counts = new Map<string, number>();
  for (const hit of hits) counts.set(hit.label ?? 'other', (counts.get(hit.label ?? 'other') ?? 0) + 1);
  if (unanswered > 0) counts.set('unanswered', (counts.get('unanswered') ?? 0) + unanswered);
  const probabilities: Partial<Record<Category, number>> = {};
  for (const category of categories) {
    const words = counts.get(category) ?? 0;
    if (words > 0) probabilities[category] = certainty(words);
  }
  return {
    probabilities,
    evidence: hits.map((hit) => evidenceOf(reading, hit, 'category', hit.label ?? 'other')),
  };
};
