import { type Hashed, waiting } from '../../src/classify/model/features.ts';
import { columns, featurise, one, scaleOf } from '../../src/classify/model/featurise.ts';
import { scopes } from '../../src/classify/model/marks.ts';
import { signHashes, signValue } from '../../src/classify/model/model.ts';
import {
  type Features,
  type IsKnown,
  type Mode,
  type Token,
  tokenOf,
} from '../../src/classify/model/token.ts';
import { type Reading, read } from '../../src/classify/reading/read.ts';
import type { Term } from '../../src/classify/reading/term.ts';
import { withoutManners } from '../../src/classify/rules/courtesy.ts';
import { findDanger } from '../../src/classify/rules/danger.ts';
import { features as ruleNames, featuresOf as rulesOf } from '../../src/classify/rules/features.ts';

/** Features of many texts, one behind the other: place in the table and how much it counts. */
export interface Matrix {
  readonly count: number;
  readonly from: Int32Array;
  /** Where those of links and mentions begin, which stand last. */
  readonly addressFrom: Int32Array;
  readonly places: Int32Array;
  readonly values: Float32Array;
}

export interface MatrixOptions {
  readonly bits: number;
  readonly isKnown: IsKnown;
  readonly withRules: boolean;
  /** Of words by themselves only, as the table of categories has them. */
  readonly wordsOnly?: boolean;
}

export interface TextIn {
  readonly text: string;
  readonly mode: Mode;
}

interface Growing {
  places: Int32Array;
  values: Float32Array;
  size: number;
}

const enter = (into: Growing, place: number, value: number): void => {
  if (into.size === into.places.length) {
    const places = new Int32Array(into.size * 2);
    places.set(into.places);
    into.places = places;
    const values = new Float32Array(into.size * 2);
    values.set(into.values);
    into.values = values;
  }
  into.places[into.size] = place;
  into.values[into.size++] = value;
};

const rulesRow = new Float64Array(ruleNames.length);

/** The features of each text by the one featuriser. */
export const matrixOf = (texts: readonly TextIn[], options: MatrixOptions): Matrix => {
  const into: Growing = { places: new Int32Array(1 << 20), values: new Float32Array(1 << 20), size: 0 };
  const from = new Int32Array(texts.length + 1);
  const addressFrom = new Int32Array(texts.length);
  const write = createWriter(options, into);
  texts.forEach(({ text, mode }, at) => {
    addressFrom[at] = write(read(text), mode);
    from[at + 1] = into.size;
  });
  const { places, values, size } = into;
  return {
    count: texts.length,
    from,
    addressFrom,
    places: places.slice(0, size),
    values: values.slice(0, size),
  };
};

const createWriter = (
  { bits, isKnown, withRules, wordsOnly = false }: MatrixOptions,
  into: Growing,
): ((reading: Reading, mode: Mode) => number) => {
  const shift = 32 - bits;
  const tokens = { de: createTokens('de', isKnown), en: createTokens('en', isKnown) };
  /** Places and values of what is told of the text as a whole, and of its links and mentions. */
  const wholes: number[] = [];
  const addresses: number[] = [];
  const all = ({ hashes, values }: Features): void => {
    for (let at = 0; at < hashes.length; at++)
      enter(into, (hashes[at] ?? 0) >>> shift, (values[at] ?? 0) / one);
  };
  const takeWord = ({ base, plain, negated }: Token, scope: number): void => {
    all(base);
    if (!wordsOnly && scope !== scopes.muted) all(scope === scopes.negated ? negated : plain);
  };
  const listed = ({ count, hash, value }: Hashed, to: number[]): void => {
    for (let nth = 0; nth < count; nth++) to.push((hash[nth] ?? 0) >>> shift, (value[nth] ?? 0) / one);
  };
  const takeRest = ({ grams, addresses: told, wholes: whole }: typeof waiting): void => {
    for (let nth = 0; nth < grams.count; nth++)
      enter(into, (grams.hash[nth] ?? 0) >>> shift, (grams.value[nth] ?? 0) / one);
    listed(told, addresses);
    listed(whole, wholes);
  };
  return (reading, as) => {
    const terms = withoutManners(reading);
    const known = tokens[as];
    wholes.length = 0;
    addresses.length = 0;
    const begin = into.size;
    const counted = featurise(known.words, terms, () => {
      const { count, at, scope } = waiting.words;
      for (let nth = 0; nth < count; nth++) takeWord(known.of(terms[at[nth] ?? 0] as Term), scope[nth] ?? 0);
      if (!wordsOnly) takeRest(waiting);
    });
    const scale = scaleOf(counted);
    for (let at = begin; at < into.size; at++) into.values[at] = (into.values[at] ?? 0) * scale;
    for (let at = 0; at < wholes.length; at += 2) enter(into, wholes[at] ?? 0, wholes[at + 1] ?? 0);
    if (withRules) addRules(reading);
    const addressFrom = into.size;
    for (let at = 0; at < addresses.length; at += 2)
      enter(into, addresses[at] ?? 0, (addresses[at + 1] ?? 0) * scale);
    return addressFrom;
  };
  function addRules(reading: Reading): void {
    rulesOf(reading, findDanger(reading) !== null, rulesRow);
    rulesRow.forEach((value, nth) => {
      if (value !== 0) enter(into, (signHashes[nth] ?? 0) >>> shift, value * signValue);
    });
  }
};

const rowSize = 4;

/** Every word of every text, each in a row of its own for as long as training lasts. */
const createTokens = (mode: Mode, isKnown: IsKnown) => {
  const numbers = new Map<string, number>();
  const kept: Token[] = [];
  const numberOf = (term: Term): number => {
    const known = numbers.get(term.word);
    if (known !== undefined) return known;
    const row = kept.length * rowSize;
    if (row === words.rows.length) grow();
    const token = tokenOf(term, mode, isKnown);
    words.rows[row + columns.hash] = token.hash;
    words.rows[row + columns.classHash] = token.classHash;
    words.rows[row + columns.flags] = token.flags;
    numbers.set(term.word, kept.length);
    return kept.push(token) - 1;
  };
  const words = {
    rowOf: (term: Term): number => numberOf(term) * rowSize,
    rows: new Int32Array(1 << 18),
  };
  const grow = (): void => {
    const larger = new Int32Array(words.rows.length * 2);
    larger.set(words.rows);
    words.rows = larger;
  };
  return { words, of: (term: Term): Token => kept[numberOf(term)] as Token };
};
