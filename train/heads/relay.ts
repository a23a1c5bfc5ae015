import { balanced, type Corpus, type IsTrained, lessonsOf } from './corpus-matrix.ts';
import { trainClasses } from './train-classes.ts';

const recipe = { epochs: 8, rate: 0.06, dropout: 0.5, smoothing: 0.05, classes: 2 } as const;

/** Own sentences tell what a relay is; complaints of others stand for what is none. */
export const trainRelay = (corpus: Corpus, isTrained: IsTrained, seeds: readonly number[]): Float32Array => {
  const lessons = lessonsOf(corpus, isTrained, ({ set, relay, complaint }) => {
    if (relay !== undefined) return { label: Number(relay), weight: 1 };
    return set === 'xci' && complaint === true ? { label: 0, weight: 0.3 } : null;
  });
  const table = trainClasses(corpus, balanced(lessons, 1), { ...recipe, seeds });
  return Float32Array.from(
    { length: table.length / 2 },
    (_, at) => (table[at * 2 + 1] ?? 0) - (table[at * 2] ?? 0),
  );
};
