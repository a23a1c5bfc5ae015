import type { Meaning, Trie } from './trie.ts';

/** The tree of phrases in flat arrays, its nodes numbered by their distance from the root. */
export interface PackedTrie<Cue extends string> {
  /** By node: what the phrases mean that end there; null for most. */
  readonly meanings: readonly (readonly Meaning<Cue>[] | null)[];
  /** By node: 1 where it goes on with some word. */
  readonly goesOn: Uint8Array;
  /** By node: where its gaps begin in the next two arrays; they end where those of the next node begin. */
  readonly gapsFrom: Int32Array;
  readonly gapNodes: Int32Array;
  /** How many words of any kind may stand in the gap. */
  readonly gapWords: Int32Array;
  /** The edges, hashed: node and symbol in one number, -1 where there is none, and the nodes that they lead to. */
  readonly edges: Int32Array;
  readonly children: Int32Array;
  /** With which phrases begin, and with which they go on. */
  readonly beginning: ReadonlySet<number>;
  readonly following: ReadonlySet<number>;
}

export const packTrie = <Cue extends string>(root: Trie<Cue>): PackedTrie<Cue> => {
  const nodes = nodesOf(root);
  const numberOf = new Map(nodes.map((node, number) => [node, number]));
  return {
    meanings: nodes.map(({ meanings }) => (meanings.length === 0 ? null : meanings)),
    goesOn: Uint8Array.from(nodes, ({ next }) => (next.size > 0 ? 1 : 0)),
    ...packGaps(nodes, numberOf),
    beginning: new Set(root.next.keys()),
    following: symbolsBelow(nodes),
    ...packEdges(nodes, numberOf),
  };
};

/** All nodes, those near the root first. */
const nodesOf = <Cue extends string>(root: Trie<Cue>): readonly Trie<Cue>[] => {
  const nodes = [root];
  for (const { next, gaps } of nodes) {
    for (const node of next.values()) nodes.push(node);
    for (const { node } of gaps) nodes.push(node);
  }
  return nodes;
};

const symbolsBelow = (nodes: readonly Trie<string>[]): ReadonlySet<number> => {
  const symbols = new Set<number>();
  for (const { next } of nodes.slice(1)) for (const symbol of next.keys()) symbols.add(symbol);
  return symbols;
};

type Numbers = ReadonlyMap<Trie<string>, number>;

const packGaps = (
  nodes: readonly Trie<string>[],
  numberOf: Numbers,
): Pick<PackedTrie<never>, 'gapsFrom' | 'gapNodes' | 'gapWords'> => {
  const gaps = nodes.flatMap((node) => node.gaps);
  const gapsFrom = new Int32Array(nodes.length + 1);
  for (const [at, node] of nodes.entries()) gapsFrom[at + 1] = (gapsFrom[at] ?? 0) + node.gaps.length;
  return {
    gapsFrom,
    gapNodes: Int32Array.from(gaps, ({ node }) => numberOf.get(node) ?? 0),
    gapWords: Int32Array.from(gaps, ({ max }) => max),
  };
};

const packEdges = (
  nodes: readonly Trie<string>[],
  numberOf: Numbers,
): Pick<PackedTrie<never>, 'edges' | 'children'> => {
  // Each node but the root has one way to it. At most half full, so that a probe seldom needs a second look.
  const size = 2 ** Math.ceil(Math.log2(nodes.length * 2));
  const edges = new Int32Array(size).fill(-1);
  const children = new Int32Array(size);
  for (let number = 0; number < nodes.length; number++)
    for (const [symbol, child] of nodes[number]?.next ?? none) {
      if (number > mostNodes || symbol > mostSymbols)
        throw new Error('the lexicon has outgrown its packed tree');
      const edge = edgeOf(number, symbol);
      let slot = slotOf(edge, size);
      while (edges[slot] !== -1) slot = (slot + 1) & (size - 1);
      edges[slot] = edge;
      children[slot] = numberOf.get(child) ?? 0;
    }
  return { edges, children };
};

const none: ReadonlyMap<number, Trie<string>> = new Map();
const mostNodes = 0x7fff;
const mostSymbols = 0xffff;

/** Node and symbol in one positive number of 31 bits. */
const edgeOf = (node: number, symbol: number): number => (node << 16) | symbol;

// Looked up once: where globals are costly, as in test runners, a look for each edge takes most of the time.
const { clz32, imul } = Math;

/** Fibonacci hashing: the upper bits of the product with 2 ** 32 / 1.618; `size` is a power of two. */
const slotOf = (edge: number, size: number): number => imul(edge, 0x9e3779b1) >>> clz32(size - 1);

/** The node that the symbol leads to; -1: none. */
export const childOf = (
  trie: Pick<PackedTrie<never>, 'edges' | 'children'>,
  node: number,
  symbol: number,
): number => {
  const { edges } = trie;
  const edge = edgeOf(node, symbol);
  let slot = slotOf(edge, edges.length);
  for (;;) {
    const found = edges[slot] ?? -1;
    if (found === edge) return trie.children[slot] ?? -1;
    if (found === -1) return -1;
    slot = (slot + 1) & (edges.length - 1);
  }
};
