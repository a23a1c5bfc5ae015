import { parsePhrase, type Step } from './phrase-syntax.ts';
import type { StemLanguage, Symbols } from './symbols.ts';
import type { Token } from './tokenize.ts';

/** What a phrase stands for: one cue of the rules and, for some, a label such as a category. */
export interface Meaning<Cue extends string> {
  readonly cue: Cue;
  readonly label: string | null;
  /** Place of the cue in the list of cues, for arrays. */
  readonly cueIndex: number;
}

interface Node<Cue extends string> {
  readonly next: Map<number, Node<Cue>>;
  readonly gaps: { readonly max: number; readonly node: Node<Cue> }[];
  readonly meanings: Meaning<Cue>[];
}

/** All phrases of the lexicon in one tree over symbols: the text is walked once whatever the number of phrases. */
export type Trie<Cue extends string> = Node<Cue>;

export const createTrie = <Cue extends string>(): Trie<Cue> => ({ next: new Map(), gaps: [], meanings: [] });

interface NewPhrase<Cue extends string> {
  readonly line: string;
  readonly language: StemLanguage;
  readonly cue: Cue;
  readonly cueIndex: number;
}

/** Enters one line of the lexicon. */
export const addPhrase = <Cue extends string>(
  trie: Trie<Cue>,
  symbols: Symbols,
  phrase: NewPhrase<Cue>,
): void => {
  const { readings, label } = parsePhrase(phrase.line);
  for (const reading of readings) {
    const [first] = reading;
    if (first?.kind === 'symbol') symbols.starters.add(symbols.intern(first.symbol, phrase.language));
    let node = trie;
    for (const step of reading)
      node = descend(node, step, (symbol) => symbols.intern(symbol, phrase.language));
    node.meanings.push({ cue: phrase.cue, label, cueIndex: phrase.cueIndex });
  }
};

const descend = <Cue extends string>(
  node: Node<Cue>,
  step: Step,
  intern: (symbol: string) => number,
): Node<Cue> => {
  if (step.kind === 'gap') {
    const known = node.gaps.find((gap) => gap.max === step.max);
    if (known !== undefined) return known.node;
    const fresh = createTrie<Cue>();
    node.gaps.push({ max: step.max, node: fresh });
    return fresh;
  }
  const symbol = intern(step.symbol);
  const child = node.next.get(symbol) ?? createTrie<Cue>();
  node.next.set(symbol, child);
  return child;
};

const none: readonly number[] = [];

export type Report<Cue extends string> = (meaning: Meaning<Cue>, from: number, to: number) => void;

/**
 * Reports every phrase in the tokens, by start. Gaps end with the sentence; since a phrase has a handful of steps and at
 * most two gaps, the work for each word is bounded and the whole linear.
 */
export const findPhrases = <Cue extends string>(
  trie: Trie<Cue>,
  tokens: readonly Token[],
  report: Report<Cue>,
): void => {
  const step = (node: Node<Cue>, token: Token, at: number, from: number): void => {
    const { symbols } = token.term;
    for (let nth = 0; nth < symbols.length; nth++) {
      const child = node.next.get(symbols[nth] ?? -1);
      if (child !== undefined) walk(child, at + 1, from);
    }
  };
  const walk = (node: Node<Cue>, at: number, from: number): void => {
    for (const meaning of node.meanings) report(meaning, from, at);
    const token = tokens[at];
    if (token === undefined) return;
    if (node.next.size > 0) step(node, token, at, from);
    for (const gap of node.gaps) walkGap(gap, at, from);
  };
  const walkGap = (gap: Node<Cue>['gaps'][number], at: number, from: number): void => {
    for (let skipped = 0; skipped <= gap.max; skipped++) {
      const token = tokens[at + skipped];
      if (token === undefined || token.term.ends === 'sentence') return;
      step(gap.node, token, at + skipped, from);
    }
  };
  for (let from = 0; from < tokens.length; from++) {
    const starters = tokens[from]?.term.starters ?? none;
    for (let at = 0; at < starters.length; at++) {
      const child = trie.next.get(starters[at] ?? -1);
      if (child !== undefined) walk(child, from + 1, from);
    }
  }
};
