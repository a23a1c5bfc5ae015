import { classify } from '../../src/classify/classify.ts';
import { categories, severityOfStake } from '../../src/domain/classification.ts';
import type { Said } from './run.ts';

/** What the whole classifier says with the shipped weights: model, rules and language. */
export const askClassifier = (text: string): Said => {
  const words = classify({ text, parentText: null });
  const { negative, neutral, positive } = words.sentiment;
  const isComplaint = words.complaint >= 0.5;
  return {
    tone: negative >= neutral && negative >= positive ? 0 : neutral >= positive ? 1 : 2,
    balance: positive - negative,
    isComplaint,
    others: {
      severity: isComplaint ? severityOfStake[words.stake ?? 'ordinary_failure'] : 'none',
      danger: words.danger ?? 'none',
      categories: isComplaint
        ? categories.filter((category) => (words.categories[category] ?? 0) >= 0.5).join()
        : '',
      language: words.language,
    },
  };
};
