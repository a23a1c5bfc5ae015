import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { wordsOf } from './reading-of.ts';

const folder = new URL('../../../shared/data/', import.meta.url);
const isThere = existsSync(folder);
const isRequired = process.env.EVENHAND_SHARED === 'required';

interface Labelled {
  readonly text: string;
  readonly label: string | number;
}

const rowsOf = (name: string): readonly Labelled[] =>
  readFileSync(new URL(name, folder), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Labelled);

interface Scores {
  readonly macroF1: number;
  readonly auc: number;
}

const scoresOf = (rows: readonly Labelled[], isPositive: (row: Labelled) => boolean): Scores => {
  const scored = rows.map((row) => ({ score: wordsOf(row.text).complaint, is: isPositive(row) }));
  const count = (is: boolean, said: boolean): number =>
    scored.filter((one) => one.is === is && one.score >= 0.5 === said).length;
  const f1 = (right: number, wrong: number): number => (2 * right) / (2 * right + wrong);
  const wrong = count(true, false) + count(false, true);
  return { macroF1: (f1(count(true, true), wrong) + f1(count(false, false), wrong)) / 2, auc: aucOf(scored) };
};

/** Chance that a positive scores above a negative, ties by half: ranks of Mann and Whitney. */
const aucOf = (scored: readonly { readonly score: number; readonly is: boolean }[]): number => {
  const positive = scored.filter(({ is }) => is).map(({ score }) => score);
  const negative = scored
    .filter(({ is }) => !is)
    .map(({ score }) => score)
    .sort((a, b) => a - b);
  const below = (score: number, orEqual: boolean): number => {
    let low = 0;
    let high = negative.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const value = negative[middle] ?? 0;
      if (value < score || (orEqual && value === score)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const sum = positive.reduce((total, score) => total + (below(score, false) + below(score, true)) / 2, 0);
  return sum / (positive.length * negative.length);
};

describe('labelled posts of others (skipped, needs ../shared, when it is absent)', () => {
  it('are there when they are required', () => {
    expect(isThere || !isRequired).toBe(true);
  });

  (isThere ? it : it.skip)('in English are told apart at least as well as measured before', () => {
    const scores = scoresOf(rowsOf('complaints-en-xci.jsonl'), ({ label }) => Number(label) === 1);
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.74);
    expect(scores.auc).toBeGreaterThanOrEqual(0.8);
  });

  (isThere ? it : it.skip)('in German are told apart at least as well as measured before', () => {
    const scores = scoresOf(rowsOf('transit-de-mobasa.jsonl'), ({ label }) => label === 'neg');
    expect(scores.macroF1).toBeGreaterThanOrEqual(0.71);
    expect(scores.auc).toBeGreaterThanOrEqual(0.75);
  });
});
