import type { Evidence } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import { evidenceOf, holds } from './spans.ts';

export interface FoundSame {
  readonly isSame: boolean;
  readonly namesOther: boolean;
  readonly evidence: readonly Evidence[];
}

/** A reply of more words tells a story of its own: "same here" in its middle is about something else. */
const longestReply = 60;
/** Words such as "auch" and "yes" mean "same here" only when they are all that a reply says. */
const longestTerse = 4;

const notSame: FoundSame = { isSame: false, namesOther: false, evidence: [] };

/** "Same here", "bei mir auch", "+1": the post joins the problem of the post that it answers. */
export const findSameProblem = (reading: Reading): FoundSame => {
  const clear = reading.words <= longestReply ? reading.hits.same : [];
  const terse = isOnlyTerse(reading) ? reading.hits.same_terse : [];
  const told = clear.length > 0 ? clear : terse;
  const times = reading.hits.same_time;
  const hits = told.filter((hit) => !times.some((time) => holds(time, hit)));
  if (hits.length === 0) return notSame;
  const others = tellsFailure(reading) ? reading.hits.other_problem : [];
  return {
    isSame: true,
    namesOther: others.length > 0,
    evidence: [
      ...hits.map((hit) => evidenceOf(reading, hit, 'same_problem')),
      ...others.map((hit) => evidenceOf(reading, hit, 'other_problem')),
    ],
  };
};

const isOnlyTerse = (reading: Reading): boolean => {
  if (reading.words === 0 || reading.words > longestTerse) return false;
  const covered = reading.hits.same_terse.reduce((sum, hit) => sum + hit.to - hit.from, 0);
  return covered * 2 >= reading.words;
};

const tellsFailure = (reading: Reading): boolean =>
  reading.hits.failure.length > 0 || reading.hits.blocked.length > 0;
