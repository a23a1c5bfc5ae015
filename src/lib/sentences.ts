import type { CatalogueLanguage } from './catalogue.ts';
import { germanSentences } from './german/sentences.ts';

/**
 * A sentence of ours that exists in English alone, because it was stored with its source or names a line of the
 * configuration, in the language of the reader. One that is not known stays as it is: better English than nothing.
 */
export const sentenceIn = (sentence: string, language: CatalogueLanguage): string => {
  if (language === 'en') return sentence;
  for (const { pattern, german } of patterns) {
    const found = pattern.exec(sentence);
    if (found !== null) return fill(german, found.groups ?? {}, language);
  }
  return sentence;
};

/** `{reason}` and `{advice}` are sentences within a sentence. */
const fill = (
  german: string,
  values: Readonly<Record<string, string>>,
  language: CatalogueLanguage,
): string =>
  german.replace(/\{(\w+)\}/g, (found, name: string) => {
    const value = values[name];
    if (value === undefined) return found;
    return name === 'reason' || name === 'advice' ? sentenceIn(value, language) : value;
  });

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** What a placeholder stands for: numbers and addresses end where they end, the rest is as short as the sentence allows. */
const shapes: Readonly<Record<string, string>> = {
  place: '\\S+',
  key: '\\S+',
  line: '\\d+',
  status: '\\d+',
  count: '\\d+',
};

const patternOf = (english: string): RegExp =>
  new RegExp(
    `^${english
      .split(/(\{\w+\})/)
      .map((part) => {
        const name = /^\{(\w+)\}$/.exec(part)?.[1];
        return name === undefined ? escaped(part) : `(?<${name}>${shapes[name] ?? '.+?'})`;
      })
      .join('')}$`,
    's',
  );

const patterns = germanSentences.map(([english, german]) => ({ pattern: patternOf(english), german }));
