import type { Automaton, Word } from './automaton.ts';
import type { Meaning } from './trie.ts';

export type Report<Cue extends string> = (meaning: Meaning<Cue>, from: number, to: number) => void;

interface Search<Cue extends string> {
  readonly automaton: Automaton<Cue>;
  readonly words: readonly Word[];
  readonly report: Report<Cue>;
}

/**
 * Reports every phrase in the words, by start, those of one start by end. Gaps end with the sentence; since a phrase has a
 * handful of steps and at most two gaps, the work for each word is bounded and the whole linear.
 */
export const findPhrases = <Cue extends string>({ automaton, words, report }: Search<Cue>): void => {
  for (let from = 0; from < words.length; from++) {
    let state = automaton.begin(words[from] as Word);
    for (let to = from + 1; state !== 0; to++) {
      const meanings = automaton.meaningsOf(state);
      if (meanings !== null) for (const meaning of meanings) report(meaning, from, to);
      if (to === words.length) break;
      state = automaton.next(state, words[to] as Word);
    }
  }
};
