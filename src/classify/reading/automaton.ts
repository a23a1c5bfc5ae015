import { childOf, type PackedTrie } from './packed-trie.ts';
import type { Meaning } from './trie.ts';
import { createWordGroups } from './word-groups.ts';

/** A word as phrases see it: its group (word-groups.ts) where they begin, and where they go on. */
export interface Groups {
  readonly first: number;
  readonly group: number;
}

export interface Word extends Groups {
  readonly symbols: readonly number[];
}

/**
 * What the phrases of a text may still become behind some word: a state for each set of places in their tree that a start can
 * have reached. States, and the steps between them, are made when a text first asks for them and kept, so that a text takes one
 * look for each word instead of one for each phrase that might go on with it (a lazily determinised automaton: Aho, Sethi and
 * Ullman, Compilers, 3.7).
 */
export interface Automaton<Cue extends string> {
  readonly groupsOf: (symbols: readonly number[], endsSentence: boolean) => Groups;
  /** The state behind the first word of a phrase; 0: no phrase begins with it. What else was begun is over. */
  readonly begin: (word: Word) => number;
  /** The state behind the next word; 0: no phrase goes on. */
  readonly next: (state: number, word: Word) => number;
  /** What the phrases mean that end in this state; null: none does. */
  readonly meaningsOf: (state: number) => readonly Meaning<Cue>[] | null;
}

const unknown = -1;
const root = [0];
const { imul } = Math;

export const createAutomaton = <Cue extends string>(trie: PackedTrie<Cue>): Automaton<Cue> => {
  const groups = createWordGroups();
  const states = createStates<Cue>();
  const steps = createSteps();
  const begins = new Int32Array(groups.most).fill(unknown);
  const advance = (places: readonly number[], symbols: readonly number[], endsSentence: boolean): number =>
    states.numberOf(stepFrom(trie, places, symbols, endsSentence));
  return {
    groupsOf: (symbols, endsSentence) => ({
      first: groups.groupOf(
        symbols.filter((symbol) => trie.beginning.has(symbol)),
        false,
      ),
      group: groups.groupOf(
        symbols.filter((symbol) => trie.following.has(symbol)),
        endsSentence,
      ),
    }),
    begin: ({ first, symbols }) => {
      const known = begins[first] ?? unknown;
      if (known !== unknown) return known;
      if (states.isFull()) {
        states.forget();
        steps.forget();
        begins.fill(unknown);
      }
      const state = advance(root, symbols, false);
      if (first < groups.most) begins[first] = state;
      return state;
    },
    next: (state, { group, symbols }) => {
      if (group >= groups.most) return advance(states.placesOf(state), symbols, groups.endsSentence(group));
      const known = steps.targetOf(state, group);
      if (known !== unknown) return known;
      const target = advance(states.placesOf(state), symbols, groups.endsSentence(group));
      steps.keep(state, group, target);
      return target;
    },
    meaningsOf: states.meaningsOf,
  };
};

const stepBits = 17;
const ways = 4;

/** Which state and group of words lead to which state: each step can stand in one of four places and takes that of the oldest. */
const createSteps = () => {
  const steps = new Int32Array(1 << stepBits).fill(unknown);
  const targets = new Int32Array(1 << stepBits);
  const firstOf = (step: number): number => (imul(step, 0x9e3779b1) >>> (32 - stepBits)) & -ways;
  return {
    forget: () => steps.fill(unknown),
    targetOf: (state: number, group: number): number => {
      const step = (state << 16) | group;
      const first = firstOf(step);
      for (let at = first; at < first + ways; at++) if (steps[at] === step) return targets[at] ?? 0;
      return unknown;
    },
    keep: (state: number, group: number, target: number): void => {
      const step = (state << 16) | group;
      const first = firstOf(step);
      steps.copyWithin(first + 1, first, first + ways - 1);
      targets.copyWithin(first + 1, first, first + ways - 1);
      steps[first] = step;
      targets[first] = target;
    },
  };
};

/** Places in the tree that a step reaches, in order, and the nodes among them where phrases end. */
interface Reached<Cue extends string> {
  readonly places: readonly number[];
  readonly meanings: readonly Meaning<Cue>[] | null;
  /** Says both. */
  readonly key: string;
}

/** Some thousand bytes each at most; the posts of a brand reach a few thousand. Must stay below 2 ** 15: see `next`. */
const mostStates = 30_000;

interface States<Cue extends string> {
  readonly isFull: () => boolean;
  readonly forget: () => void;
  readonly numberOf: (reached: Reached<Cue>) => number;
  readonly placesOf: (state: number) => readonly number[];
  readonly meaningsOf: (state: number) => readonly Meaning<Cue>[] | null;
}

const nowhere: readonly number[] = [];

/** State 0 is nowhere, and no phrase ends there. */
const createStates = <Cue extends string>(): States<Cue> => {
  const numbers = new Map<string, number>();
  const places: (readonly number[])[] = [nowhere];
  const meanings: (readonly Meaning<Cue>[] | null)[] = [null];
  return {
    isFull: () => places.length >= mostStates,
    forget: () => {
      numbers.clear();
      places.length = meanings.length = 1;
    },
    numberOf: (reached) => {
      if (reached.places.length === 0 && reached.meanings === null) return 0;
      const known = numbers.get(reached.key);
      if (known !== undefined) return known;
      numbers.set(reached.key, places.length);
      meanings.push(reached.meanings);
      return places.push(reached.places) - 1;
    },
    placesOf: (state) => places[state] ?? nowhere,
    meaningsOf: (state) => meanings[state] ?? null,
  };
};

/** A place is a node, and below it in four bits how many words its gap may still skip, plus one; 0: it is no gap. */
const gapBits = 4;
const gapMask = (1 << gapBits) - 1;

const stepFrom = <Cue extends string>(
  trie: PackedTrie<Cue>,
  places: readonly number[],
  symbols: readonly number[],
  endsSentence: boolean,
): Reached<Cue> => {
  const reached = new Set<number>();
  const ends = new Set<number>();
  for (const place of places) {
    const skips = place & gapMask;
    if (skips > 0 && endsSentence) continue;
    for (const symbol of symbols) {
      const node = childOf(trie, place >>> gapBits, symbol);
      if (node !== -1) arrive(trie, node, reached, ends);
    }
    if (skips > 1) reached.add(place - 1);
  }
  const sorted = [...reached].sort((a, b) => a - b);
  const meanings = distinct([...ends].flatMap((node) => trie.meanings[node] ?? []));
  return {
    places: sorted,
    meanings: meanings.length === 0 ? null : meanings,
    key: `${sorted.join()}/${[...ends].join()}`,
  };
};

const distinct = <Cue extends string>(meanings: readonly Meaning<Cue>[]): readonly Meaning<Cue>[] => [
  ...new Map(meanings.map((meaning) => [`${meaning.cue}/${meaning.label}`, meaning])).values(),
];

const arrive = (trie: PackedTrie<string>, node: number, reached: Set<number>, ends: Set<number>): void => {
  if ((trie.meanings[node] ?? null) !== null) ends.add(node);
  if (trie.goesOn[node] === 1) reached.add(node << gapBits);
  const last = trie.gapsFrom[node + 1] ?? 0;
  for (let gap = trie.gapsFrom[node] ?? 0; gap < last; gap++)
    reached.add(((trie.gapNodes[gap] ?? 0) << gapBits) | ((trie.gapWords[gap] ?? 0) + 1));
};
