/** Hides international, German and North American numbers, and any number after a word such as "Tel." */
export const maskPhones = (text: string): string =>
  text
    .replace(named, (_whole, word: string) => `${word}[phone]`)
    .replace(candidates, (whole, ordinary: string | undefined) =>
      ordinary === undefined ? '[phone]' : whole,
    );

const gap = '[ \\t\\u00a0\\u202f()/.\\-\\u2010-\\u2013]{0,4}';
/** Dates and times begin like German area codes: they are found first and kept. */
const day = '(?:0?[1-9]|[12]\\d|3[01])';
const date = [
  '(?:19|20)\\d{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])(?!\\d)',
  `(?:${day}\\.${day}\\.(?:\\d{2,4})?\\s?[-–]\\s?)?${day}([./-])${day}\\2(?:\\d{4}|\\d{2})(?!\\d|\\2\\d)`,
  `${day}\\.${day}\\.\\s?[-–]\\s?${day}\\.${day}\\.(?!\\d)`,
].join('|');
const clock =
  '\\d{1,2}[.:]\\d{2}(?:\\s?(?:[-–]|bis|to)\\s?\\d{1,2}[.:]\\d{2})?(?=\\s?(?:Uhr|h|[ap]\\.?m)\\b)';
// E.164: at most 15 digits with the country code, at least 7 in use. Longer runs are two numbers, hidden as one.
const international = `(?:\\+|\\b00)${gap}[1-9](?:${gap}\\d){6,40}`;
/** Area code of two to five digits, subscriber of three and more: seven digits at least. */
const national = `(?<!\\d[.,])(?:\\(0[1-9]\\d{1,4}\\)|\\b0[1-9])(?:${gap}\\d){5,40}`;
const american = '(?:\\(\\d{3}\\)\\s?|\\b\\d{3}[ .-])\\d{3}[ .-]\\d{4}\\b';
const candidates = new RegExp(
  `(?<![\\p{L}\\p{N}.,])(${date}|${clock})|${international}|${national}|${american}`,
  'giu',
);

const named = new RegExp(
  `(?<![\\p{L}])((?:tel(?:efon|ephone)?(?:nummer)?|phone(?: number)?|mobile|mobil(?:nummer)?|handy(?:nummer)?|fax|whats ?app|rückruf(?:nummer)?|(?:call|text|ring|reach) me (?:at|on|under)|unter der nummer|erreichbar unter)[.: ]{0,3})\\(?\\+?\\d(?:${gap}\\d){4,40}`,
  'giu',
);
