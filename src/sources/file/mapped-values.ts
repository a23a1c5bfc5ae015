import type { FieldNames, FileField } from './file-map.ts';
import type { LineValues } from './to-mention.ts';

/** What a mapping found in a line or record: as our own format has it, and what some exports keep apart. */
export interface MappedValues extends LineValues {
  readonly title?: unknown;
  /** The time of day, where `at` is the day alone. */
  readonly time?: unknown;
}

/** Names that a mapping tells for a field; the first that holds something counts. */
export const namesFor = (fields: FieldNames, field: FileField): readonly string[] => {
  const told = fields[field];
  if (told === undefined) return [];
  return typeof told === 'string' ? [told] : told;
};

/** A title stands before the words, unless they begin with it; a time of day stands behind its day. */
export const joinValues = ({ title, time, ...values }: MappedValues): LineValues => ({
  ...values,
  lang: tagOf(values.lang),
  text: withTitle(title, values.text),
  at:
    typeof time === 'string' && time.trim() !== '' ? `${String(values.at ?? '')} ${time.trim()}` : values.at,
});

/** Exports for people name languages in words. */
const tagOf = (lang: unknown): unknown =>
  typeof lang === 'string' ? (tags.get(lang.trim().toLowerCase()) ?? lang) : lang;

const tags = new Map([
  ['english', 'en'],
  ['german', 'de'],
  ['french', 'fr'],
  ['spanish', 'es'],
  ['italian', 'it'],
  ['portuguese', 'pt'],
  ['dutch', 'nl'],
]);

const withTitle = (title: unknown, text: unknown): unknown => {
  if (typeof title !== 'string' || title.trim() === '') return text;
  if (text === undefined || text === null || text === '') return title;
  if (typeof text !== 'string') return text;
  const heading = title.trim();
  // Listening tools cut a post's own words to make its title.
  const begun = heading.replace(/(?:…|\.{3})$/, '').trimEnd();
  return text.trimStart().startsWith(begun) ? text : `${heading}\n\n${text}`;
};

/** The value of a key, or of a path of keys with dots between them; a key that holds dots itself comes first. */
export const valueAt = (value: Readonly<Record<string, unknown>>, name: string): unknown => {
  if (Object.hasOwn(value, name)) return value[name];
  if (!name.includes('.')) return undefined;
  let found: unknown = value;
  for (const key of name.split('.')) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    found = (found as Readonly<Record<string, unknown>>)[key];
  }
  return found;
};
