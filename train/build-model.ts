import { type ModelFile, mainHeads } from '../src/classify/model/model-file.ts';
import { categories, languages } from '../src/domain/classification.ts';
import { fold } from './evaluation/folds.ts';
import type { Example } from './corpus/example.ts';
import { type Platt, fitPlatt } from './evaluation/calibrate.ts';
import { trainCategories } from './heads/categories.ts';
import { type ComplaintHead, complaintScore, trainBases, trainComplaint } from './heads/complaint.ts';
import type { Corpus, IsTrained } from './heads/corpus-matrix.ts';
import { languageUnit, trainLanguages } from './heads/languages.ts';
import { interleave, quantise } from './heads/pack.ts';
import { trainRelay } from './heads/relay.ts';
import { trainSentiment } from './heads/sentiment.ts';
import { bitsOf, knownWords } from './learn/known-words.ts';
import { matrixOf } from './learn/matrix.ts';

export const mainBits = 18;
export const categoryBits = 16;
export const languageBits = 14;
export const knownBits = 19;

export interface BuildOptions {
  readonly languageFolder: string;
  readonly trainedOn: string;
  readonly seeds: readonly number[];
  readonly say: (what: string) => void;
}

export interface Prepared {
  readonly corpus: Corpus;
  readonly known: ReadonlySet<number>;
}

/** Features of all texts; which words are known is counted once, from what may be trained on. */
export const prepare = (examples: readonly Example[]): Prepared => {
  const known = knownWords(examples.filter(({ isHeld }) => isHeld !== true));
  const bits = bitsOf(known, knownBits);
  const matrix = matrixOf(textsOf(examples), { bits: mainBits, isKnown: knownIn(bits), withRules: true });
  return { corpus: { examples, matrix, bits: mainBits }, known };
};

const knownIn = (set: Uint8Array) => (hash: number) => {
  const bit = hash >>> (32 - knownBits);
  return ((set[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
};

const textsOf = (examples: readonly Example[]) =>
  examples.map(({ text, language }) => ({ text, mode: language === 'de' ? ('de' as const) : ('en' as const) }));

/** Trains every head on all that may be trained on, calibrates, and packs them into one file. */
export const buildModel = ({ corpus, known }: Prepared, options: BuildOptions): ModelFile => {
  const { seeds, say } = options;
  const isTrained: IsTrained = (row) => corpus.examples[row]?.isHeld !== true;
  say('sentiment');
  const sentiment = trainSentiment(corpus, isTrained, { seeds });
  say('complaint');
  const bases = trainBases(corpus, isTrained, seeds);
  const complaint = trainComplaint(corpus, isTrained, bases, seeds);
  say('complaint: calibration');
  const platt = calibrate(corpus, isTrained, bases, seeds);
  say('relay');
  const relay = trainRelay(corpus, isTrained, seeds);
  say('categories');
  const bits = bitsOf(known, knownBits);
  const wordsOnly = {
    ...corpus,
    bits: categoryBits,
    matrix: matrixOf(textsOf(corpus.examples), {
      bits: categoryBits,
      isKnown: knownIn(bits),
      withRules: false,
      wordsOnly: true,
    }),
  };
  const categoryTables = trainCategories(wordsOnly, isTrained, [1]);
  say('languages');
  const languageTable = quantise(trainLanguages(corpus.examples, languageBits, options.languageFolder));
  const heads = [complaint.weights, column(sentiment, 0), column(sentiment, 2), relay].map(quantise);
  const categoryHeads = categoryTables.map(quantise);
  const intercepts = (mode: 'de' | 'en') => [
    platt[mode].slope * complaint.constant + platt[mode].intercept,
    0,
    0,
    0,
  ];
  return {
    header: {
      mainBits,
      categoryBits,
      languageBits,
      knownBits,
      mainScales: heads.map(({ scale }, head) => (head === 0 ? scale * platt.en.slope : scale)),
      categoryScales: categoryHeads.map(({ scale }) => scale),
      languageScales: languages.map(() => languageTable.scale * languageUnit),
      biases: { de: intercepts('de'), en: intercepts('en') },
      categoryBiases: categories.map(() => 0),
      languageBiases: languages.map(() => 0),
      trainedOn: options.trainedOn,
    },
    main: interleave(heads.slice(0, mainHeads.length)),
    categories: interleave(categoryHeads),
    languages: languageTable.steps,
    known: bits,
  };
};

/** A sentiment head against neutral. */
const column = (table: Float32Array, of: number): Float32Array =>
  Float32Array.from({ length: table.length / 3 }, (_, at) => (table[at * 3 + of] ?? 0) - (table[at * 3 + 1] ?? 0));

const folds = 5;

/** Slope and intercept from scores of rows that the head had not seen; one slope, an intercept for each language. */
const calibrate = (
  corpus: Corpus,
  isTrained: IsTrained,
  bases: ReturnType<typeof trainBases>,
  seeds: readonly number[],
): Record<'de' | 'en', Platt> => {
  const heads: readonly ComplaintHead[] = Array.from({ length: folds }, (_, nth) =>
    trainComplaint(corpus, (row) => isTrained(row) && foldOf(corpus, row) !== nth, bases, seeds.slice(0, 1)),
  );
  const rows = corpus.examples.flatMap(({ set, complaint, kind }, row) =>
    isTrained(row) && complaint !== undefined && kind !== 'same_problem' && (set === 'xci' || set === 'own') ? [row] : [],
  );
  const scoreOf = (row: number): number => complaintScore(corpus, heads[foldOf(corpus, row)] as ComplaintHead, row);
  const fitOn = (isIn: (example: Example) => boolean): Platt => {
    const some = rows.filter((row) => isIn(corpus.examples[row] as Example));
    return fitPlatt(some.map(scoreOf), some.map((row) => corpus.examples[row]?.complaint === true));
  };
  const en = fitOn(({ set }) => set === 'xci');
  const de = fitOn(({ language }) => language === 'de');
  return { en, de: { slope: en.slope, intercept: (de.intercept / de.slope) * en.slope } };
};

const foldOf = (corpus: Corpus, row: number): number => fold(corpus.examples[row]?.text ?? '', folds);
