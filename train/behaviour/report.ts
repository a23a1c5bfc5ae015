import { mean } from '../learn/measures.ts';
import type { Outcome } from './run.ts';

const kinds = ['functionality', 'invariance', 'direction', 'fairness'] as const;

const percent = (x: number): string => (100 * x).toFixed(1);

/** Outcomes by language and kind, the mean before its tests. */
export const behaviourLines = (outcomes: readonly Outcome[]): readonly string[] =>
  (['en', 'de'] as const).flatMap((language) =>
    kinds.flatMap((kind) => {
      const of = outcomes.filter(({ test }) => test.kind === kind && test.language === language);
      const title = `behaviour, ${kind}, ${language}: mean share that failed`;
      return [`${title.padEnd(58)} ${percent(mean(of.map(({ failed }) => failed)))}`, ...of.map(lineOf)];
    }),
  );

const lineOf = ({ test, failed, flips }: Outcome): string =>
  `  ${`${test.name} (${test.cases.length})`.padEnd(56)} ${percent(failed)}${test.kind === 'fairness' ? flipsOf(flips) : ''}`;

/** Share of single swaps that changed each answer. */
const flipsOf = (flips: Outcome['flips']): string =>
  Object.entries(flips)
    .map(([what, share]) => `; ${what} ${percent(share)}`)
    .join('');
