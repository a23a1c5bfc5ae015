/** Cyrillic and Greek letters that look like Latin ones; used inside words that also hold Latin letters. */
const lookalikes: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  е: 'e',
  к: 'k',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  с: 'c',
  т: 't',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  α: 'a',
  ο: 'o',
  ρ: 'p',
  ν: 'v',
  τ: 't',
  υ: 'u',
  ι: 'i',
  κ: 'k',
  ε: 'e',
};

const plainAscii = /^[a-z]+$/;
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;
const umlauts: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  æ: 'ae',
  ø: 'oe',
  œ: 'oe',
  ł: 'l',
};

/**
 * The form in which words are compared: lower case, umlauts written out, accents, apostrophes and invisible marks gone,
 * lookalike letters replaced in words that mix alphabets, letters repeated more than twice cut to two. Never throws.
 */
export const fold = (word: string): string => {
  const lower = word.toLowerCase();
  if (plainAscii.test(lower)) return shorten(lower);
  const composed = lower
    .replace(invisible, '')
    .normalize('NFC')
    .replace(/['’`´‘_]/g, '');
  const latin = /[a-z]/.test(composed)
    ? composed.replace(/[\u0370-\u04FF]/g, (c) => lookalikes[c] ?? c)
    : composed;
  const written = latin.replace(/[äöüßæøœł]/g, (c) => umlauts[c] ?? c);
  return shorten(written.normalize('NFD').replace(/\p{M}+/gu, ''));
};

const shorten = (word: string): string => (hasPair(word) ? word.replace(/(.)\1{2,}/g, '$1$1') : word);

/** Two equal letters in a row: without them there is nothing to shorten. */
const hasPair = (word: string): boolean => {
  for (let at = 1; at < word.length; at++) if (word.charCodeAt(at) === word.charCodeAt(at - 1)) return true;
  return false;
};

/** `soo` becomes `so`: the second try for a stretched word that nobody knows with two letters. */
export const unstretch = (word: string): string => (hasPair(word) ? word.replace(/([a-z])\1+/g, '$1') : word);
