import type { Example } from '../corpus/example.ts';
import { scoresOf } from '../learn/linear.ts';
import { balanced, type Corpus, type IsTrained, lessonsOf } from './corpus-matrix.ts';
import { trainClasses } from './train-classes.ts';

/** Strong regularisation was worth three points of recall (facts/language.md 4). */
const recipe = { epochs: 4, rate: 0.12, dropout: 0.5, smoothing: 0.1, classes: 3 } as const;

/** Sets that sound like posts in general: their classes count alike. */
const general = new Set(['semeval', 'vader', 'xci']);
const own = new Set(['own']);
const ownWeights = { en: 0.5, de: 1.5 } as const;

const transitRecipe = { epochs: 10, rate: 0.1, dropout: 0.3, smoothing: 0.05, classes: 3 } as const;
const columnValue = 0.7;

export interface SentimentOptions {
  readonly language: 'de' | 'en';
  readonly seeds: readonly number[];
  /** Without what the complaint head is tested on. */
  readonly sets?: ReadonlySet<string>;
}

/** Scores of negative, neutral, positive per place in the table. */
export const trainSentiment = (
  corpus: Corpus,
  isTrained: IsTrained,
  { seeds, sets, language }: SentimentOptions,
): Float32Array => {
  const from = (names: ReadonlySet<string>, weight: number, only?: 'de' | 'en') =>
    lessonsOf(corpus, isTrained, (example: Example) => {
      const isIn = names.has(example.set) && (sets?.has(example.set) ?? true);
      const isSpoken = only === undefined || example.language === only;
      return isIn && isSpoken && example.sentiment !== undefined
        ? { label: example.sentiment, weight }
        : null;
    });
  return trainClasses(
    corpus,
    [
      ...balanced(from(general, 1), 1),
      ...balanced(from(own, ownWeights[language], language), 0.5),
      ...balanced(from(research, 1, language), 0.5),
    ],
    { ...recipe, seeds },
  );
};

/**
 * The expert for transit: MobASA with its own shares of classes, most of it neutral, beside what the German table says.
 */
export const trainTransit = (
  corpus: Corpus,
  isTrained: IsTrained,
  { german, seeds }: { readonly german: Float32Array; readonly seeds: readonly number[] },
): Float32Array => {
  const lessons = lessonsOf(corpus, isTrained, ({ set, sentiment, language }) => {
    if (sentiment === undefined || language !== 'de') return null;
    if (set === 'mobasa' || set === 'germeval') return { label: sentiment, weight: 1 };
    return set === 'own' ? { label: sentiment, weight: 0.3 } : null;
  });
  const columns = 2;
  const extra = new Float32Array(corpus.examples.length * columns);
  for (const { row } of lessons)
    sentimentScores(corpus, german, row).forEach((score, nth) => {
      extra[row * columns + nth] = score * columnValue;
    });
  const table = trainClasses(corpus, lessons, { ...transitRecipe, seeds, beside: { extra, columns } });
  return foldColumns(table, german, 2 ** corpus.bits);
};

/** A sum of linear scores is a linear score: the columns go into the table. */
const foldColumns = (table: Float32Array, german: Float32Array, size: number): Float32Array => {
  const folded = table.slice(0, size * 3);
  for (let nth = 0; nth < 2; nth++) {
    for (let c = 0; c < 3; c++) {
      const by = columnValue * (table[(size + nth) * 3 + c] ?? 0);
      for (let at = 0; at < size; at++)
        folded[at * 3 + c] =
          (folded[at * 3 + c] ?? 0) + by * ((german[at * 3 + 2 * nth] ?? 0) - (german[at * 3 + 1] ?? 0));
    }
  }
  return folded;
};

/** In a corpus only with `--research`. */
const research = new Set(['airline', 'umsab-de', 'sb10k', 'potts']);

/** Scores of a row against neutral. */
export const sentimentScores = (
  corpus: Corpus,
  table: Float32Array,
  row: number,
): readonly [number, number] => {
  const [negative = 0, neutral = 0, positive = 0] = scoresOf(corpus.matrix, row, table, 3);
  return [negative - neutral, positive - neutral];
};

/** 0 negative, 1 neutral, 2 positive. */
export const sentimentSaid = ([negative, positive]: readonly [number, number]): 0 | 1 | 2 =>
  negative > Math.max(positive, 0) ? 0 : positive > 0 ? 2 : 1;

export const negativeShare = ([negative, positive]: readonly [number, number]): number =>
  Math.exp(negative) / (1 + Math.exp(negative) + Math.exp(positive));
