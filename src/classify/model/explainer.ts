import type { Term } from '../reading/term.ts';
import type { Expert } from './expert.ts';
import { type Bench, featurise, one, scaleOf } from './featurise.ts';
import { type KeptWords, unit, width } from './kept-words.ts';
import { categoryHeads, type ModelFile, mainHeads } from './model-file.ts';

/** What each word adds to each head in log-odds: a row a word, `mainHeads` and then the categories. */
export interface Contributions {
  readonly of: Float64Array;
  readonly width: number;
}

const heads = mainHeads.length;
const columns = heads + categoryHeads;

/**
 * Walks a text as the scorer does and writes down which word adds what; what an n-gram adds is shared by its words. What
 * belongs to no word (the text as a whole, the signs of the rules) is left out.
 */
export const createExplainer = (model: ModelFile, expert: Expert, words: KeptWords) => {
  const table = model.main[expert];
  const shift = 32 - model.header.mainBits;
  const scales = [...model.header.mainScales[expert], ...model.header.categoryScales];
  return (terms: readonly Term[]): Contributions => {
    const of = new Float64Array(terms.length * columns);
    let at = 0;
    let slot = 0;
    const current = { hash: 0, classHash: 0, flags: 0 };
    const add = (nth: number, column: number, value: number): void => {
      of[nth * columns + column] = (of[nth * columns + column] ?? 0) + value;
    };
    const bench: Bench = Object.assign(current, {
      take: (nth: number) => {
        at = nth;
        slot = words.slotOf(terms[nth] as Term);
        current.hash = words.hashes[slot] ?? 0;
        current.classHash = words.classHashes[slot] ?? 0;
        current.flags = words.flags[slot] ?? 0;
      },
      token: (isNegated: boolean) => {
        const base = slot * width;
        const scoped = base + (isNegated ? 2 * heads : heads);
        for (let head = 0; head < heads; head++)
          add(at, head, (words.sums[base + head] ?? 0) + (words.sums[scoped + head] ?? 0));
        for (let head = 0; head < categoryHeads; head++)
          add(at, heads + head, words.sums[base + 3 * heads + head] ?? 0);
      },
      gram: (hash: number, value: number, taking: number) => {
        const place = (hash >>> shift) * heads;
        const share = (value * unit) / one / (taking === 0b111 ? 3 : 2);
        for (let back = 0; back < 3; back++) {
          if ((taking & (1 << back)) === 0) continue;
          for (let head = 0; head < heads; head++) add(at - back, head, (table[place + head] ?? 0) * share);
        }
      },
      whole: () => undefined,
    });
    featurise(bench, terms.length);
    const scale = scaleOf(terms.length) / unit;
    for (let nth = 0; nth < of.length; nth++) of[nth] = (of[nth] ?? 0) * scale * (scales[nth % columns] ?? 0);
    return { of, width: columns };
  };
};
