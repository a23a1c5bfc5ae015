import { entrySize, windowWords } from './entries.ts';
import { always, bitOf } from './masks.ts';
import { childOf, type PackedTrie } from './packed-trie.ts';
import type { Term } from './term.ts';
import { traits } from './traits.ts';
import type { Meaning } from './trie.ts';

export type Report<Cue extends string> = (meaning: Meaning<Cue>, from: number, to: number) => void;

interface Search<Cue extends string> {
  readonly trie: PackedTrie<Cue>;
  readonly terms: readonly Term[];
  readonly report: Report<Cue>;
}

/**
 * Reports every phrase in the words, by start. Gaps end with the sentence; since a phrase has a handful of steps and at
 * most two gaps, the work for each word is bounded and the whole linear.
 */
export const findPhrases = <Cue extends string>(search: Search<Cue>): void => {
  const { terms } = search;
  for (let from = 0; from < terms.length; from++) {
    const entries = terms[from]?.entries ?? none;
    if (entries.length > 0) enter(search, entries, from);
  }
};

/** Follows those phrases that begin with a word and may go on with what stands behind it. */
const enter = <Cue extends string>(search: Search<Cue>, entries: readonly number[], from: number): void => {
  const next = search.terms[from + 1];
  const mask = (next?.mask ?? 0) | always;
  const other = (next?.otherMask ?? 0) | always;
  near.isKnown = false;
  for (let at = 0; at < entries.length; at += entrySize) {
    if (goesOn(entries, at, mask, other)) walkOn(search, entries[at] ?? 0, from, from + 1);
    if (entries[at + 3] === 0) continue;
    if (!near.isKnown) lookAhead(search.terms, from + 1);
    if (goesOn(entries, at + 2, near.mask, near.other)) walkGaps(search, entries[at] ?? 0, from, from + 1);
  }
};

/** Masks of all words that a gap can reach from a word, for as long as that word is looked at. */
const near = { isKnown: false, mask: 0, other: 0 };

const none: readonly number[] = [];

const goesOn = (entries: readonly number[], at: number, mask: number, other: number): boolean =>
  ((entries[at + 1] ?? 0) & mask) !== 0 && ((entries[at + 2] ?? 0) & other) !== 0;

/** Two entries in three have no gap: only for the others is it asked what stands behind the next word. */
const lookAhead = (terms: readonly Term[], from: number): void => {
  let mask = always;
  let other = always;
  for (let at = from; at < from + windowWords; at++) {
    const term = terms[at];
    if (term === undefined || (term.traits & traits.sentenceEnd) !== 0) break;
    mask |= term.mask;
    other |= term.otherMask;
  }
  near.isKnown = true;
  near.mask = mask;
  near.other = other;
};

const walk = <Cue extends string>(search: Search<Cue>, node: number, from: number, at: number): void => {
  walkOn(search, node, from, at);
  walkGaps(search, node, from, at);
};

/** What ends here, and what goes on with the very next word. */
const walkOn = <Cue extends string>(search: Search<Cue>, node: number, from: number, at: number): void => {
  const meanings = search.trie.meanings[node] ?? null;
  if (meanings !== null) for (const meaning of meanings) search.report(meaning, from, at);
  step(search, node, from, at);
};

const walkGaps = <Cue extends string>(search: Search<Cue>, node: number, from: number, at: number): void => {
  const { gapsFrom } = search.trie;
  const last = gapsFrom[node + 1] ?? 0;
  for (let gap = gapsFrom[node] ?? 0; gap < last; gap++) walkGap(search, gap, from, at);
};

/** Goes on with the word at this place, where the phrase can. */
const step = <Cue extends string>(search: Search<Cue>, node: number, from: number, at: number): void => {
  const { trie } = search;
  const term = search.terms[at];
  const mask = trie.masks[2 * node] ?? 0;
  if (term === undefined || (mask & term.mask) === 0) return;
  if (((trie.masks[2 * node + 1] ?? 0) & term.otherMask) === 0) return;
  const { symbols } = term;
  for (let nth = 0; nth < symbols.length; nth++) {
    const symbol = symbols[nth] ?? 0;
    // Words have ten symbols, and most nodes go on with one or two: the bit says so without a look at the edges.
    if ((mask & bitOf(symbol)) === 0) continue;
    const child = childOf(trie, node, symbol);
    if (child !== -1) walk(search, child, from, at + 1);
  }
};

const walkGap = <Cue extends string>(search: Search<Cue>, gap: number, from: number, at: number): void => {
  const { trie, terms } = search;
  const node = trie.gapNodes[gap] ?? 0;
  const last = at + (trie.gapWords[gap] ?? 0);
  for (let next = at; next <= last; next++) {
    const term = terms[next];
    if (term === undefined || (term.traits & traits.sentenceEnd) !== 0) return;
    step(search, node, from, next);
  }
};
