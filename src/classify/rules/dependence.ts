import type { Hit, Reading } from '../reading/read.ts';
import { unmitigated } from './mitigated.ts';
import { besideOf, holds, sentenceOf, uncovered } from './spans.ts';
import { wordNear } from './word-near.ts';

/** Words between what somebody needs and what is said to have failed: "Tabletten schon wieder nicht geliefert". */
const nearby = 10;

/**
 * Signs that somebody depends on what failed: phrases that say so; medicine or a device beside a failure in the same
 * sentence; somebody on wheels or crutches, and a lift or ramp, in a post that tells of a failure; warmth, water or power
 * that lacks, where cold, time or a small child makes it weigh. None of them alone, none where the author has other means.
 */
export const findDependence = (reading: Reading): readonly Hit[] => {
  const { dependence, lifeline, mobility, access } = reading.hits;
  const found = [...dependence, ...apartFrom(dependence, [...alone(reading), ...lacked(reading)])];
  const mayNeed = lifeline.length > 0 || (mobility.length > 0 && access.length > 0);
  if (!mayNeed) return unmitigated(reading, found);
  const failures = uncovered(reading, 'failure').filter(({ label }) => label !== 'weak');
  return unmitigated(reading, [
    ...found,
    ...apartFrom(found, [...heldUp(reading, failures), ...failedLifelines(reading, failures)]),
  ]);
};

/** What no phrase before says already. */
const apartFrom = (said: readonly Hit[], hits: readonly Hit[]): readonly Hit[] => {
  const beside = besideOf(said, 1);
  return hits.filter((hit) => !beside(hit).some((other) => holds(other, hit)));
};

const alone = ({ hits }: Reading): readonly Hit[] =>
  hits.strait.filter(({ label }) => label === null || label === 'alone');

/** Words between what a household needs and the word that it lacks. */
const nearbyLack = 6;

const lacks = wordNear('lack');

const lacked = (reading: Reading): readonly Hit[] => {
  const { need, strait } = reading.hits;
  if (need.length === 0) return need;
  const weighs = strait.length > 0;
  const isSerious = strait.some(({ label }) => label !== 'time' && label !== 'cold');
  return need.filter(
    (hit) =>
      (isAid(hit) || hit.label === 'warmth' || (hit.label === 'line' ? isSerious : weighs)) &&
      lacks(reading, hit, { words: nearbyLack, inSentence: !isAid(hit) }),
  );
};

const isAid = ({ label }: Hit): boolean => label === 'medicine' || label === 'device' || label === 'care';

/** The first of each, where the failure is told in the sentence of either. */
const heldUp = (reading: Reading, failures: readonly Hit[]): readonly Hit[] => {
  const [needs] = reading.hits.mobility;
  if (needs === undefined) return [];
  const failed = new Set(failures.map((failure) => sentenceOf(reading, failure)));
  const isTold = failed.has(sentenceOf(reading, needs));
  const means = reading.hits.access.find(
    (hit) =>
      isTold ||
      failed.has(sentenceOf(reading, hit)) ||
      lacks(reading, hit, { words: nearbyLack, inSentence: true }),
  );
  return means === undefined ? [] : [needs, means];
};

const failedLifelines = (reading: Reading, failures: readonly Hit[]): readonly Hit[] => {
  const beside = besideOf(failures, nearby);
  const besideSaid = besideOf(reading.hits.dependence, 1);
  return reading.hits.lifeline.filter(
    (hit) =>
      beside(hit).some((failure) => sentenceOf(reading, failure) === sentenceOf(reading, hit)) &&
      !besideSaid(hit).some((said) => holds(said, hit)),
  );
};
