import { asCalled } from './program.ts';

/** Texts that a person reads exist in these languages from the start. */
export const catalogueLanguages = ['en', 'de'] as const;
export type CatalogueLanguage = (typeof catalogueLanguages)[number];

export type Values = Readonly<Record<string, string | number>>;
/** With `{placeholders}`; the two forms are chosen by the value `count`. */
export type Message = string | { readonly one: string; readonly other: string };
export type Catalogue<Key extends string = string> = Readonly<Record<Key, Message>>;
export type Say<Key extends string> = (language: CatalogueLanguage, key: Key, values?: Values) => string;

/** British English: the day stands before the month and the clock has 24 hours, as in German. */
export const localeOf: Readonly<Record<CatalogueLanguage, string>> = { en: 'en-GB', de: 'de-DE' };

/**
 * Makes the function that says a message in a language. A placeholder without a value stays visible, it never throws.
 * Commands of ours that a message names are said as they are called here.
 */
export const createSay =
  <Key extends string>(catalogues: Readonly<Record<CatalogueLanguage, Catalogue<Key>>>): Say<Key> =>
  (language, key, values = {}) =>
    fill(asCalled(form(catalogues[language][key], values)), values, language);

const form = (message: Message, values: Values): string => {
  if (typeof message === 'string') return message;
  return Number(values.count) === 1 ? message.one : message.other;
};

const fill = (template: string, values: Values, language: CatalogueLanguage): string =>
  template.replace(/\{(\w+)\}(\.(?=\s|$))?/g, (found, name: string, stop = '') => {
    if (!Object.hasOwn(values, name)) return found;
    const value = values[name];
    const said = typeof value === 'number' ? value.toLocaleString(localeOf[language]) : String(value);
    // "in 5 Tg." ends a sentence by itself.
    return said.endsWith('.') ? said : `${said}${stop}`;
  });
