import type { Evidence } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { findSolved } from './solved.ts';
import { evidenceOf, holds, overlaps } from './spans.ts';
import { wordNear } from './word-near.ts';

export interface FoundSame {
  readonly isSame: boolean;
  readonly namesOther: boolean;
  readonly evidence: readonly Evidence[];
}

/** A reply of more words tells a story of its own: "same here" in its middle is about something else. */
const longestReply = 40;
/** Without the post that it answers, "same" in a longer text compares something else: "the same parcel again". */
const longestAlone = 14;
/** A reply this short joins by "auch" or "either" alone; a longer one says whom it befell beside it. */
const longestJoining = 10;
/** Words such as "auch" and "yes" mean "same here" only when they are all that a reply says. */
const longestTerse = 4;

const notSame: FoundSame = { isSame: false, namesOther: false, evidence: [] };

/** "Same here", "bei mir auch", "+1": the post joins the problem of the post that it answers. */
export const findSameProblem = (reading: Reading, parentText: string | null = null): FoundSame => {
  const hits = joiningHits(reading, parentText !== null);
  if (hits.length === 0) return notSame;
  const others = tellsFailure(reading) ? reading.hits.other_problem : [];
  if (others.length === 0 && saysOtherwise(reading, hits)) return notSame;
  return {
    isSame: true,
    namesOther: others.length > 0,
    evidence: [
      ...hits.map((hit) => evidenceOf(reading, hit, 'same_problem')),
      ...others.map((hit) => evidenceOf(reading, hit, 'other_problem')),
    ],
  };
};

const joiningHits = (reading: Reading, answers: boolean): readonly Hit[] => {
  if (reading.words > (answers ? longestReply : longestAlone)) return [];
  const { same_time: times, joiner } = reading.hits;
  const isNoTime = (hit: Hit): boolean => !times.some((time) => holds(time, hit));
  const same = reading.hits.same.filter(isNoTime);
  const terse = reading.hits.same_terse.filter(isNoTime);
  if (same.length > 0) return same;
  if (isOnlyTerse(reading)) return terse;
  if (!answers) return [];
  const found = joined(reading, joiner);
  return found.length > 0 || reading.words > longestBare ? found : bareFailure(reading);
};

/** "Zurich: dead." under a failure needs no "too". */
const longestBare = 6;

const bareFailure = ({ hits, questions }: Reading): readonly Hit[] =>
  questions.length > 0
    ? []
    : [...hits.failure, ...hits.breach, ...hits.blocked].filter(({ isNegated }) => !isNegated);

/** Words between "too" and whom it befell: "they closed mine as well". */
const nearby = 5;

const joined = (reading: Reading, joiners: readonly Hit[]): readonly Hit[] => {
  const [clear] = joiners.filter(({ label }) => label === null);
  if (clear !== undefined) return [clear];
  if (reading.words <= longestJoining) return joiners;
  return joiners.filter((hit) => tellsOfPerson(reading, hit, { words: nearby }));
};

const tellsOfPerson = wordNear('person');

const isOnlyTerse = (reading: Reading): boolean => {
  if (reading.words === 0 || reading.words > longestTerse) return false;
  const covered = reading.hits.same_terse.reduce((sum, hit) => sum + hit.to - hit.from, 0);
  return covered * 2 >= reading.words;
};

/** The "just" of "not just you" gives no advice. */
const saysOtherwise = (reading: Reading, joining: readonly Hit[]): boolean =>
  reading.hits.otherwise.some((hit) => !joining.some((same) => overlaps(same, hit))) ||
  findSolved(reading).isSolved;

const tellsFailure = (reading: Reading): boolean =>
  reading.hits.failure.length > 0 || reading.hits.blocked.length > 0;
