import { type Language, languages } from '../../domain/classification.ts';
import type { Term } from '../reading/term.ts';

export interface LanguageHints {
  /** Probabilities by the letters, in the order of `languages`. */
  readonly likely: Float64Array;
  /** BCP 47. */
  readonly declared: string | null;
  /** Where nothing else speaks for one. */
  readonly fallback: Language;
}

// A language detector needs no more of a long article than this many words.
const enough = 400;
/** Log-odds: of a small word that only one language has, of what was declared, of the language that most is written in. */
const byVote = 0.4;
const byDeclaration = 2;
const byFallback = 1.2;
/** Posts of German customers come far more often than those in languages that are not decided. */
const byGerman = 0.8;
const next = 1e-9;

const german = languages.indexOf('de');
const scores = new Float64Array(languages.length);

/**
 * Language of a text by the model's letters, its small words, and what the author or platform declared. UMSAB, by letters
 * with a lead for English alone and as it stands: German 89 and 92 %, Portuguese 73 and 82 %.
 */
export const detectLanguage = (terms: readonly Term[], hints: LanguageHints): Language => {
  for (let at = 0; at < scores.length; at++) scores[at] = Math.log((hints.likely[at] ?? 0) + next);
  const limit = Math.min(terms.length, enough);
  for (let at = 0; at < limit; at++) addVotes(terms[at]?.languages ?? null);
  const { declared, fallback } = hints;
  scores[german] = (scores[german] ?? 0) + byGerman;
  const at = languages.indexOf(declaredLanguageOf(declared) ?? fallback);
  scores[at] = (scores[at] ?? 0) + (declared === null ? byFallback : byDeclaration);
  return best(scores);
};

const addVotes = (votes: Term['languages']): void => {
  if (votes === null) return;
  for (let vote = 0; vote < votes.length; vote += 2) {
    const language = votes[vote] ?? 0;
    scores[language] = (scores[language] ?? 0) + (votes[vote + 1] ?? 0) * byVote;
  }
};

const declaredLanguageOf = (declared: string | null): Language | null => {
  if (declared === null) return null;
  const known = byCode.get(declared);
  return known === undefined ? languageTold(declared) : known;
};

/** Most are declared by their bare code. */
const byCode = new Map<string, Language>(
  languages.filter((language) => language !== 'other').map((language) => [language, language]),
);

const languageTold = (declared: string): Language | null => {
  const code = declared.toLowerCase().split(/[-_]/)[0] ?? '';
  // X declares `und`, `zxx`, `qme` … for posts in no language.
  if (!/^[a-z]{2,3}$/.test(code) || /^(?:und|zxx|mul|art|q[a-t][a-z])$/.test(code)) return null;
  return languages.find((language) => language === code) ?? 'other';
};

const best = (of: Float64Array): Language => {
  let first = 0;
  for (let at = 1; at < of.length; at++) if ((of[at] ?? 0) > (of[first] ?? 0)) first = at;
  return languages[first] ?? 'other';
};
