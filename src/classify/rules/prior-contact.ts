import type { Evidence, PriorContact } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { attemptsIn } from './attempts.ts';
import { evidenceOf, sentenceOf } from './spans.ts';
import { daysWaited, type Stretch } from './waiting.ts';

export interface FoundContact {
  readonly contact: PriorContact;
  readonly evidence: readonly Evidence[];
}

/** What the author tells of earlier attempts to reach the company: how often, for how long, and whether anybody answered. */
export const findPriorContact = (reading: Reading): FoundContact | null => {
  const { contact: contacts, attempt } = reading.hits;
  const silences = silencesIn(reading);
  if (contacts.length + silences.length + attempt.length === 0) return null;
  const attempts = attemptsIn(reading, silences.length > 0);
  const days = daysWaited(reading, tellingOf(reading, [...contacts, ...silences, ...attempt]));
  const count = larger(largest(contacts.flatMap((hit) => numbersOf(reading, hit))), attempts);
  const isUnanswered = silences.length > 0 || isIgnored(reading, attempts);
  if (contacts.length === 0 && count === null && !isUnanswered) return null;
  return {
    contact: { count, days, isUnanswered },
    evidence: evidenceIn(reading, { count, days, silences }),
  };
};

const nearby = 8;

const near = ({ from, to }: Hit): Stretch => ({ from: from - nearby, to: to + nearby });

/** From the sentence before the first of these up to the one after the last: a year told elsewhere was not waited. */
const tellingOf = ({ sentenceEnds, terms }: Reading, hits: readonly Hit[]): Stretch => {
  let first = terms.length;
  let last = 0;
  for (const { from, to } of hits) {
    first = Math.min(first, from);
    last = Math.max(last, to - 1);
  }
  const before = sentenceEnds.filter((end) => end < first).at(-2) ?? -1;
  const behind = sentenceEnds.filter((end) => end >= last)[1] ?? terms.length;
  return { from: before + 1, to: behind };
};

/** From the third attempt on, a customer who tells of no answer got none. */
const ignoredFrom = 3;

const isIgnored = (reading: Reading, attempts: number | null): boolean => {
  const { answered, minor, attempt } = reading.hits;
  // "Called five times" by itself says nothing of what came of it.
  if (answered.length > 0 || minor.length > 0 || reading.words < enoughTold) return false;
  if ((attempts ?? 0) >= ignoredFrom) return true;
  return attempt.some((hit) => hit.label === 'did' && (daysWaited(reading, near(hit)) ?? 0) >= week);
};

const enoughTold = 5;

const week = 7;

/** Signs that nobody answered, but for those in a sentence that boasts or threatens: "think twice before you ignore me". */
const silencesIn = (reading: Reading): readonly Hit[] => {
  const { unanswered, boast } = reading.hits;
  const silence = silenceTold(reading);
  const all = silence.length === 0 ? unanswered : [...unanswered, ...silence];
  if (all.length === 0 || boast.length === 0) return all;
  const boasts = new Set(boast.map((hit) => sentenceOf(reading, hit)));
  return all.filter((hit) => !boasts.has(sentenceOf(reading, hit)));
};

/** Quiet by itself is none: "without a word" of explanation, a loudspeaker that falls silent. Somebody was to speak. */
const silenceTold = (reading: Reading): readonly Hit[] => {
  const { silence, unanswered, contact, attempt } = reading.hits;
  if (unanswered.length + contact.length + attempt.length > 0) return silence;
  return silence.filter((hit) => hit.label !== 'quiet' || (daysWaited(reading, near(hit)) ?? 0) >= 1);
};

interface Told {
  readonly count: number | null;
  readonly days: number | null;
  readonly silences: readonly Hit[];
}

const evidenceIn = (reading: Reading, { count, days, silences }: Told): Evidence[] => [
  ...contactsShown(reading, count).map((hit) =>
    evidenceOf(reading, hit, 'prior_contact', count === null ? undefined : `${count} times`),
  ),
  ...silences.map((hit) => evidenceOf(reading, hit, 'prior_contact', 'unanswered')),
  ...(days === null
    ? []
    : reading.hits.duration.map((hit) =>
        evidenceOf(reading, hit, 'prior_contact', `${Math.max(1, Math.round(days))} days`),
      )),
];

const contactsShown = ({ hits }: Reading, count: number | null): readonly Hit[] =>
  hits.contact.length > 0 || count === null ? hits.contact : hits.attempt;

/** More than a thousand attempts is a figure of speech, and a year is no number of calls. */
const mostAttempts = 1_000;

const numbersOf = (reading: Reading, hit: Hit): number[] => {
  const found: number[] = [];
  for (let at = hit.from; at < hit.to; at++) {
    const value = reading.terms[at]?.value;
    if (value !== null && value !== undefined && value >= 1 && value < mostAttempts && !isTime(reading, at))
      found.push(Math.round(value));
  }
  return found;
};

/** "2 weeks" inside "called 5 times in 2 weeks" is no number of calls. */
const isTime = ({ terms }: Reading, at: number): boolean =>
  /^(?:min|minute|h|hr|hour|std|stunde|d|day|tag|w|week|wk|woche|mo|mth|month|monat|y|year|yr|jahr)[sen]{0,2}$/.test(
    terms[at + 1]?.folded ?? '',
  );

const largest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values);

const larger = (a: number | null, b: number | null): number | null =>
  a === null ? b : b === null ? a : Math.max(a, b);
