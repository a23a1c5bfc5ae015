import { languageEvidence } from '../language/language-evidence.ts';
import { lexicon } from '../lexicon/all.ts';
import type { Cue } from '../lexicon/cues.ts';
import { numberWords, wordClasses } from '../lexicon/word-classes.ts';
import { createAutomaton } from './automaton.ts';
import { packTrie } from './packed-trie.ts';
import type { StemLanguage } from './symbol-tables.ts';
import { createSymbols } from './symbols.ts';
import { createTermCache } from './term.ts';
import { createTokenizer } from './tokenize.ts';
import { addPhrase, createTrie } from './trie.ts';

const symbols = createSymbols({ classes: wordClasses, numberWords, languagesOf: languageEvidence });
const phrases = createTrie<Cue>();

const stemLanguage = (language: string): StemLanguage =>
  language === 'en' || language === 'de' ? language : 'any';

for (const { cue, phrases: lines } of lexicon) {
  for (const [language, text] of Object.entries(lines)) {
    for (const line of text.split('\n')) {
      if (line.trim() === '') continue;
      addPhrase(phrases, symbols, {
        line,
        cue,
        language: stemLanguage(language),
      });
    }
  }
}

const automaton = createAutomaton(packTrie(phrases));
const termOf = createTermCache(symbols, automaton.groupsOf);

/** The lexicon made ready at load: a fifth to half a second, once per thread. */
export const compiled = {
  automaton,
  tokenize: createTokenizer(termOf),
  /** Number of a word class, which the terms of its members carry among their symbols. */
  classNumber: (name: string): number => symbols.intern(`$${name}`, 'any'),
};
