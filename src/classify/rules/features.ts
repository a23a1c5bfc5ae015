import type { Cue } from '../lexicon/cues.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { isAsked, meant } from './courtesy.ts';
import { findDependence } from './dependence.ts';
import { findPraise } from './praise.ts';
import { findSolved } from './solved.ts';
import { holds, isAfterBut, sentenceOf, uncovered } from './spans.ts';

/** What the complaint score adds up, in the order of the weights. */
export const features = [
  'failure',
  'failure_more',
  'trouble',
  'blocked',
  'unanswered',
  'contact',
  'duration',
  'demand',
  'annoyance',
  'annoyance_more',
  'praise',
  'praise_more',
  'praise_after_but',
  'complaint_after_but',
  'thanks',
  'solved',
  'relay',
  'opinion',
  'opinion_without_own',
  'advert',
  'employee',
  'help',
  'why',
  'ask',
  'only_asks',
  'still',
  'own',
  'stake',
  'loss_of_money',
  'sarcasm',
  'hypothetical',
  'question',
  'danger',
  'minor',
  'minor_more',
  'breach',
  'breach_more',
  'silence',
] as const;

const count = (reading: Reading, cue: Cue): number => reading.hits[cue].length;
const flag = (value: boolean): number => (value ? 1 : 0);
const seen = (reading: Reading, cue: Cue): number => flag(reading.hits[cue].length > 0);
const more = (n: number): number => Math.min(Math.max(n - 1, 0), 2);

/** What rules have found that the signs tell of as well. */
export interface Found {
  readonly hasDanger: boolean;
  readonly isSolved: boolean;
  readonly praise: readonly Hit[];
  readonly dependence: readonly Hit[];
}

/** Signs of a complaint found in a text; written into `row`, so that nothing is allocated for each post. */
export const featuresOf = (reading: Reading, hasDanger: boolean, row: Float64Array): void =>
  writeSigns(
    reading,
    {
      hasDanger,
      isSolved: findSolved(reading).isSolved,
      praise: findPraise(reading),
      dependence: findDependence(reading),
    },
    row,
  );

/** The same where the rules were asked already. */
export const writeSigns = (
  reading: Reading,
  { hasDanger, isSolved, praise, dependence }: Found,
  row: Float64Array,
): void => {
  const failures = uncovered(reading, 'failure').length;
  const annoyances = annoyancesTold(reading);
  const troubles = uncovered(reading, 'trouble').length;
  const praises = praise.length;
  const hasOwn = count(reading, 'own') > 0;
  const tells =
    failures + annoyances + count(reading, 'unanswered') + count(reading, 'blocked') + troubles > 0;
  const asked = meant(reading, reading.hits.ask);
  const isQuestion = isAsked(reading);
  const asks = asked.length > 0 || isQuestion;
  let at = 0;
  row[at++] = flag(failures > 0);
  row[at++] = more(failures);
  row[at++] = flag(troubles > 0);
  row[at++] = seen(reading, 'blocked');
  row[at++] = seen(reading, 'unanswered');
  row[at++] = seen(reading, 'contact');
  row[at++] = seen(reading, 'duration');
  row[at++] = seen(reading, 'demand');
  row[at++] = flag(annoyances > 0);
  row[at++] = more(annoyances);
  row[at++] = flag(praises > 0);
  row[at++] = more(praises);
  row[at++] = flag(isAfterBut(reading, praise));
  row[at++] = flag(isAfterBut(reading, reading.hits.failure) || isAfterBut(reading, reading.hits.annoyance));
  row[at++] = flag(meant(reading, reading.hits.thanks).length > 0);
  row[at++] = flag(isSolved);
  row[at++] = seen(reading, 'relay');
  row[at++] = seen(reading, 'opinion');
  row[at++] = flag(count(reading, 'opinion') > 0 && !hasOwn);
  row[at++] = seen(reading, 'advert');
  row[at++] = seen(reading, 'employee');
  row[at++] = flag(meant(reading, reading.hits.help).length > 0);
  row[at++] = seen(reading, 'why');
  row[at++] = flag(asked.length > 0);
  row[at++] = flag(asks && !tells);
  row[at++] = seen(reading, 'still');
  row[at++] = flag(hasOwn);
  row[at++] = flag(dependence.length + count(reading, 'dated_loss') > 0);
  row[at++] = seen(reading, 'loss_of_money');
  row[at++] = seen(reading, 'sarcasm');
  row[at++] = flag(hasSupposition(reading));
  row[at++] = flag(isQuestion);
  row[at++] = flag(hasDanger);
  writeBreaches(reading, row, at);
};

/** What bothers and what breaks something owed: the last five. */
const writeBreaches = (reading: Reading, row: Float64Array, from: number): void => {
  const minors = meant(reading, reading.hits.minor).filter(({ label }) => label !== 'weak').length;
  const breaches = reading.hits.breach.filter(({ isNegated }) => !isNegated).length;
  let at = from;
  row[at++] = flag(minors > 0);
  row[at++] = more(minors);
  row[at++] = flag(breaches > 0);
  row[at++] = more(breaches);
  row[at] = seen(reading, 'silence');
};

/** "Is it bad if …" asks, and "not a great look" has a view: neither is displeased. */
const annoyancesTold = (reading: Reading): number => {
  const told = uncovered(reading, 'annoyance');
  if (told.length === 0) return 0;
  const others = [...reading.hits.hypothetical, ...reading.hits.opinion];
  return told.filter((hit) => !others.some((other) => holds(other, hit))).length;
};

/** A supposition beside which nothing is told as a fact. */
const hasSupposition = (reading: Reading): boolean => {
  if (reading.hits.hypothetical.length === 0) return false;
  const supposed = new Set(reading.hits.hypothetical.map((hit) => sentenceOf(reading, hit)));
  return supposed.size > 0 && reading.hits.failure.every((hit) => supposed.has(sentenceOf(reading, hit)));
};
