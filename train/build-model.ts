import { type Expert, modeOf } from '../src/classify/model/expert.ts';
import { isKnownBy } from '../src/classify/model/model.ts';
import type { ModelFile } from '../src/classify/model/model-file.ts';
import { trainedFor } from '../src/classify/model/trained-for.ts';
import { categories, languages } from '../src/domain/classification.ts';
import type { Example } from './corpus/example.ts';
import { fitPlatt, type Platt } from './evaluation/calibrate.ts';
import { fold } from './evaluation/folds.ts';
import { trainCategories } from './heads/categories.ts';
import { type ComplaintHead, complaintScore, trainBases, trainComplaint } from './heads/complaint.ts';
import type { Corpus, IsTrained } from './heads/corpus-matrix.ts';
import { languageUnit, trainLanguages } from './heads/languages.ts';
import { interleave, quantise } from './heads/pack.ts';
import { trainRelay } from './heads/relay.ts';
import { neutralLead, trainSentiment, trainTransit } from './heads/sentiment.ts';
import { bitsOf, knownWords } from './learn/known-words.ts';
import { matrixOf } from './learn/matrix.ts';

const mainBits = 18;
const categoryBits = 16;
const languageBits = 14;
const knownBits = 19;

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
  const matrix = matrixOf(textsOf(examples), {
    bits: mainBits,
    isKnown: isKnownBy(bits, knownBits),
    withRules: true,
  });
  return { corpus: { examples, matrix, bits: mainBits }, known };
};

const textsOf = (examples: readonly Example[]) =>
  examples.map(({ text, language }) => ({
    text,
    mode: language === 'de' ? ('de' as const) : ('en' as const),
  }));

/** Trains every head on all that may be trained on, calibrates, and packs them into one file. */
export const buildModel = ({ corpus, known }: Prepared, options: BuildOptions): ModelFile => {
  const { say } = options;
  const isTrained: IsTrained = (row) => corpus.examples[row]?.isHeld !== true;
  const bits = bitsOf(known, knownBits);
  const main = mainTables(corpus, isTrained, options);
  say('categories');
  const categoryHeads = categoryTables(corpus, isTrained, bits).map(quantise);
  say('languages');
  const languageTable = quantise(trainLanguages(corpus.examples, languageBits, options.languageFolder));
  return {
    header: {
      mainBits,
      categoryBits,
      languageBits,
      knownBits,
      mainScales: byExpert((expert) => main[expert].scales),
      categoryScales: categoryHeads.map(({ scale }) => scale),
      languageScales: languages.map(() => languageTable.scale * languageUnit),
      biases: byExpert((expert) => main[expert].biases),
      categoryBiases: categories.map(() => 0),
      languageBiases: languages.map(() => 0),
      trainedOn: options.trainedOn,
      trainedFor,
    },
    main: byExpert((expert) => main[expert].table),
    categories: interleave(categoryHeads),
    languages: languageTable.steps,
    known: bits,
  };
};

const byExpert = <T>(make: (expert: Expert) => T): Record<Expert, T> => ({
  en: make('en'),
  de: make('de'),
  transit: make('transit'),
});

/** Complaint, sentiment and relay of each expert, calibration folded into scales and biases. */
const mainTables = (corpus: Corpus, isTrained: IsTrained, { seeds, say }: BuildOptions) => {
  say('sentiment');
  const sentiments = {
    en: trainSentiment(corpus, isTrained, { language: 'en', seeds }),
    de: trainSentiment(corpus, isTrained, { language: 'de', seeds }),
    transit: trainTransit(corpus, isTrained, seeds),
  };
  const lead = neutralLead(corpus, isTrained);
  say(`complaint (lead of neutral in transit: ${lead})`);
  const bases = trainBases(corpus, isTrained, seeds);
  const complaintOf = (language: 'de' | 'en') => ({
    head: trainComplaint(corpus, isTrained, bases, { seeds, language }),
    platt: calibrate(corpus, isTrained, bases, language),
  });
  const complaints = { en: complaintOf('en'), de: complaintOf('de') };
  say('relay');
  const relay = trainRelay(corpus, isTrained, seeds);
  return byExpert((expert) => {
    const tone = sentiments[expert];
    const { head, platt } = complaints[modeOf(expert)];
    const toneBiases = expert === 'transit' ? [-lead, -lead] : [0, 0];
    const heads = [head.weights, column(tone, 0), column(tone, 2), relay].map(quantise);
    return {
      table: interleave(heads),
      scales: heads.map(({ scale }, nth) => (nth === 0 ? scale * platt.slope : scale)),
      biases: [platt.slope * head.constant + platt.intercept, ...toneBiases, 0],
    };
  });
};

const categoryTables = (corpus: Corpus, isTrained: IsTrained, known: Uint8Array): readonly Float32Array[] => {
  const matrix = matrixOf(textsOf(corpus.examples), {
    bits: categoryBits,
    isKnown: isKnownBy(known, knownBits),
    withRules: false,
    wordsOnly: true,
  });
  return trainCategories({ ...corpus, bits: categoryBits, matrix }, isTrained, [1]);
};

/** A sentiment head against neutral. */
const column = (table: Float32Array, of: number): Float32Array =>
  Float32Array.from(
    { length: table.length / 3 },
    (_, at) => (table[at * 3 + of] ?? 0) - (table[at * 3 + 1] ?? 0),
  );

const folds = 5;

/** Slope and intercept from scores of rows that the head had not seen: X-CI for English, our own for German. */
const calibrate = (
  corpus: Corpus,
  isTrained: IsTrained,
  bases: ReturnType<typeof trainBases>,
  language: 'de' | 'en',
): Platt => {
  const heads: readonly ComplaintHead[] = Array.from({ length: folds }, (_, nth) =>
    trainComplaint(corpus, (row) => isTrained(row) && foldOf(corpus, row) !== nth, bases, {
      seeds: [1],
      language,
    }),
  );
  const rows = corpus.examples.flatMap((example, row) => {
    const isOf =
      language === 'en' ? example.set === 'xci' : example.set === 'own' && example.language === 'de';
    return isTrained(row) && isOf && example.kind !== 'same_problem' ? [row] : [];
  });
  const scores = rows.map((row) => complaintScore(corpus, heads[foldOf(corpus, row)] as ComplaintHead, row));
  return fitPlatt(
    scores,
    rows.map((row) => corpus.examples[row]?.complaint === true),
  );
};

const foldOf = (corpus: Corpus, row: number): number => fold(corpus.examples[row]?.text ?? '', folds);
