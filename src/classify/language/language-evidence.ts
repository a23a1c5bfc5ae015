import { type Language, languages } from '../../domain/classification.ts';
import { fold } from '../reading/fold.ts';
import type { TermKind } from '../reading/term-kind.ts';
import { stopWords } from './stop-words.ts';

const index = (language: Language): number => languages.indexOf(language);

type LetterCue = readonly [RegExp, Language, number];

// Letters and endings that are common in one of our languages and rare in the rest. These need letters beyond a to z.
const marked: readonly LetterCue[] = [
  [/[ßẞ]/, 'de', 3],
  [/[äöü]/i, 'de', 1.2],
  [/[åøæ]/i, 'other', 2],
  [/[ąęłśźżćńőűşğıčřžěůțș]/i, 'other', 2.5],
  [/[ãõ]/i, 'pt', 3],
  [/ñ/i, 'es', 3],
  [/[êèœ]/i, 'fr', 0.8],
  [/ç/i, 'fr', 0.8],
  [/ç/i, 'pt', 0.8],
  [/[àòùì]/i, 'it', 0.7],
  [/[áíóú]/i, 'es', 0.8],
  [/[áíóú]/i, 'pt', 0.5],
  [/ción$/i, 'es', 1.5],
];
const plain: readonly LetterCue[] = [
  [/(?:ung|keit|heit|lich|isch|schaft|tsch|icht|iert|isst)(?:en|er|es|e)?$/i, 'de', 0.8],
  [/(?:ing|tion|ness|ght|ould|ally|ful|less|'s|'t|ck|wh)$/i, 'en', 0.5],
  [/(?:cion|ciones|mente|ando|iendo)$/i, 'es', 0.5],
  [/(?:ção|ções|inho|mente)$/i, 'pt', 1.2],
  [/(?:zione|zioni|ggio|etto|ezza|mente|issimo|[^s]ssimo)$/i, 'it', 0.8],
  [/(?:eux|euse|ement|oire|ique|ais|ait|eau)$/i, 'fr', 0.6],
  [/^(?:qu|l|d|j|n|s|c)['’]\p{L}/iu, 'fr', 1],
  [/(?:ij|aa|oor|uur|elijk|heid|tje)/i, 'nl', 0.5],
];

const evidence = new Map<string, Float64Array>();
for (const language of languages) {
  for (const word of new Set(stopWords[language].split(/\s+/).map(fold))) {
    const row = evidence.get(word) ?? new Float64Array(languages.length);
    row[index(language)] = 1;
    evidence.set(word, row);
  }
}
// A word of several languages says less the more of them share it.
for (const row of evidence.values()) {
  const shared = row.reduce((sum, x) => sum + x, 0);
  row.forEach((x, at) => {
    row[at] = x === 0 ? 0 : 2 / shared;
  });
}

const latin = /\p{Script=Latin}/u;

/** Pairs of a language's place in `languages` and what speaks for it; null: nothing speaks for any. */
export type Votes = readonly number[];

/** What one word says of the language. Called once per distinct word. */
export const languageEvidence = (word: string, folded: string, kind: TermKind): Votes | null => {
  if (kind !== 'word') return null;
  if (!latin.test(word)) return [index('other'), 2];
  const row = new Float64Array(languages.length);
  const known = evidence.get(folded);
  if (known !== undefined) row.set(known);
  const cut = word.slice(0, 64);
  if (hasMarked.test(cut)) addCues(marked, cut, row);
  if (anyPlain.test(cut)) addCues(plain, cut, row);
  return votesOf(row);
};

const votesOf = (row: Float64Array): Votes | null => {
  const votes: number[] = [];
  for (let at = 0; at < row.length; at++) {
    const weight = row[at] ?? 0;
    if (weight > 0) votes.push(at, weight);
  }
  return votes.length === 0 ? null : shared(votes);
};

// Thousands of words say one of some hundred things: what is shared stays near the processor.
const told = new Map<string, Votes>();
const mostShared = 4_096;

const shared = (votes: Votes): Votes => {
  const key = votes.join();
  const known = told.get(key);
  if (known !== undefined) return known;
  if (told.size < mostShared) told.set(key, votes);
  return votes;
};

// Two words in three have none of these: one look instead of nine.
const anyPlain = new RegExp(plain.map(([pattern]) => pattern.source).join('|'), 'iu');
const hasMarked = /[^\0-\x7f]/;

const addCues = (cues: readonly LetterCue[], word: string, row: Float64Array): void => {
  for (const [pattern, language, weight] of cues)
    if (pattern.test(word)) row[index(language)] = (row[index(language)] ?? 0) + weight;
};
