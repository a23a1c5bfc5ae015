import { readdirSync } from 'node:fs';
import { hashOf } from '../../src/classify/model/hash.ts';
import { type Category, categories, languages } from '../../src/domain/classification.ts';
import type { Example, Sentiment } from './example.ts';
import { type Row, readLines, stringOf } from './read-lines.ts';

const sentiments: Readonly<Record<string, Sentiment>> = { neg: 0, neu: 1, pos: 2 };

/** Every fifth group of twins, or sentence without one, is for testing: told by a hash, so that it stays so. */
export const isHeld = (group: string): boolean => (hashOf(group, 7) >>> 0) % 5 === 0;

/** Our own sentences (train/own/*.jsonl), files and lines in their order. */
export const readOwn = (folder: string): readonly Example[] =>
  readOwnRows(folder).map(({ row }) => exampleOf(row));

/** The rows of all files with the names of those. */
export const readOwnRows = (folder: string): readonly { readonly file: string; readonly row: Row }[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((file) => readLines(`${folder}/${file}`).map((row) => ({ file, row })));

const exampleOf = (row: Row): Example => {
  const sentiment = sentiments[stringOf(row, 'sentiment')];
  return {
    set: 'own',
    text: stringOf(row, 'text'),
    language: languages.find((language) => language === row.lang) ?? 'other',
    complaint: Number(row.complaint) === 1,
    ...(sentiment === undefined ? {} : { sentiment }),
    categories: categoriesOf(row.categories),
    relay: Number(row.relay) === 1,
    kind: stringOf(row, 'kind'),
    isHeld: isHeld(groupOf(row)),
  };
};

const categoriesOf = (value: unknown): readonly Category[] =>
  Array.isArray(value) ? categories.filter((category) => value.includes(category)) : [];

/** The group of twins that a sentence belongs to; one without twins is its own. */
export const groupOf = (row: Row): string => {
  const pair = row.pair;
  const group = typeof pair === 'object' && pair !== null ? (pair as Row).group : null;
  return typeof group === 'string' ? group : stringOf(row, 'id');
};
