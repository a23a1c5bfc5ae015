import type { Term } from '../reading/term.ts';
import type { Expert } from './expert.ts';
import { waiting } from './features.ts';
import { featurise, one, scaleOf, type WordRows } from './featurise.ts';
import { categorySums, mainSums, unit } from './kept-words.ts';
import { type ModelFile, mainHeads } from './model-file.ts';

/** What each word adds in log-odds: a row a word, in it one place for each column that was asked for. */
export type Contributions = Float64Array;

const heads = mainHeads.length;

/** Column of a head; that of a category is its place behind them. */
export const columnOf = (head: (typeof mainHeads)[number]): number => mainHeads.indexOf(head);
export const columnOfCategory = (at: number): number => heads + at;

export type Explainer = (terms: readonly Term[], columns: readonly number[]) => Contributions;

/**
 * Walks a text as the scorer does and writes down which word adds what; what an n-gram adds is shared by its words. What
 * belongs to no word (the text as a whole, the signs of the rules) is left out.
 */
export const createExplainer = (model: ModelFile, expert: Expert, words: WordRows): Explainer => {
  const { mainScales, categoryScales } = model.header;
  const scales = [...mainScales[expert], ...categoryScales];
  const table = { weights: model.main[expert], shift: 32 - model.header.mainBits };
  return (terms, columns) => {
    const of = new Float64Array(terms.length * columns.length);
    const take = (): void => {
      shareWords(words, terms, columns, of);
      shareGrams(table, columns, of);
    };
    const scale = scaleOf(featurise(words, terms, take)) / unit;
    for (let nth = 0; nth < of.length; nth++)
      of[nth] = (of[nth] ?? 0) * scale * (scales[columns[nth % columns.length] ?? 0] ?? 0);
    return of;
  };
};

const shareWords = (
  words: WordRows,
  terms: readonly Term[],
  columns: readonly number[],
  of: Contributions,
): void => {
  const { count, at: places, scope: scopeOf } = waiting.words;
  for (let nth = 0; nth < count; nth++) {
    const at = places[nth] ?? 0;
    const row = words.rowOf(terms[at] as Term);
    const scope = scopeOf[nth] ?? 0;
    for (let column = 0; column < columns.length; column++)
      add(of, at * columns.length + column, wordSum(words.rows, row, columns[column] ?? 0, scope));
  }
};

interface Table {
  readonly weights: Int8Array;
  readonly shift: number;
}

const shareGrams = (table: Table, columns: readonly number[], of: Contributions): void => {
  const { count, at, words } = waiting.grams;
  for (let nth = 0; nth < count; nth++) {
    const taking = words[nth] ?? 0;
    for (const [column, head] of columns.entries()) {
      if (head >= heads) continue;
      const share = gramWeight(table, nth, head) / (taking === 0b111 ? 3 : 2);
      for (let back = 0; back < 3; back++)
        if ((taking & (1 << back)) !== 0) add(of, ((at[nth] ?? 0) - back) * columns.length + column, share);
    }
  }
};

const gramWeight = ({ weights, shift }: Table, nth: number, head: number): number => {
  const { hash, value } = waiting.grams;
  return ((weights[((hash[nth] ?? 0) >>> shift) * heads + head] ?? 0) * (value[nth] ?? 0) * unit) / one;
};

const add = (of: Contributions, place: number, adds: number): void => {
  of[place] = (of[place] ?? 0) + adds;
};

const wordSum = (rows: Int32Array, row: number, column: number, scope: number): number =>
  rows[column >= heads ? categorySums(row) + column - heads : mainSums(row, scope) + column] ?? 0;
