import { type Expert, isAddressed, modeOf } from '../src/classify/model/expert.ts';
import { isKnownBy } from '../src/classify/model/model.ts';
import type { ModelFile } from '../src/classify/model/model-file.ts';
import { trainedFor } from '../src/classify/model/trained-for.ts';
import { read } from '../src/classify/reading/read.ts';
import { categories, languages } from '../src/domain/classification.ts';
import type { Example } from './corpus/example.ts';
import { fitPlatt, type Platt } from './evaluation/calibrate.ts';
import { fold } from './evaluation/folds.ts';
import { trainCategories } from './heads/categories.ts';
import {
  type ComplaintHead,
  type ComplaintStyle,
  complaintScore,
  isOfStyle,
  trainBases,
  trainComplaint,
} from './heads/complaint.ts';
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
  const addressed = examples.map(({ text }) => isAddressed(read(text).terms));
  return { corpus: { examples, matrix, bits: mainBits, isAddressed: addressed }, known };
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
  const german = trainSentiment(corpus, isTrained, { language: 'de', seeds });
  const transit = trainTransit(corpus, isTrained, { seeds, german });
  const sentiments = {
    en: trainSentiment(corpus, isTrained, { language: 'en', seeds }),
    de: german,
    transit: transit.access,
  };
  say('complaint');
  const bases = trainBases(corpus, isTrained, seeds);
  const complaintOf = (style: ComplaintStyle) => ({
    head: trainComplaint(corpus, isTrained, bases, { seeds, style }),
    platt: calibrate(corpus, isTrained, bases, style),
  });
  const complaints = { en: complaintOf('addressed'), de: complaintOf('german') };
  const others = {
    en: partOf(complaintOf('unaddressed')),
    de: partOf(complaints.de),
    transit: { weights: column(transit.rail, 0), slope: 1, bias: -neutralLead },
  };
  say('relay');
  const relay = trainRelay(corpus, isTrained, seeds);
  return byExpert((expert) => {
    const tone = sentiments[expert];
    const complaint = partOf(complaints[modeOf(expert)]);
    const other = others[expert];
    const heads = [complaint.weights, column(tone, 0), column(tone, 2), relay, other.weights].map(quantise);
    const slopes = [complaint.slope, 1, 1, 1, other.slope];
    return {
      table: interleave(heads),
      scales: heads.map(({ scale }, nth) => scale * (slopes[nth] ?? 1)),
      biases: [complaint.bias, 0, 0, 0, other.bias],
    };
  });
};

const partOf = ({ head, platt }: { readonly head: ComplaintHead; readonly platt: Platt }) => ({
  weights: head.weights,
  slope: platt.slope,
  bias: platt.slope * head.constant + platt.intercept,
});

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

/** Slope and intercept from scores of rows that the head had not seen: X-CI for posts with a handle, our own for others. */
const calibrate = (
  corpus: Corpus,
  isTrained: IsTrained,
  bases: ReturnType<typeof trainBases>,
  style: ComplaintStyle,
): Platt => {
  const heads: readonly ComplaintHead[] = Array.from({ length: folds }, (_, nth) =>
    trainComplaint(corpus, (row) => isTrained(row) && foldOf(corpus, row) !== nth, bases, {
      seeds: [1],
      style,
    }),
  );
  const rows = corpus.examples.flatMap((example, row) => {
    const isTold = example.kind !== 'same_problem' && example.twinOf === undefined;
    return isTrained(row) && isOfStyle(corpus, row, style) && isTold ? [row] : [];
  });
  const scores = rows.map((row) => complaintScore(corpus, heads[foldOf(corpus, row)] as ComplaintHead, row));
  return fitPlatt(
    scores,
    rows.map((row) => corpus.examples[row]?.complaint === true),
  );
};

const foldOf = (corpus: Corpus, row: number): number => {
  const { text = '', twinOf = text } = corpus.examples[row] ?? {};
  return fold(twinOf, folds);
};
