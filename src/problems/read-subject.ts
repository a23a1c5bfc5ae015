import type { Category, Classification } from '../domain/classification.ts';
import type { Subject } from './entity-key.ts';
import { type Letters, readLetters } from './read-letters.ts';

export interface Named {
  readonly brand: string;
  readonly text: string;
  /** The brand's products as configured; those that the text names are part of its subject. */
  readonly products: readonly string[];
  readonly words: Pick<Classification, 'identifiers'>;
  readonly category: Category | null;
}

/** What a complaint is about, as far as its words name it. */
export const readSubject = ({ brand, text, products, words, category }: Named): Subject => ({
  brand,
  products: findProducts(text, products),
  journeys: findJourneys(text),
  orders: words.identifiers,
  category,
});

/** Names as whole words, whatever their case and punctuation. */
const findProducts = (text: string, products: readonly string[]): readonly string[] => {
  if (products.length === 0) return [];
  const said = ` ${spell(readLetters(text))} `;
  return products.filter((product) => {
    const name = spell(readLetters(product));
    return name !== '' && said.includes(` ${name} `);
  });
};

const spell = ({ units, length }: Letters): string =>
  Array.from(units.subarray(0, length), (unit) => String.fromCodePoint(unit)).join('');

const train = /\b(ICE|ECE|RJX|IRE|FLX|TGV|IC|EC|RE|RB|NJ|RJ)[ -]?(\d{1,5})\b/g;
/** "flight LH 1234", "Flug Nr. 4U8512", "flight 382": what stands behind the word, with or without an airline. */
const flight =
  /\b(?:flight|flug)\s+(?:no\.?\s*|nr\.?\s*|number\s+|nummer\s+|#\s*)?([a-z]\d|\d[a-z]|[a-z]{2})?[ -]?(\d{2,4})\b/gi;
/** An airline and three or four digits written as one word in capitals. */
const flightNumber = /\b([A-Z]{2}|[A-Z]\d|\d[A-Z])(\d{3,4})\b/g;

/**
 * Flights and trains that a post names, in capitals, sorted: `FLIGHT382`, `ICE612`, `LH1234`. What is taken for one by
 * mistake keeps posts from being merged by machine and does no more harm.
 */
const findJourneys = (text: string): readonly string[] => {
  const found = new Set<string>();
  for (const [, kind = '', number = ''] of text.matchAll(train)) found.add(named(kind, number));
  for (const [, airline = 'FLIGHT', number = ''] of text.matchAll(flight)) found.add(named(airline, number));
  for (const [, airline = '', number = ''] of text.matchAll(flightNumber)) found.add(named(airline, number));
  return [...found].sort();
};

const named = (kind: string, number: string): string => `${kind.toUpperCase()}${Number(number)}`;
