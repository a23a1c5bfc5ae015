import { createRequire } from 'node:module';
import type { Language } from '../../domain/classification.ts';
import { fold } from '../reading/fold.ts';

/** Polarity, mostly in [-1, 1], of a folded word or an emoji; 0 for what no lexicon holds. */
export type PolarityOf = (word: string) => number;

export interface LexiconPolarity {
  readonly polarityOf: PolarityOf;
  /** Folded words that turn what follows. */
  readonly negators: ReadonlySet<string>;
}

/** What natural's lexicons say of the words of a language, read on first use; null: they are not asked for this one. */
export const polarityIn = (language: Language): LexiconPolarity | null => {
  const source = sources[language];
  if (source === undefined) return null;
  const known = loaded.get(language);
  if (known !== undefined) return known;
  const fresh = load(source);
  loaded.set(language, fresh);
  return fresh;
};

const loaded = new Map<Language, LexiconPolarity>();

interface Source {
  readonly lexicon: string;
  readonly negators: string;
}

const folder = 'natural/lib/natural/sentiment';

/** Spanish has two; AFINN is right as often as senticon or both together, with a seventh of the words. */
const sources: Readonly<Partial<Record<Language, Source>>> = {
  fr: {
    lexicon: `${folder}/French/pattern-sentiment-fr.json`,
    negators: 'ne pas jamais aucun aucune sans rien',
  },
  es: {
    lexicon: `${folder}/Spanish/afinnShortSortedSpanish.json`,
    negators: 'no nunca jamas ni sin nada',
  },
  it: {
    lexicon: `${folder}/Italian/pattern-sentiment-it.json`,
    negators: 'non mai senza nessun nessuno nessuna niente ne',
  },
  pt: {
    lexicon: `${folder}/Portuguese/afinnShortSortedPortuguese.json`,
    negators: 'nao nunca jamais nem sem nada',
  },
};

/** The lexicons of pattern hold no emoji: all four languages take those of AFINN. */
const emojiLexicon = `${folder}/Spanish/afinnShortSortedSpanish.json`;

// A static import would read them at every start.
const require = createRequire(import.meta.url);

/**
 * natural's own analyzer is not used: it reads the lexicons of all its languages (a fifth of a second), divides by the
 * number of words though there may be none, and lets a negation turn every word up to the end of the text.
 */
const load = ({ lexicon, negators }: Source): LexiconPolarity => {
  const words = new Map(polaritiesOf(emojiLexicon).filter(([emoji]) => !hasLetter.test(emoji)));
  const stems = new Map<string, number>();
  for (const [word, polarity] of polaritiesOf(lexicon)) {
    const folded = fold(word);
    const stem = stemOf(folded);
    if (!words.has(folded)) words.set(folded, polarity);
    if (!stems.has(stem)) stems.set(stem, polarity);
  }
  return {
    polarityOf: (word) => words.get(word) ?? stems.get(stemOf(word)) ?? 0,
    negators: new Set(negators.split(' ')),
  };
};

const hasLetter = /\p{L}/u;

/**
 * `bueno`, `buena`, `buenos`, `buenas` are one word. natural's stemmers are right in one more case of a hundred, and take
 * up to 12 us a word and a quarter of a second for the lexicon.
 */
const stemOf = (folded: string): string =>
  folded.length < shortestStemmed ? folded : folded.replace(/(?:[aeio]s?|s)$/, '');

const shortestStemmed = 4;

/** AFINN counts from -5 to 5, pattern writes decimals as text, and seldom large ones. What is neutral says nothing. */
const polaritiesOf = (lexicon: string): readonly (readonly [string, number])[] =>
  Object.entries(require(lexicon) as Readonly<Record<string, number | { readonly polarity: string }>>)
    .map(([word, told]) => [word, typeof told === 'number' ? told / 5 : 1.5 * Number(told.polarity)] as const)
    .filter(([, polarity]) => Number.isFinite(polarity) && polarity !== 0);
