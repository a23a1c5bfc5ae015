import { type Language, languages } from '../../domain/classification.ts';
import type { Term } from '../reading/term.ts';
import { createTermSlots } from '../reading/term-slots.ts';
import { features as signNames } from '../rules/features.ts';
import { createExpertOf, type Expert, isAboutAccess, isAddressed } from './expert.ts';
import { type Contributions, createExplainer, type Explainer } from './explainer.ts';
import { hashOf, mix } from './hash.ts';
import { createKeptWords } from './kept-words.ts';
import { enoughWords, languageFeatures } from './language-letters.ts';
import { categoryHeads, languageHeads, type ModelFile, mainHeads } from './model-file.ts';
import { createScorer } from './scorer.ts';
import type { IsKnown } from './token.ts';

/** What the model says of a text, written anew with each text. Probabilities in [0, 1]. */
export interface Prediction {
  /** A complaint from 0.5. */
  readonly complaint: number;
  /** Sums to 1; the largest is what is said. */
  readonly sentiment: { readonly negative: number; readonly neutral: number; readonly positive: number };
  readonly relay: number;
  /** Whose table was asked. */
  readonly expert: Expert;
  /** In the order of `categories`. */
  readonly categories: Float64Array;
}

export interface Model {
  /** Probability of each language in the order of `languages`; sums to 1. Written anew with each text. */
  readonly languagesOf: (terms: readonly Term[]) => Float64Array;
  /** `signs`: what `featuresOf` of the rules wrote for the same text. */
  readonly predict: (terms: readonly Term[], signs: Float64Array, language: Language) => Prediction;
  /** What each word added to the heads of these columns. Slower, and made anew. */
  readonly explain: (terms: readonly Term[], language: Language, columns: readonly number[]) => Contributions;
}

/** Hash of a sign of the rules: they have their rows in the same table. */
export const signHashes: readonly number[] = signNames.map((name) => hashOf(name, 31));
/** How much a sign counts beside the words. */
export const signValue = 0.7;

/** Whether a word is known: two bits for each hash, so that one in a thousand that is not seems to be. */
export const isKnownBy = (known: Uint8Array, bits: number): ((hash: number) => boolean) => {
  const isSet = (bit: number): boolean => ((known[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  return (hash) => knownBitsOf(hash, bits).every(isSet);
};

export const knownBitsOf = (hash: number, bits: number): readonly [number, number] => [
  hash >>> (32 - bits),
  mix(hash, 0x51ed270b) >>> (32 - bits),
];

export const createModel = (file: ModelFile): Model => {
  const isKnown = isKnownBy(file.known, file.header.knownBits);
  const expertOf = createExpertOf();
  const askers: Record<Expert, Asker> = {
    en: createAsker(file, 'en', isKnown),
    de: createAsker(file, 'de', isKnown),
    transit: createAsker(file, 'transit', isKnown),
  };
  return {
    languagesOf: createLanguages(file),
    predict: (terms, signs, language) => askers[expertOf(terms, language)].predict(terms, signs),
    explain: (terms, language, columns) => askers[expertOf(terms, language)].explain(terms, columns),
  };
};

interface Asker {
  readonly predict: (terms: readonly Term[], signs: Float64Array) => Prediction;
  readonly explain: Explainer;
}

const createAsker = (file: ModelFile, expert: Expert, isKnown: IsKnown): Asker => {
  const words = createKeptWords(file, expert, isKnown);
  const explain = createExplainer(file, expert, words);
  const score = createScorer(file, expert, words);
  const { header } = file;
  const scales = header.mainScales[expert];
  const biases = header.biases[expert];
  const said = {
    expert,
    complaint: 0,
    sentiment: { negative: 0, neutral: 0, positive: 0 },
    relay: 0,
    categories: new Float64Array(categoryHeads),
  };
  return {
    predict: (terms, signs) => {
      const { main, categories } = score(terms);
      addSigns(file, expert, signs, main);
      calibrate(main, scales, biases);
      calibrate(categories, header.categoryScales, header.categoryBiases);
      said.complaint = logistic(main[complaintHead(expert, terms)] ?? 0);
      writeSentiment(main[negativeHead(expert, terms)] ?? 0, main[2] ?? 0, said.sentiment);
      said.relay = logistic(main[3] ?? 0);
      for (let at = 0; at < categoryHeads; at++) said.categories[at] = logistic(categories[at] ?? 0);
      return said;
    },
    explain: (terms, columns) =>
      explain(
        terms,
        columns.map((column) => headOf(expert, terms, column)),
      ),
  };
};

/** English complaints that address nobody have a head of their own. */
const complaintHead = (expert: Expert, terms: readonly Term[]): number =>
  expert === 'en' && !isAddressed(terms) ? 4 : 0;

/** Posts about trains that are not about access to them have a head of their own. */
const negativeHead = (expert: Expert, terms: readonly Term[]): number =>
  expert === 'transit' && !isAboutAccess(terms) ? 4 : 1;

const headOf = (expert: Expert, terms: readonly Term[], column: number): number => {
  if (column === 0) return complaintHead(expert, terms);
  return column === 1 ? negativeHead(expert, terms) : column;
};

const calibrate = (sums: Float64Array, scales: readonly number[], biases: readonly number[]): void => {
  for (let head = 0; head < sums.length; head++)
    sums[head] = (sums[head] ?? 0) * (scales[head] ?? 0) + (biases[head] ?? 0);
};

const heads = mainHeads.length;

const addSigns = (
  { main, header }: ModelFile,
  expert: Expert,
  signs: Float64Array,
  into: Float64Array,
): void => {
  const table = main[expert];
  const shift = 32 - header.mainBits;
  for (let nth = 0; nth < signs.length; nth++) {
    const value = (signs[nth] ?? 0) * signValue;
    if (value === 0) continue;
    const place = ((signHashes[nth] ?? 0) >>> shift) * heads;
    for (let head = 0; head < heads; head++)
      into[head] = (into[head] ?? 0) + (table[place + head] ?? 0) * value;
  }
};

/** Neutral is what the other two are measured against. */
const writeSentiment = (
  negativeScore: number,
  positiveScore: number,
  into: { negative: number; neutral: number; positive: number },
): void => {
  const top = Math.max(negativeScore, positiveScore, 0);
  const negative = Math.exp(negativeScore - top);
  const positive = Math.exp(positiveScore - top);
  const neutral = Math.exp(-top);
  const sum = negative + neutral + positive;
  into.negative = negative / sum;
  into.neutral = neutral / sum;
  into.positive = positive / sum;
};

const logistic = (x: number): number => 1 / (1 + Math.exp(-x));

const languageSlotBits = 15;

const createLanguages = ({ languages: table, header }: ModelFile): Model['languagesOf'] => {
  const shift = 32 - header.languageBits;
  // A word has at most some eighty features of one byte.
  const kept = new Int16Array((1 << languageSlotBits) * languageHeads);
  const slotOf = createTermSlots(languageSlotBits, (slot, term) => {
    kept.fill(0, slot * languageHeads, (slot + 1) * languageHeads);
    for (const hash of languageFeatures(term)) {
      const place = (hash >>> shift) * languageHeads;
      for (let head = 0; head < languageHeads; head++)
        kept[slot * languageHeads + head] =
          (kept[slot * languageHeads + head] ?? 0) + (table[place + head] ?? 0);
    }
  });
  const sums = new Float64Array(languageHeads);
  const added = new Int32Array(languageHeads);
  return (terms) => {
    added.fill(0);
    const length = Math.min(terms.length, enoughWords);
    let words = 0;
    for (let at = 0; at < length; at++) {
      const term = terms[at] as Term;
      if (term.kind !== 'word' && term.kind !== 'hashtag') continue;
      words++;
      const from = slotOf(term) * languageHeads;
      for (let head = 0; head < languageHeads; head++)
        added[head] = (added[head] ?? 0) + (kept[from + head] ?? 0);
    }
    const scale = languageScale(words);
    for (let head = 0; head < languageHeads; head++)
      sums[head] =
        (added[head] ?? 0) * scale * (header.languageScales[head] ?? 0) + (header.languageBiases[head] ?? 0);
    return softmax(sums);
  };
};

/** By how much the features of words count in a text of so many, for its language. */
export const languageScale = (words: number): number => 1 / Math.sqrt(words + 1);

/** Makes shares of scores, in their place. */
const softmax = (scores: Float64Array): Float64Array => {
  let top = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < scores.length; at++) top = Math.max(top, scores[at] ?? 0);
  let sum = 0;
  for (let at = 0; at < scores.length; at++) {
    const share = Math.exp((scores[at] ?? 0) - top);
    scores[at] = share;
    sum += share;
  }
  for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] ?? 0) / sum;
  return scores;
};

export const languageAt = (probabilities: Float64Array): Language => {
  let best = 0;
  for (let at = 1; at < probabilities.length; at++)
    if ((probabilities[at] ?? 0) > (probabilities[best] ?? 0)) best = at;
  return languages[best] ?? 'other';
};
