import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createAutomaton } from '../../../src/classify/reading/automaton.ts';
import { findPhrases, type Report } from '../../../src/classify/reading/find-phrases.ts';
import { packTrie } from '../../../src/classify/reading/packed-trie.ts';
import { createSymbols } from '../../../src/classify/reading/symbols.ts';
import { createTermCache, type Term } from '../../../src/classify/reading/term.ts';
import { addPhrase, createTrie, type Trie } from '../../../src/classify/reading/trie.ts';

const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'never', 'but', '7', '.', '\n'];
const step = fc.constantFrom('a', 'b', 'c', '(d|e)', '(a|f g)', 'h?', '$class', '<n>', '..', '...', 'never');
const line = fc.array(step, { minLength: 1, maxLength: 6 }).map((steps) => steps.join(' '));
const classes = { class: 'c d g', negator: 'never', contrast: 'but', after_empty_negation: 'h' };

/** The tree as it is written down, walked without masks, hashes or numbers. */
const walkedPlainly = (root: Trie<string>, terms: readonly Term[]): readonly string[] => {
  const found: string[] = [];
  const walk = (node: Trie<string>, from: number, at: number): void => {
    for (const meaning of node.meanings) found.push(`${meaning.cue} ${from}-${at}`);
    goOn(node, from, at);
    for (const gap of node.gaps)
      for (let next = at; next <= at + gap.max && /^[^.\n]/.test(terms[next]?.word ?? ''); next += 1)
        goOn(gap.node, from, next);
  };
  const goOn = (node: Trie<string>, from: number, at: number): void => {
    for (const symbol of terms[at]?.symbols ?? []) {
      const child = node.next.get(symbol);
      if (child !== undefined) walk(child, from, at + 1);
    }
  };
  terms.forEach((_, from) => {
    goOn(root, from, from);
  });
  return found;
};

const startAndEnd = (found: string): readonly number[] =>
  (/(\d+)-(\d+)$/.exec(found) ?? []).slice(1).map(Number);
const inOrder = (
  [from = 0, to = 0]: readonly number[],
  [otherFrom = 0, otherTo = 0]: readonly number[],
): number => from - otherFrom || to - otherTo;

describe('the automaton of phrases', () => {
  it('finds what the tree holds, each once, by start and end', () => {
    const property = fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.array(fc.constantFrom(...words), { maxLength: 40 }),
      (lines, text) => {
        const symbols = createSymbols({ classes, numberWords: {}, languagesOf: () => null });
        const tree = createTrie<string>();
        for (const [n, one] of lines.entries())
          addPhrase(tree, symbols, { line: one, cue: `phrase ${n}`, language: 'en' });
        const automaton = createAutomaton(packTrie(tree));
        const termOf = createTermCache(symbols, automaton.groupsOf);
        const terms = text.map(termOf);
        const found: string[] = [];
        const report: Report<string> = ({ cue }, from, to) => found.push(`${cue} ${from}-${to}`);
        findPhrases({ automaton, words: terms, report });
        const all = walkedPlainly(tree, terms);
        expect(found.toSorted()).toEqual([...new Set(all)].toSorted());
        expect(found.map(startAndEnd)).toEqual(found.map(startAndEnd).toSorted(inOrder));
      },
    );
    fc.assert(property, { numRuns: 150 });
  });
});
