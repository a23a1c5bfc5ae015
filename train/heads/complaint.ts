import type { SetName } from '../corpus/example.ts';
import { scoresOf } from '../learn/linear.ts';
import { balanced, type Corpus, type IsTrained, lessonsOf } from './corpus-matrix.ts';
import { trainSentiment } from './sentiment.ts';
import { trainClasses } from './train-classes.ts';

const recipe = { epochs: 10, rate: 0.05, dropout: 0.5, smoothing: 0.1, classes: 2 } as const;
const baseRecipe = { ...recipe, epochs: 6, rate: 0.06 } as const;

/**
 * Our own sentences are written to be hard: at full weight they cost two points of AUC on real English posts. German has
 * no other.
 */
const ownWeights = { en: { en: 0.4, de: 0.2 }, de: { en: 0.3, de: 1.5 } } as const;
export type ComplaintLanguage = 'de' | 'en';

/** Scores that another head gave every row, with how much they vary. */
interface Base {
  /** Per place in the table. */
  readonly weights: Float32Array;
  readonly scores: Float64Array;
  readonly mean: number;
  readonly spread: number;
}

export interface ComplaintBases {
  readonly bases: readonly Base[];
  readonly extra: Float32Array;
}

/** Per place in the table, and what is added to every sum. */
export interface ComplaintHead {
  readonly weights: Float32Array;
  readonly constant: number;
}

const columnValue = 0.7;

/**
 * What other sets teach, none of which knows X-CI: tone, money complaints, reviews of products. Their scores are columns
 * beside the features, for pooling their labels costs a point (facts/language.md 4).
 */
export const trainBases = (
  corpus: Corpus,
  isTrained: IsTrained,
  seeds: readonly number[],
): ComplaintBases => {
  const tone = trainSentiment(corpus, isTrained, {
    language: 'en',
    seeds,
    sets: new Set(['semeval', 'vader']),
  });
  const bases = [
    baseOf(corpus, margin(tone, 3, 0, 1)),
    baseOf(corpus, margin(tone, 3, 2, 1)),
    baseOf(corpus, margin(trainOn(corpus, isTrained, 'xfincorp', seeds), 2, 1, 0)),
    baseOf(corpus, margin(trainOn(corpus, isTrained, 'cesamard', seeds), 2, 1, 0)),
  ];
  const extra = new Float32Array(corpus.examples.length * bases.length);
  bases.forEach(({ scores, mean, spread }, nth) => {
    scores.forEach((score, row) => {
      extra[row * bases.length + nth] = ((score - mean) / spread) * columnValue;
    });
  });
  return { bases, extra };
};

const trainOn = (
  corpus: Corpus,
  isTrained: IsTrained,
  name: SetName,
  seeds: readonly number[],
): Float32Array => {
  const lessons = lessonsOf(corpus, isTrained, ({ set, complaint }) =>
    set === name && complaint !== undefined ? { label: Number(complaint), weight: 1 } : null,
  );
  return trainClasses(corpus, balanced(lessons, 1), { ...baseRecipe, seeds });
};

const margin = (table: Float32Array, k: number, of: number, over: number): Float32Array =>
  Float32Array.from(
    { length: table.length / k },
    (_, at) => (table[at * k + of] ?? 0) - (table[at * k + over] ?? 0),
  );

const baseOf = (corpus: Corpus, weights: Float32Array): Base => {
  const scores = Float64Array.from(
    corpus.examples,
    (_, row) => scoresOf(corpus.matrix, row, weights, 1)[0] ?? 0,
  );
  const ours = scores.filter((_, row) => corpus.examples[row]?.set === 'xci');
  const mean = ours.reduce((sum, x) => sum + x, 0) / ours.length;
  const spread = Math.sqrt(ours.reduce((sum, x) => sum + (x - mean) ** 2, 0) / ours.length);
  return { weights, scores, mean, spread };
};

/** Trains the head and folds the columns into the one table: a sum of linear scores is a linear score. */
export const trainComplaint = (
  corpus: Corpus,
  isTrained: IsTrained,
  { bases, extra }: ComplaintBases,
  { seeds, language: head }: { readonly seeds: readonly number[]; readonly language: ComplaintLanguage },
): ComplaintHead => {
  const lessons = lessonsOf(corpus, isTrained, ({ set, complaint, kind, language }) => {
    if (complaint === undefined || !(set === 'xci' || set === 'own') || kind === 'same_problem') return null;
    return {
      label: Number(complaint),
      weight: set === 'own' ? ownWeights[head][language === 'de' ? 'de' : 'en'] : 1,
    };
  });
  const columns = bases.length;
  const table = trainClasses(corpus, balanced(lessons, 1), {
    ...recipe,
    seeds,
    beside: { extra, columns },
  });
  const all = margin(table, 2, 1, 0);
  const size = 2 ** corpus.bits;
  const weights = all.slice(0, size);
  let constant = 0;
  bases.forEach((base, nth) => {
    const by = ((all[size + nth] ?? 0) * columnValue) / base.spread;
    constant -= by * base.mean;
    for (let at = 0; at < size; at++) weights[at] = (weights[at] ?? 0) + by * (base.weights[at] ?? 0);
  });
  return { weights, constant };
};

export const complaintScore = (corpus: Corpus, { weights, constant }: ComplaintHead, row: number): number =>
  (scoresOf(corpus.matrix, row, weights, 1)[0] ?? 0) + constant;
