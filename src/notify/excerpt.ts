import { mask } from './mask.ts';

/** What may leave the desk of one post (DESIGN.md 5). */
export const excerptLimit = 280;

/** A masked beginning of a text on one line: at most `limit` code points, cut between words where it can be. */
export const excerpt = (text: string, limit = excerptLimit): string => {
  let before = '';
  let after = cut(oneLine(mask(beginning(text))), limit);
  // A cut may take away the word that made a number look harmless, and a mark may be longer than what it hides.
  while (after !== before) {
    before = after;
    after = cut(oneLine(mask(before)), limit);
  }
  return after;
};

/** Masking a whole book for its first lines is waste; the end of this part never reaches the excerpt. */
const beginning = (text: string): string => {
  if (text.length <= maskedSigns) return text;
  const part = text.slice(0, maskedSigns);
  return part.slice(0, Math.max(part.lastIndexOf(' '), maskedSigns - 200));
};
const maskedSigns = 8_000;

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

const cut = (text: string, limit: number): string => {
  const signs = Array.from(text);
  if (signs.length <= limit) return text;
  const room = wholeGraphemes(text, signs.slice(0, limit - 1).join('').length);
  const space = room.lastIndexOf(' ');
  // A word of more than 40 signs is cut inside, or little would be left.
  const kept = space > room.length - 40 && space > 0 ? room.slice(0, space) : room;
  return `${kept.replace(/[\s,;:–-]+$/u, '')}…`;
};

/** The part of the text up to `end` that splits no emoji and no letter from its accents. */
const wholeGraphemes = (text: string, end: number): string => {
  const segment = graphemes.segment(text.slice(0, end + 64)).containing(end);
  const begin = segment?.index ?? end;
  // A "letter" of hundreds of accents is no letter: cut it at the code point.
  return text.slice(0, begin < end - 64 ? end : begin);
};
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });
