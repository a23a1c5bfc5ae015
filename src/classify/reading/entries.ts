import { always } from './masks.ts';
import { childOf, type PackedTrie } from './packed-trie.ts';

/** Words that the masks for gaps cover: the next one and as many as `..` skips. */
export const windowWords = 4;

/** Numbers to each entry, see below. */
export const entrySize = 5;

/**
 * Where phrases go that begin with these symbols, one entry each: the node; both masks of the words with which it goes
 * on; both masks of the words with which it goes on behind a gap. Most entries lead nowhere in most texts, and these
 * numbers say so without a look at the tree.
 */
export const entriesOf = (trie: PackedTrie<string>, symbols: readonly number[]): readonly number[] => {
  if (symbols.length === 0) return none;
  const entries: number[] = [];
  for (const symbol of symbols) {
    const node = childOf(trie, 0, symbol);
    if (node === -1) continue;
    // Where a phrase of one word ends, the next word does not matter.
    const ends = (trie.meanings[node] ?? null) === null ? 0 : always;
    entries.push(
      node,
      (trie.masks[2 * node] ?? 0) | ends,
      (trie.masks[2 * node + 1] ?? 0) | ends,
      gapMaskOf(trie, node, 0),
      gapMaskOf(trie, node, 1),
    );
  }
  return entries.length === 0 ? none : entries;
};

const none: readonly number[] = [];

const gapMaskOf = (trie: PackedTrie<string>, node: number, which: 0 | 1): number => {
  let mask = 0;
  const last = trie.gapsFrom[node + 1] ?? 0;
  for (let gap = trie.gapsFrom[node] ?? 0; gap < last; gap++) {
    const isWide = (trie.gapWords[gap] ?? 0) >= windowWords;
    mask |= isWide ? always : (trie.masks[2 * (trie.gapNodes[gap] ?? 0) + which] ?? 0);
  }
  return mask;
};
