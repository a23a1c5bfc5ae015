import type { Evidence, PriorContact } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { evidenceOf } from './spans.ts';

export interface FoundContact {
  readonly contact: PriorContact;
  readonly evidence: readonly Evidence[];
}

/** Days in a unit of time as people write it. */
const daysOfUnit: readonly (readonly [RegExp, number])[] = [
  [/^(?:min|minute)/, 1 / 1440],
  [/^(?:h|hr|hour|std|stunde)/, 1 / 24],
  [/^(?:d|day|tag)/, 1],
  [/^(?:w|week|wk|woche)/, 7],
  [/^(?:mo|mth|month|monat)/, 30],
  [/^(?:y|year|jahr)/, 365],
];

/** What the author tells of earlier attempts to reach the company: how often, for how long, and whether anybody answered. */
export const findPriorContact = (reading: Reading): FoundContact | null => {
  const contacts = reading.hits.contact;
  const unanswered = reading.hits.unanswered;
  if (contacts.length === 0 && unanswered.length === 0) return null;
  const durations = reading.hits.duration;
  const count = largest(contacts.flatMap((hit) => numbersOf(reading, hit)));
  const days = largest(durations.flatMap((hit) => daysOf(reading, hit)));
  return {
    contact: { count, days, isUnanswered: unanswered.length > 0 },
    evidence: [
      ...contacts.map((hit) =>
        evidenceOf(reading, hit, 'prior_contact', count === null ? undefined : `${count} times`),
      ),
      ...unanswered.map((hit) => evidenceOf(reading, hit, 'prior_contact', 'unanswered')),
      ...(days === null
        ? []
        : durations.map((hit) =>
            evidenceOf(reading, hit, 'prior_contact', `${Math.max(1, Math.round(days))} days`),
          )),
    ],
  };
};

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
const isTime = (reading: Reading, at: number): boolean => unitAt(reading, at + 1) !== null;

const daysOf = (reading: Reading, hit: Hit): number[] => {
  const found: number[] = [];
  for (let at = hit.from; at < Math.min(hit.to + 1, reading.terms.length); at++) {
    const unit = unitAt(reading, at);
    if (unit === null) continue;
    const value = reading.terms[at - 1]?.value ?? (isPlural(reading, at) ? 2 : 1);
    found.push(value * unit);
  }
  return found;
};

const unitAt = (reading: Reading, at: number): number | null => {
  const folded = reading.terms[at]?.folded;
  if (folded === undefined || !units.has(folded)) return null;
  return daysOfUnit.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
};

const units = new Set(
  'minute minutes min mins minuten hour hours hr hrs stunde stunden std day days tag tage tagen week weeks wk wks woche wochen month months mth mths monat monate monaten year years yr yrs jahr jahre jahren'.split(
    ' ',
  ),
);

const isPlural = (reading: Reading, at: number): boolean =>
  /(?:s|en|n|e)$/.test(reading.terms[at]?.folded ?? '');

const largest = (values: readonly number[]): number | null =>
  values.length === 0 ? null : Math.max(...values);
