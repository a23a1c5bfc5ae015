import { languageEvidence } from '../language/language-evidence.ts';
import { lexicon } from '../lexicon/all.ts';
import { type Cue, cues } from '../lexicon/cues.ts';
import { numberWords, wordClasses } from '../lexicon/word-classes.ts';
import { createSymbols, type StemLanguage } from './symbols.ts';
import { createTermCache } from './term.ts';
import { addPhrase, createTrie } from './trie.ts';

const symbols = createSymbols({ classes: wordClasses, numberWords, languagesOf: languageEvidence });
const trie = createTrie<Cue>();

const stemLanguage = (language: string): StemLanguage =>
  language === 'en' || language === 'de' ? language : 'any';

for (const { cue, phrases } of lexicon) {
  for (const [language, lines] of Object.entries(phrases)) {
    for (const line of lines.split('\n')) {
      if (line.trim() === '') continue;
      addPhrase(trie, symbols, { line, cue, cueIndex: cues.indexOf(cue), language: stemLanguage(language) });
    }
  }
}

/** The lexicon made ready at load: about 60 ms, once per thread. */
export const compiled = {
  trie,
  termOf: createTermCache(symbols),
  afterEmptyNegation: symbols.intern('$after_empty_negation', 'any'),
};
