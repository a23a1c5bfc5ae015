import { hitsOf, type Reading } from '../reading/read.ts';

/** Words between "order number" and the number itself: `:`, `is`, `#`, `lautet`. */
const reach = 3;
const plausible = /^(?=.*\d)[A-Z0-9]{4,24}$/;

/** Order numbers and the like which the author gave: upper case, without separators, in the order of the text. */
export const findIdentifiers = (reading: Reading): string[] => {
  const found = new Set<string>();
  for (const hit of hitsOf(reading, 'identifier')) {
    const end = Math.min(hit.to + reach, reading.tokens.length);
    for (let at = hit.to; at < end; at++) {
      const token = reading.tokens[at];
      if (token === undefined || token.term.ends === 'sentence') break;
      const written = reading.text
        .slice(token.start, token.end)
        .toUpperCase()
        .replace(/[^A-Z0-9]/g, '');
      if (!plausible.test(written)) continue;
      found.add(written);
      break;
    }
  }
  return [...found];
};
