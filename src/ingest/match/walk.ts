import { SYMBOL_IGNORED } from './alphabet.ts';
import { type Find, type Place, standsAlone } from './borders.ts';
import { ROOT, type Trie } from './trie.ts';

/**
 * Everything that the text holds, in no order; null for nothing. A walk begins at each place where a word begins and
 * whose first three symbols begin some phrase, so that a symbol is read once, and at most once more for each word of
 * the longest phrase. Nothing is allocated until something is found.
 */
export const walkAll = (trie: Trie, place: Place): Find[] | null => {
  const { filter, next, accepts, width } = trie;
  const { symbols, starts, startCount } = place.folded;
  let finds: Find[] | null = null;
  for (let s = 0; s < startCount; s++) {
    const start = starts[s] as number;
    let symbol = symbols[start] as number;
    const second = symbols[start + 1] as number;
    const third = symbols[start + 2] as number;
    const bit = ((symbol & 63) << 12) | ((second & 63) << 6) | (third & 63);
    if ((((filter[bit >>> 5] as number) >>> (bit & 31)) & 1) === 0) continue;
    let end = start;
    let state = ROOT;
    for (;;) {
      state = next[state * width + symbol] as number;
      if (state === 0) break;
      end++;
      if (accepts[state] !== 0 && symbol !== SYMBOL_IGNORED)
        finds = collect(finds, trie, place, { state, start, end });
      symbol = symbols[end] as number;
    }
  }
  return finds;
};

interface Arrival {
  readonly state: number;
  readonly start: number;
  readonly end: number;
}

const collect = (finds: Find[] | null, trie: Trie, place: Place, arrival: Arrival): Find[] | null => {
  const { state, start, end } = arrival;
  let found = finds;
  for (const term of trie.terms[trie.accepts[state] ?? 0] ?? []) {
    const find = { term, start, end: isHighSurrogate(place.text.charCodeAt(end - 1)) ? end + 1 : end };
    if (!standsAlone(place, find)) continue;
    found ??= [];
    found.push(find);
  }
  return found;
};

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff;
