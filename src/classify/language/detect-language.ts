import { type Language, languages } from '../../domain/classification.ts';
import type { Term } from '../reading/term.ts';

export interface DetectedLanguage {
  readonly language: Language;
  /** Lead of the first over the second in units of one stop word; below 1 a guess. */
  readonly margin: number;
}

// A language detector needs no more of a long article than this many words.
const enough = 400;

/**
 * Language of a text by its small words and letters; what the author or platform declared counts as one stop word.
 * Without any evidence the declared language, else `fallback` (the parent's language, or English).
 */
export const detectLanguage = (
  terms: readonly Term[],
  declared: string | null,
  fallback: Language,
): DetectedLanguage => {
  const scores = new Float64Array(languages.length);
  const limit = Math.min(terms.length, enough);
  for (let at = 0; at < limit; at++) {
    const votes = terms[at]?.languages ?? null;
    if (votes === null) continue;
    for (let vote = 0; vote < votes.length; vote += 2) {
      const language = votes[vote] ?? 0;
      scores[language] = (scores[language] ?? 0) + (votes[vote + 1] ?? 0);
    }
  }
  const hint = declaredLanguageOf(declared) ?? fallback;
  const at = languages.indexOf(hint);
  scores[at] = (scores[at] ?? 0) + (declared === null ? 0.4 : 1);
  return best(scores);
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

const best = (scores: Float64Array): DetectedLanguage => {
  let first = 0;
  let second = -1;
  for (let at = 1; at < scores.length; at++) {
    if ((scores[at] ?? 0) > (scores[first] ?? 0)) {
      second = first;
      first = at;
    } else if (second === -1 || (scores[at] ?? 0) > (scores[second] ?? 0)) second = at;
  }
  return { language: languages[first] ?? 'other', margin: (scores[first] ?? 0) - (scores[second] ?? 0) };
};
