/** What a phrase of the lexicon can be a sign of. Rules read cues; nothing else knows single words. */
export const cues = [
  'failure',
  'trouble',
  'blocked',
  'unanswered',
  'contact',
  'duration',
  'demand',
  'annoyance',
  'praise',
  'thanks',
  'courtesy',
  'solved',
  'same',
  'same_terse',
  'same_time',
  'other_problem',
  'relay',
  'opinion',
  'advert',
  'employee',
  'help',
  'why',
  'ask',
  'still',
  'own',
  'dependence',
  'mobility',
  'access',
  'lifeline',
  'dated_loss',
  'threat',
  'loss_of_money',
  'currency',
  'danger',
  'hyperbole',
  'sign',
  'sarcasm',
  'category',
  'identifier',
  'own_account',
  'image',
  'hypothetical',
  'minor',
  'breach',
  'ahead',
  'occasion',
  'forfeit',
  'past',
  'mitigated',
  'livelihood',
  'need',
  'strait',
  'silence',
  'answered',
  'attempt',
  'joiner',
  'otherwise',
  'boast',
  'abuse',
] as const;
export type Cue = (typeof cues)[number];

/** "no problem", "nicht kaputt": the clause's negation takes these back. The others hold their own negations. */
export const undoneByNegation: ReadonlySet<Cue> = new Set<Cue>([
  'failure',
  'trouble',
  'annoyance',
  'solved',
  'danger',
  'same',
  'demand',
]);

export type LexiconLanguage = 'en' | 'de' | 'fr' | 'es' | 'it' | 'pt' | 'nl';

/** Phrases of one cue, one a line (syntax: reading/phrase-syntax.ts), by language. */
export interface Phrases {
  readonly cue: Cue;
  readonly phrases: Readonly<Partial<Record<LexiconLanguage, string>>>;
}
