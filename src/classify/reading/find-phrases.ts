import { entrySize, windowWords } from './entries.ts';
import { always } from './masks.ts';
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
  const masks = { next: 0, otherNext: 0, near: 0, otherNear: 0 };
  for (let from = 0; from < terms.length; from++) {
    const entries = terms[from]?.entries ?? none;
    if (entries.length === 0) continue;
    lookAhead(terms, from + 1, masks);
    for (let at = 0; at < entries.length; at += entrySize)
      if (
        goesOn(entries, at, masks.next, masks.otherNext) ||
        goesOn(entries, at + 2, masks.near, masks.otherNear)
      )
        walk(search, entries[at] ?? 0, from, from + 1);
  }
};

const none: readonly number[] = [];

const goesOn = (entries: readonly number[], at: number, mask: number, other: number): boolean =>
  ((entries[at + 1] ?? 0) & mask) !== 0 && ((entries[at + 2] ?? 0) & other) !== 0;

interface Masks {
  next: number;
  otherNext: number;
  near: number;
  otherNear: number;
}

/** Masks of the next word, and of all words that a gap can reach. */
const lookAhead = (terms: readonly Term[], from: number, masks: Masks): void => {
  const next = terms[from];
  masks.next = (next?.mask ?? 0) | always;
  masks.otherNext = (next?.otherMask ?? 0) | always;
  let near = always;
  let other = always;
  for (let at = from; at < from + windowWords; at++) {
    const term = terms[at];
    if (term === undefined || (term.traits & traits.sentenceEnd) !== 0) break;
    near |= term.mask;
    other |= term.otherMask;
  }
  masks.near = near;
  masks.otherNear = other;
};

const walk = <Cue extends string>(search: Search<Cue>, node: number, from: number, at: number): void => {
  const { trie } = search;
  const meanings = trie.meanings[node] ?? null;
  if (meanings !== null) for (const meaning of meanings) search.report(meaning, from, at);
  step(search, node, from, at);
  const last = trie.gapsFrom[node + 1] ?? 0;
  for (let gap = trie.gapsFrom[node] ?? 0; gap < last; gap++) walkGap(search, gap, from, at);
};

/** Goes on with the word at this place, where the phrase can. */
const step = <Cue extends string>(search: Search<Cue>, node: number, from: number, at: number): void => {
  const { trie } = search;
  const term = search.terms[at];
  if (term === undefined || ((trie.masks[2 * node] ?? 0) & term.mask) === 0) return;
  if (((trie.masks[2 * node + 1] ?? 0) & term.otherMask) === 0) return;
  const { symbols } = term;
  for (let nth = 0; nth < symbols.length; nth++) {
    const child = childOf(trie, node, symbols[nth] ?? 0);
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
