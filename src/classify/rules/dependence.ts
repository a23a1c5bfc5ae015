import type { Hit, Reading } from '../reading/read.ts';
import { besideOf, holds, sentenceOf, uncovered } from './spans.ts';

/** Words between what somebody needs and what is said to have failed: "Tabletten schon wieder nicht geliefert". */
const nearby = 10;

/**
 * Signs that somebody depends on what failed: phrases that say so; medicine or a device beside a failure in the same
 * sentence; somebody on wheels or crutches, and a lift or ramp, in a post that tells of a failure. None of them alone.
 */
export const findDependence = (reading: Reading): readonly Hit[] => {
  const { dependence, lifeline, mobility, access } = reading.hits;
  const mayNeed = lifeline.length > 0 || (mobility.length > 0 && access.length > 0);
  if (!mayNeed) return dependence;
  const failures = uncovered(reading, 'failure').filter(({ label }) => label !== 'weak');
  if (failures.length === 0) return dependence;
  return [...dependence, ...heldUp(reading, failures), ...failedLifelines(reading, failures)];
};

/** The first of each, where the failure is told in the sentence of either. */
const heldUp = (reading: Reading, failures: readonly Hit[]): readonly Hit[] => {
  const [needs] = reading.hits.mobility;
  if (needs === undefined) return [];
  const failed = new Set(failures.map((failure) => sentenceOf(reading, failure)));
  const isTold = failed.has(sentenceOf(reading, needs));
  const means = reading.hits.access.find((hit) => isTold || failed.has(sentenceOf(reading, hit)));
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
