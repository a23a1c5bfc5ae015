import { addressHashes } from '../../src/classify/model/token.ts';
import type { Example, SetName } from '../corpus/example.ts';
import { fold } from '../evaluation/folds.ts';
import { scoresOf } from '../learn/linear.ts';
import { macroF1 } from '../learn/measures.ts';
import { balanced, type Corpus, type IsTrained, lessonsOf } from './corpus-matrix.ts';
import { trainClasses } from './train-classes.ts';

/** Strong regularisation was worth three points of recall (facts/language.md 4). */
const recipe = {
  epochs: 4,
  rate: 0.12,
  dropout: 0.5,
  smoothing: 0.1,
  classes: 3,
  isDeafToAddress: true,
} as const;

/** Sets that sound like posts in general: their classes count alike. */
const general = new Set(['semeval', 'vader', 'xci']);
const own = new Set(['own']);
const behaviour = new Set(['behaviour']);
/** Thousands of sentences of a few frames: at full weight they would drown the posts. */
const behaviourWeights = { en: 0.5, de: 0.7 };
const ownWeights = { en: 1, de: 1.5 } as const;

/** What German posts about anything learn from those about trains: enough for those that name no train. */
const transit = new Set(['mobasa']);
const transitWeight = 0.6;

const aloneShare = 0.5;
const transitRecipe = {
  epochs: 10,
  rate: 0.1,
  dropout: 0.3,
  smoothing: 0.03,
  classes: 3,
  isDeafToAddress: true,
} as const;

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
  return deafToAddress(
    corpus,
    trainClasses(
      corpus,
      [
        ...balanced(from(general, 1), 1),
        ...balanced(from(own, ownWeights[language], language), 0.5),
        ...balanced(from(research, 1, language), 0.5),
        ...from(behaviour, behaviourWeights[language], language),
        ...(language === 'de' ? from(transit, transitWeight) : []),
      ],
      { ...recipe, seeds },
    ),
  );
};

const deafToAddress = ({ bits }: Corpus, table: Float32Array): Float32Array => {
  for (const hash of addressHashes)
    table.fill(0, (hash >>> (32 - bits)) * 3, ((hash >>> (32 - bits)) + 1) * 3);
  return table;
};

/**
 * The expert for transit is the mean of two: one learns from MobASA alone, with its own shares of classes, and knows its
 * kind of post best (AUC +3); one learns from it beside all other posts, and knows other rail posts best (AUC +7).
 */
export const trainTransit = (
  corpus: Corpus,
  isTrained: IsTrained,
  seeds: readonly number[],
): Float32Array => {
  const pick = (weights: Readonly<Partial<Record<SetName, number>>>, isGerman: boolean) =>
    lessonsOf(corpus, isTrained, ({ set, sentiment, language }) => {
      const weight = weights[set];
      if (sentiment === undefined || weight === undefined || (isGerman && language !== 'de')) return null;
      return { label: sentiment, weight };
    });
  const alone = pick({ mobasa: 1, germeval: 1, own: 0.2, behaviour: 0.15 }, true);
  const beside = [
    ...balanced(pick({ semeval: 1, vader: 1, xci: 1 }, false), 1),
    ...pick({ mobasa: 2, germeval: 2 }, true),
    ...balanced(pick({ own: 1.5 }, true), 0.5),
    ...pick({ behaviour: 0.7 }, true),
  ];
  const one = trainClasses(corpus, alone, { ...transitRecipe, seeds });
  const other = trainClasses(corpus, beside, { ...recipe, seeds: seeds.slice(0, 1) });
  return deafToAddress(
    corpus,
    one.map((weight, at) => aloneShare * weight + (1 - aloneShare) * (other[at] ?? 0)),
  );
};

/**
 * By how much neutral is preferred in transit: what finds all three classes best in MobASA's random part, which the table
 * had not seen (most right would be who says neutral to nearly all). The rest of the set was chosen for its trouble.
 */
export const neutralLead = (corpus: Corpus, isTrained: IsTrained): number => {
  const folds = 5;
  const foldOf = (row: number): number => fold(corpus.examples[row]?.text ?? '', folds);
  const rows = corpus.examples.flatMap(({ set, isLikeTest }, row) =>
    set === 'mobasa' && isLikeTest === true && isTrained(row) ? [row] : [],
  );
  const tables = Array.from({ length: folds }, (_, nth) =>
    trainTransit(corpus, (row) => isTrained(row) && foldOf(row) !== nth, [1]),
  );
  const scored = rows.map((row) => sentimentScores(corpus, tables[foldOf(row)] as Float32Array, row));
  const truth = rows.map((row) => corpus.examples[row]?.sentiment ?? 1);
  const worthOf = leads.map((lead) =>
    macroF1(
      truth,
      scored.map(([negative, positive]) => sentimentSaid([negative - lead, positive - lead])),
      3,
    ),
  );
  return leads[worthOf.indexOf(Math.max(...worthOf))] ?? 0;
};

const leads = Array.from({ length: 16 }, (_, at) => at / 10);

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
