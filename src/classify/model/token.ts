import { stopWords } from '../language/stop-words.ts';
import { fold } from '../reading/fold.ts';
import type { Term } from '../reading/term.ts';
import { traits } from '../reading/traits.ts';
import { one } from './featurise.ts';
import { hashOf, mix } from './hash.ts';
import { flags, marksOf } from './marks.ts';
import { createPolarity } from './polarity.ts';
import { createRepair } from './repair.ts';
import { isAge, isOfPeople, isOnList } from './somebody.ts';

/** Which words share their features: those of German function words stand apart ("die", "war", "not", "gift"). */
export type Mode = 'de' | 'en';

/** Hashes and how much each counts, in 64ths: see `featurise`. */
export interface Features {
  readonly hashes: Int32Array;
  readonly values: Int32Array;
}

/** What the featuriser knows of a word by itself: computed once per distinct word and mode. */
export interface Token {
  readonly word: string;
  /** In any place: the word, its letters, how it is written. */
  readonly base: Features;
  /** Where no negation reaches it, and where one does. */
  readonly plain: Features;
  readonly negated: Features;
  /** What n-grams are made of. Words that are masked all have that of their mask. */
  readonly hash: number;
  /** The same by the kind of word only: how it sounds, negator, contrast, person. */
  readonly classHash: number;
  /** See `columns`. */
  readonly flags: number;
}

/** Whether a word was met often enough in small letters to be none of somebody's name. */
export type IsKnown = (hash: number) => boolean;

const wordSeed = 1;
const germanSeed = 2;
const negatedSeed = 3;
const charSeed = 4;
const classSeed = 5;
const shapeSeed = 6;

/** Names, places and who somebody is read alike: what one list lacks and another holds must make no difference. */
const somebody = '<who>';

const polarity = createPolarity();
const repaired = createRepair(polarity);
const listOf = (text: string): readonly string[] => text.trim().split(/\s+/);
const germanSmall = new Set(listOf(stopWords.de).map(fold));
const classes = new Map<string, string>([
  ...classed(
    '<i>',
    'i im ive id ill we our my me us mine ich mein meine meinen meiner meinem mir mich wir uns unser unsere unseren',
  ),
  ...classed('<you>', 'you your youre yours u ur ihr euch euer eure eurer euren sie ihnen ihre ihren'),
  ...classed(
    '<very>',
    'very so really extremely totally absolutely super incredibly sehr echt wirklich total voll absolut extrem richtig unglaublich zu too such quite ziemlich',
  ),
  ...classed('<why>', 'why how when where what who warum wieso weshalb wann wo wie was wer'),
  ...classed(
    '<if>',
    'if would could should wish hope wenn falls waere koennte sollte wuerde hoffe hoffentlich',
  ),
  ...classed(
    '<past>',
    'used was were had formerly once previously before frueher war waren hatte damals bisher sonst',
  ),
  ...classed('<now>', 'now nowadays today currently anymore jetzt nun heute inzwischen mittlerweile mehr'),
]);

function classed(name: string, words: string): readonly (readonly [string, string])[] {
  return listOf(words).map((word) => [word, name] as const);
}

/** Of a mention and a link: tone must not hear whatever else may share their places. */
export const addressHashes: readonly number[] = ['<mention>', '<url>'].map((mask) => hashOf(mask, wordSeed));

/** Hash of a word for the list of known ones. */
export const knownHash = (folded: string): number => hashOf(folded, wordSeed);

/** Words that are another only by how they are written: "an" before a vowel, "I'm" for "I am". */
const sameAs = new Map([
  ['an', 'a'],
  ['im', 'i'],
  ['ive', 'i'],
  ['its', 'it'],
  ['theyre', 'they'],
  ['youre', 'you'],
  ['cannot', 'cant'],
]);
const canonical = (folded: string, mode: Mode): string =>
  mode === 'en' ? (sameAs.get(folded) ?? folded) : folded;

/** Pure: the same term, mode and list of known words give the same token. */
export const tokenOf = (written: Term, mode: Mode, isKnown: IsKnown): Token => {
  const term = repaired(written, mode, (folded) => isKnown(knownHash(folded)));
  const { word, folded, kind } = term;
  const mask = maskOf(term, mode, isKnown);
  const value = mask === null ? polarityOf(term, mode) : 0;
  const bin = Math.max(-3, Math.min(3, Math.round(value)));
  const isGermanSmall = mode === 'de' && germanSmall.has(folded);
  const name = mask ?? canonical(folded, mode);
  const hash = hashOf(name, isGermanSmall ? germanSeed : wordSeed);
  const className = classOf(term, bin, mask);
  const classHash = hashOf(className, classSeed);
  const isWord = mask === null && (kind === 'word' || kind === 'hashtag');
  const base = [[hash, 1]] as [number, number][];
  if (isWord && !isGermanSmall) addLetters(name, base);
  if (mask === null) addShape(term, className, base);
  const negatedWord = mix(hash, negatedSeed);
  return {
    word,
    base: featuresOf(base),
    plain: featuresOf(bin === 0 ? [] : polarNames(value, '+')),
    negated: featuresOf([[negatedWord, 1], ...(bin === 0 ? [] : polarNames(value, '-'))]),
    hash,
    classHash,
    flags: term.traits | flagsOf(className, bin) | asideOf(term, mask) | marksBy(folded, mask),
  };
};

const marksBy = (folded: string, mask: string | null): number => (mask === null ? marksOf(folded) : 0);

const flagsOf = (className: string, bin: number): number =>
  (className === '<w>' ? 0 : flags.marked) | (bin > 0 ? flags.positive : bin < 0 ? flags.negative : 0);

const asideOf = ({ kind, word }: Term, mask: string | null): number => {
  if (mask === somebody) return flags.somebody | flags.others;
  if (kind === 'mention' || kind === 'url') return flags.aside;
  return word === '.' || word === ',' || word.startsWith('\n') ? flags.silent : 0;
};

const polarNames = (value: number, scope: string): [number, number][] => [
  [hashOf(`${scope}${Math.sign(value)}`, classSeed), 0.7],
  [hashOf(`${scope}${Math.round(value * 1.5)}`, classSeed), 0.7],
];

const featuresOf = (pairs: readonly (readonly [number, number])[]): Features => ({
  hashes: Int32Array.from(pairs, ([hash]) => hash),
  values: Int32Array.from(pairs, ([, value]) => Math.round(value * one)),
});

const isCapital = /^\p{Lu}/u;

const maskOf = (term: Term, mode: Mode, isKnown: IsKnown): string | null => {
  const { word, folded, kind, value } = term;
  if (kind === 'mention') return '<mention>';
  if (kind === 'url') return '<url>';
  if (kind === 'number') return isAge(word) ? somebody : numberMask(word, value);
  if (kind === 'markup') return word.startsWith('&') ? null : '<markup>';
  const isSomebodys =
    isOnList(folded) || (mode === 'de' && isOfPeople(folded)) || isSomebody(term, mode, isKnown);
  return isSomebodys ? somebody : null;
};

/** A word that is only ever met with a capital, and that no list knows. German compounds are long and no names. */
const isSomebody = ({ word, folded, kind }: Term, mode: Mode, isKnown: IsKnown): boolean => {
  if (kind !== 'word' || !isCapital.test(word) || isKnown(knownHash(folded))) return false;
  if (mode === 'de' && folded.length >= longestGermanName) return false;
  return polarity.english(folded) === 0 && polarity.german(folded) === 0;
};

const longestGermanName = 9;

const numberMask = (word: string, value: number | null): string => {
  if (/^\d{1,2}[:.]\d{2}$/.test(word)) return '<time>';
  if (value === null) return '<code>';
  return value < 10 ? '<few>' : value < 100 ? '<tens>' : value > 1900 && value < 2100 ? '<year>' : '<many>';
};

const polarityOf = ({ word, folded, kind }: Term, mode: Mode): number => {
  if (kind === 'emoji' || kind === 'mark') return polarity.sign(word);
  if (kind === 'number') return 0;
  if (mode === 'en') return polarity.english(folded);
  const german = polarity.german(folded);
  return german !== 0 || germanSmall.has(folded) ? german : polarity.english(folded) * 0.8;
};

const classOf = (term: Term, bin: number, mask: string | null): string => {
  if (mask !== null) return mask;
  if ((term.traits & traits.negator) !== 0) return '<not>';
  if ((term.traits & traits.contrast) !== 0) return '<but>';
  if (bin !== 0) return `<${bin}>`;
  if (term.kind === 'emoji') return '<emoji>';
  return term.kind === 'mark' ? markClass(term.word) : (classes.get(term.folded) ?? '<w>');
};

const markClass = (word: string): string =>
  word.startsWith('.') && word.length > 1 ? '<dots>' : word.slice(0, 2);

/** Its letters by 3 to 5 within the bounds of the word; together they count as one word. */
const addLetters = (folded: string, into: [number, number][]): void => {
  const text = `<${folded.slice(0, 24)}>`;
  const found: number[] = [];
  for (let size = 3; size <= 5; size++)
    for (let at = 0; at + size <= text.length; at++) found.push(hashOf(text, charSeed, at, at + size));
  const value = 1 / Math.sqrt(Math.max(found.length, 1));
  for (const hash of found) into.push([hash, value]);
};

const isShouted = (word: string): boolean =>
  word.length > 2 && word === word.toUpperCase() && word !== word.toLowerCase();

const addShape = ({ word, kind }: Term, className: string, into: [number, number][]): void => {
  if (kind === 'hashtag') into.push([hashOf('#', shapeSeed), 0.5]);
  if (kind !== 'word') return;
  if (isShouted(word))
    into.push([hashOf('caps', shapeSeed), 0.5], [hashOf(`caps${className}`, shapeSeed), 0.5]);
  if (/(\p{L})\1\1/iu.test(word))
    into.push([hashOf('long', shapeSeed), 0.5], [hashOf(`long${className}`, shapeSeed), 0.5]);
};
