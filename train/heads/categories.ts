import { categories } from '../../src/domain/classification.ts';
import { balanced, type Corpus, type IsTrained, lessonsOf } from './corpus-matrix.ts';
import { trainClasses } from './train-classes.ts';

const recipe = { epochs: 5, rate: 0.1, dropout: 0.4, smoothing: 0.05, classes: 2 } as const;
// Intents are questions to a bank or shop, most of them without a complaint: they teach the nouns.
const intentWeight = 0.15;

/** One table per category: whether it holds against whether it does not. */
export const trainCategories = (
  corpus: Corpus,
  isTrained: IsTrained,
  seeds: readonly number[],
): readonly Float32Array[] =>
  categories.map((category) => {
    const lessons = lessonsOf(corpus, isTrained, ({ set, categories: held, complaint }) => {
      if (held === undefined || (set === 'own' && complaint === false && held.length === 0)) return null;
      return { label: held.includes(category) ? 1 : 0, weight: set === 'own' ? 1 : intentWeight };
    });
    const table = trainClasses(corpus, balanced(lessons, 0.8), { ...recipe, seeds });
    return Float32Array.from(
      { length: table.length / 2 },
      (_, at) => (table[at * 2 + 1] ?? 0) - (table[at * 2] ?? 0),
    );
  });
