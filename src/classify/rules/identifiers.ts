import type { Reading } from '../reading/read.ts';
import { traits } from '../reading/traits.ts';

/** Words between "order number" and the number itself: `:`, `is`, `#`, `lautet`. */
const reach = 3;
const plausible = /^(?=.*\d)[A-Z0-9]{4,24}$/;

/** Order numbers and the like which the author gave: upper case, without separators, in the order of the text. */
export const findIdentifiers = (reading: Reading): string[] => {
  if (reading.hits.identifier.length === 0) return [];
  const found = new Set<string>();
  for (const hit of reading.hits.identifier) {
    const end = Math.min(hit.to + reach, reading.terms.length);
    for (let at = hit.to; at < end; at++) {
      const term = reading.terms[at];
      if (term === undefined || (term.traits & traits.sentenceEnd) !== 0) break;
      const written = term.word.toUpperCase().replace(/[^A-Z0-9]/g, '');
      if (!plausible.test(written)) continue;
      found.add(written);
      break;
    }
  }
  return [...found];
};
