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
  const number = (node: Trie<Cue>): number => numberOf.get(node) ?? 0;
  const gaps = nodes.map((node) => node.gaps);
  return {
    meanings: nodes.map(({ meanings }) => (meanings.length === 0 ? null : meanings)),
    goesOn: Uint8Array.from(nodes, ({ next }) => (next.size > 0 ? 1 : 0)),
    gapsFrom: sumsOf(gaps.map(({ length }) => length)),
    gapNodes: Int32Array.from(gaps.flat(), ({ node }) => number(node)),
    gapWords: Int32Array.from(gaps.flat(), ({ max }) => max),
    beginning: new Set(root.next.keys()),
    following: new Set(nodes.slice(1).flatMap(({ next }) => [...next.keys()])),
    ...packEdges(
      nodes.flatMap((node, from) => [...node.next].map(([symbol, child]) => [from, symbol, number(child)])),
    ),
  };
};

/** All nodes, those near the root first. */
const nodesOf = <Cue extends string>(root: Trie<Cue>): readonly Trie<Cue>[] => {
  const nodes = [root];
  for (const node of nodes) nodes.push(...node.next.values(), ...node.gaps.map((gap) => gap.node));
  return nodes;
};

/** 0 and the sum up to each. */
const sumsOf = (lengths: readonly number[]): Int32Array => {
  const sums = new Int32Array(lengths.length + 1);
  let sum = 0;
  lengths.forEach((length, at) => {
    sum += length;
    sums[at + 1] = sum;
  });
  return sums;
};

const packEdges = (list: readonly (readonly number[])[]): Pick<PackedTrie<never>, 'edges' | 'children'> => {
  // At most half full, so that a probe seldom needs a second look.
  const size = 2 ** Math.ceil(Math.log2(list.length * 2 + 1));
  const edges = new Int32Array(size).fill(-1);
  const children = new Int32Array(size);
  for (const [node = 0, symbol = 0, child = 0] of list) {
    if (node > mostNodes || symbol > mostSymbols) throw new Error('the lexicon has outgrown its packed tree');
    const edge = edgeOf(node, symbol);
    let slot = slotOf(edge, size);
    while (edges[slot] !== -1) slot = (slot + 1) & (size - 1);
    edges[slot] = edge;
    children[slot] = child;
  }
  return { edges, children };
};

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
