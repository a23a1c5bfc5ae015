import { readdirSync } from 'node:fs';
import { categories, languages } from '../../src/domain/classification.ts';
import { type Row, readLines } from './read-lines.ts';

/** How well two who labelled the same sentences without seeing each other's labels agree: Cohen's kappa. */
export interface Agreement {
  readonly language: string;
  readonly label: string;
  readonly kappa: number;
  readonly count: number;
}

const labels = ['complaint', 'sentiment', 'severity', 'danger', 'relay', 'sameProblem'] as const;

/** Of our own sentences (train/own): each holds the first labels and, under `second`, those of the second pass. */
export const agreements = (folder: string): readonly Agreement[] => {
  const rows = readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .sort()
    .flatMap((name) => readLines(`${folder}/${name}`));
  return languages.flatMap((language) => {
    const told = rows.filter(({ lang, second }) => lang === language && second !== undefined);
    if (told.length === 0) return [];
    const of = (label: string, read: (row: Row) => unknown): Agreement => ({
      language,
      label,
      kappa: kappaOf(
        told.map((row) => String(read(row))),
        told.map((row) => String(read(row.second as Row))),
      ),
      count: told.length,
    });
    return [
      ...labels.map((label) => of(label, (row) => row[label])),
      ...categories.map((category) =>
        of(`category ${category}`, ({ categories: held }) => Array.isArray(held) && held.includes(category)),
      ),
    ];
  });
};

const kappaOf = (first: readonly string[], second: readonly string[]): number => {
  const values = [...new Set([...first, ...second])];
  const share = (list: readonly string[], value: string): number =>
    list.filter((one) => one === value).length / list.length;
  const expected = values.reduce((sum, value) => sum + share(first, value) * share(second, value), 0);
  const observed = first.filter((one, at) => one === second[at]).length / first.length;
  return expected === 1 ? 1 : (observed - expected) / (1 - expected);
};
