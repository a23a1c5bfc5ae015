import { parsePhrase, type Step, type SymbolStep } from './phrase-syntax.ts';
import type { StemLanguage } from './symbol-tables.ts';
import type { Symbols } from './symbols.ts';

/** What a phrase stands for: one cue of the rules and, for some, a label such as a category. */
export interface Meaning<Cue extends string> {
  readonly cue: Cue;
  readonly label: string | null;
}

interface Node<Cue extends string> {
  readonly next: Map<number, Node<Cue>>;
  readonly gaps: { readonly max: number; readonly node: Node<Cue> }[];
  readonly meanings: Meaning<Cue>[];
}

/** All phrases of the lexicon in one tree over symbols, as it grows; `packTrie` makes it ready to search. */
export type Trie<Cue extends string> = Node<Cue>;

export const createTrie = <Cue extends string>(): Trie<Cue> => ({ next: new Map(), gaps: [], meanings: [] });

interface NewPhrase<Cue extends string> {
  readonly line: string;
  readonly language: StemLanguage;
  readonly cue: Cue;
}

/** Enters one line of the lexicon. */
export const addPhrase = <Cue extends string>(
  trie: Trie<Cue>,
  symbols: Symbols,
  phrase: NewPhrase<Cue>,
): void => {
  const { readings, label } = parsePhrase(phrase.line);
  const meaning = { cue: phrase.cue, label };
  // Readings share their steps, and a step of hundreds of words is long to look up.
  const numbers = new Map<Step, number>();
  const numberOf = (step: SymbolStep): number => {
    const number = numbers.get(step) ?? symbols.intern(step.symbol, phrase.language);
    numbers.set(step, number);
    return number;
  };
  for (const reading of readings) {
    let node = trie;
    for (const step of reading) node = descend(node, step, numberOf);
    node.meanings.push(meaning);
  }
};

const descend = <Cue extends string>(
  node: Node<Cue>,
  step: Step,
  numberOf: (step: SymbolStep) => number,
): Node<Cue> => {
  if (step.kind === 'gap') {
    const known = node.gaps.find((gap) => gap.max === step.max);
    if (known !== undefined) return known.node;
    const fresh = createTrie<Cue>();
    node.gaps.push({ max: step.max, node: fresh });
    return fresh;
  }
  const symbol = numberOf(step);
  const known = node.next.get(symbol);
  if (known !== undefined) return known;
  const fresh = createTrie<Cue>();
  node.next.set(symbol, fresh);
  return fresh;
};
