import { scoresOf } from '../learn/linear.ts';
import type { Example } from '../corpus/example.ts';
import { balanced, type Corpus, type IsTrained, lessonsOf } from './corpus-matrix.ts';
import { trainClasses } from './train-classes.ts';

/** Strong regularisation was worth three points of recall (facts/language.md 4). */
const recipe = { epochs: 4, rate: 0.12, dropout: 0.5, smoothing: 0.1, classes: 3 } as const;

/** Sets that sound like posts in general: their classes count alike. */
const general = new Set(['semeval', 'vader', 'xci']);
const ownWeight = 1.5;
/** MobASA keeps its shares, most of it neutral: that is what people say of trains. */
const transitWeight = 1;

export interface SentimentOptions {
  readonly seeds: readonly number[];
  /** Without what the complaint head is tested on. */
  readonly sets?: ReadonlySet<string>;
}

/** Scores of negative, neutral, positive per place in the table. */
export const trainSentiment = (
  corpus: Corpus,
  isTrained: IsTrained,
  { seeds, sets }: SentimentOptions,
): Float32Array => {
  const from = (names: ReadonlySet<string>, weight: number, isGermanOnly = false) =>
    lessonsOf(corpus, isTrained, ({ set, sentiment, language }: Example) => {
      const isIn = names.has(set) && (sets?.has(set) ?? true) && (!isGermanOnly || language === 'de');
      return isIn && sentiment !== undefined ? { label: sentiment, weight } : null;
    });
  return trainClasses(
    corpus,
    [
      ...balanced(from(general, 1), 1),
      ...balanced(from(new Set(['own']), ownWeight), 0.5),
      ...from(new Set(['mobasa']), transitWeight),
      ...balanced(from(research, 1), 0.5),
    ],
    { ...recipe, seeds },
  );
};

/** In a corpus only with `--research`. */
const research = new Set(['airline', 'germeval', 'umsab-de', 'sb10k', 'potts']);

/** Scores of a row against neutral. */
export const sentimentScores = (corpus: Corpus, table: Float32Array, row: number): readonly [number, number] => {
  const [negative = 0, neutral = 0, positive = 0] = scoresOf(corpus.matrix, row, table, 3);
  return [negative - neutral, positive - neutral];
};

/** 0 negative, 1 neutral, 2 positive. */
export const sentimentSaid = ([negative, positive]: readonly [number, number]): 0 | 1 | 2 =>
  negative > Math.max(positive, 0) ? 0 : positive > 0 ? 2 : 1;

export const negativeShare = ([negative, positive]: readonly [number, number]): number =>
  Math.exp(negative) / (1 + Math.exp(negative) + Math.exp(positive));
