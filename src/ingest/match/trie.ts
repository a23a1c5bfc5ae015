import { SYMBOL_IGNORED, SYMBOL_SPACE } from './alphabet.ts';
import type { Term } from './terms.ts';

export interface TrieEntry {
  readonly symbols: readonly number[];
  readonly term: Term;
}

/**
 * A trie as one dense table: `next[state * width + symbol]`, 0 when nothing goes on. States are numbered breadth
 * first, so that the few rows which ordinary words reach lie side by side; a skipped symbol leads back to the same
 * state, and so does a blank after a blank. `filter` has one bit for each first three symbols that may begin an entry
 * (their low six bits), so that nearly every word of a post is dismissed by one look.
 */
export interface Trie {
  readonly width: number;
  readonly next: Int32Array;
  /** By state an index of `terms`; 0: no entry ends here. */
  readonly accepts: Int32Array;
  readonly terms: readonly (readonly Term[])[];
  readonly filter: Int32Array;
}

export const ROOT = 1;

export const createTrie = (entries: readonly TrieEntry[], width: number): Trie => {
  const nodes = numberBreadthFirst(growTree(entries));
  const next = new Int32Array((nodes.length + 1) * width);
  const accepts = new Int32Array(nodes.length + 1);
  const terms: (readonly Term[])[] = [[]];
  const stateOf = new Map(nodes.map((node, index) => [node, index + ROOT]));
  for (const [node, state] of stateOf) {
    next[state * width + SYMBOL_IGNORED] = state;
    if (node.isAfterSpace) next[state * width + SYMBOL_SPACE] = state;
    for (const [symbol, child] of node.children) next[state * width + symbol] = stateOf.get(child) ?? 0;
    if (node.terms.length > 0) accepts[state] = terms.push(node.terms) - 1;
  }
  return { width, next, accepts, terms, filter: createFilter(entries) };
};

interface Node {
  readonly children: Map<number, Node>;
  readonly terms: Term[];
  readonly isAfterSpace: boolean;
}

const createNode = (isAfterSpace: boolean): Node => ({ children: new Map(), terms: [], isAfterSpace });

const growTree = (entries: readonly TrieEntry[]): Node => {
  const root = createNode(false);
  for (const { symbols, term } of entries) {
    let node = root;
    for (const symbol of symbols) {
      const child = node.children.get(symbol) ?? createNode(symbol === SYMBOL_SPACE);
      node.children.set(symbol, child);
      node = child;
    }
    node.terms.push(term);
  }
  return root;
};

const numberBreadthFirst = (root: Node): readonly Node[] => {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.children.values());
  return nodes;
};

const FILTER_BITS = 18;

const createFilter = (entries: readonly TrieEntry[]): Int32Array => {
  const filter = new Int32Array(2 ** (FILTER_BITS - 5));
  for (const { symbols } of entries) {
    const [first = 0, second, third] = symbols;
    for (const two of symbolsAt(second)) {
      for (const three of two === SYMBOL_IGNORED ? anySymbol : symbolsAt(third))
        set(filter, key(first, two, three));
    }
    if (second === SYMBOL_SPACE) set(filter, key(first, SYMBOL_SPACE, SYMBOL_SPACE));
  }
  return filter;
};

const anySymbol: readonly number[] = Array.from({ length: 64 }, (_, any) => any);

/** Skipped symbols may stand in between, and past the end of an entry anything. */
const symbolsAt = (symbol: number | undefined): readonly number[] =>
  symbol === undefined ? anySymbol : [symbol, SYMBOL_IGNORED];

const key = (first: number, second: number, third: number): number =>
  ((first & 63) << 12) | ((second & 63) << 6) | (third & 63);

const set = (filter: Int32Array, bit: number): void => {
  filter[bit >>> 5] = (filter[bit >>> 5] ?? 0) | (1 << (bit & 31));
};
