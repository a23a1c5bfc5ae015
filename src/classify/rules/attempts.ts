import { sentenceAt } from '../reading/frame.ts';
import type { Hit, Reading } from '../reading/read.ts';
import type { Term } from '../reading/term.ts';
import { createTermMarks } from '../reading/term-slots.ts';
import { traits } from '../reading/traits.ts';
import { codes } from './amounts.ts';
import { sentenceOf } from './spans.ts';
import { isUnit } from './waiting.ts';

/** More than a thousand attempts is a figure of speech, and a year is no number of calls. */
const mostAttempts = 1_000;
/** "Brief, Brief, Einschreiben, Fax": so many words of contact are as many attempts, numbered or not. */
const enough = 4;

/**
 * Number of attempts that a text tells of; null: none is numbered. "Four mails and two calls" are six; "Monday, again on
 * Wednesday, twice on Friday" are as many as there are days; "third time asking" is three.
 */
export const attemptsIn = (reading: Reading, isSilent: boolean): number | null => {
  const hits = reading.hits.attempt;
  if (hits.length === 0) return null;
  const numbered = sumOfKinds(reading, hits);
  const dated = datesNamed(reading, hits);
  const most = Math.max(
    numbered,
    dated >= 3 ? dated : 0,
    isSilent && hits.length >= enough ? hits.length : 0,
  );
  return most === 0 ? null : Math.min(most, mostAttempts);
};

/** The largest number for each word of contact, summed: "four mails and two calls". */
const sumOfKinds = (reading: Reading, hits: readonly Hit[]): number => {
  const largest = new Map<string, number>();
  let times = 0;
  for (const hit of hits) {
    const counted = hit.label === 'thing' ? countOf(reading, hit) : 0;
    const kind = (reading.terms[hit.from]?.folded ?? '').slice(0, 4);
    if (counted > (largest.get(kind) ?? 0)) largest.set(kind, counted);
    times = Math.max(times, timesBeside(reading, hit));
  }
  let sum = 0;
  for (const counted of largest.values()) sum += counted;
  return Math.max(sum, times);
};

/** "Four mails", "four polite mails", "calls: 7", "14 Nachrichten". */
const countOf = (reading: Reading, hit: Hit): number => {
  for (let at = hit.from - 1; at >= hit.from - 2; at--) {
    const term = reading.terms[at];
    if (term === undefined || (term.traits & traits.clauseEnd) !== 0) break;
    if (isOfMoney(term)) return 0;
    if (isCount(term.value)) return isTheAuthors(reading, at, hit) ? term.value : 0;
  }
  return countAfter(reading, hit.to);
};

/** "Calls: 7", "voicemails left: eight", "ticket #4", "letter FIVE"; "call 5 minutes" is none. */
const countAfter = (reading: Reading, at: number): number => {
  const number = reading.terms[at]?.value ?? null;
  if (isCount(number) && !isUnit(foldedAt(reading, at + 1))) return number;
  if (!announcing.has(foldedAt(reading, at))) return 0;
  const value = reading.terms[foldedAt(reading, at + 1) === ':' ? at + 2 : at + 1]?.value ?? null;
  return isCount(value) ? value : 0;
};

const announcing = new Set([':', '#', 'left', 'number']);

const foldedAt = ({ terms }: Reading, at: number): string => terms[at]?.folded ?? '';

/** "35 euros. Please": a price numbers nothing. */
const isOfMoney = ({ folded }: Term): boolean => money.has(folded);
const money = new Set(Object.keys(codes));

/** Calls that the author got, tickets that were bought and messages on a bill are none that the author made. */
const isTheAuthors = (reading: Reading, at: number, hit: Hit): boolean => {
  if (received.has(foldedAt(reading, at - 1)) || bought.has(foldedAt(reading, at - 1))) return false;
  const behind = foldedAt(reading, hit.to + 1);
  return !(billed.has(behind) || billed.has(foldedAt(reading, hit.to + 2))) && !perTime(reading, hit.to);
};

/** "Four messages a week": they come, nobody makes them. */
const perTime = (reading: Reading, at: number): boolean =>
  per.has(foldedAt(reading, at)) &&
  isUnit(foldedAt(reading, at + (per.has(foldedAt(reading, at + 1)) ? 2 : 1)));
const per = new Set('a per each every pro jede jeden'.split(' '));

const received = new Set(
  'had got received get getting bekommen bekomme erhalten kriege krieg gekriegt the die'.split(' '),
);
const bought = new Set(
  'bought buy booked book paid ordered purchased for kaufte gekauft buchte gebucht bezahlt bestellt fuer'.split(
    ' ',
  ),
);
const billed = new Set('bill invoice statement rechnung abrechnung auszug'.split(' '));

const isCount = (value: number | null): value is number => value !== null && value >= 1 && value < 200;

const timeWords = new Set(['times', 'time', 'mal', 'x', 'male', 'mals', 'occasions', 'different']);
const nearby = 5;

/** "Rang them five times", "dreimal angerufen", "third time asking", "zum dritten Mal bitte ich". */
const timesBeside = (reading: Reading, hit: Hit): number => {
  let most = 0;
  const end = Math.min(hit.to + nearby, reading.terms.length);
  for (let at = Math.max(0, hit.from - nearby); at < end; at++) {
    const term = reading.terms[at];
    if (term === undefined || !isCount(term.value)) continue;
    const isTimes =
      timeWords.has(reading.terms[at + 1]?.folded ?? '') || /(?:mal|\dx|ice)$/.test(term.folded);
    if (isTimes && term.value > most) most = term.value;
  }
  return most;
};

/** Days named in the sentences that tell of contact: weekdays, months, "on the 5th", "am 9.", "22.9.". */
const datesNamed = (reading: Reading, hits: readonly Hit[]): number => {
  const told = new Set(hits.map((hit) => sentenceOf(reading, hit)));
  let named = 0;
  for (let at = 0; at < reading.terms.length; at++)
    if (
      mayBeDate(reading.terms[at] as Term) === 1 &&
      isDate(reading, at) &&
      told.has(sentenceAt(reading, Math.max(0, at - 1)))
    )
      named++;
  return named;
};

const mayBeDate = createTermMarks(12, ({ folded }) => (dayNames.has(folded) || /^\d/.test(folded) ? 1 : 0));

const isDate = (reading: Reading, at: number): boolean => {
  const { folded = '', word = '' } = reading.terms[at] ?? {};
  if (dayNames.has(folded) || /^\d{1,2}(?:(?:st|nd|rd|th)|\.\d{1,2})$/.test(folded)) return true;
  return /^\d{1,2}$/.test(word) && (isSlashed(reading, at) || isDayOfMonth(reading, at));
};

/** "Am 9.", "vom 3.": the mark and the word before say that it is a day. */
const isDayOfMonth = (reading: Reading, at: number): boolean =>
  foldedAt(reading, at + 1) === '.' && beforeDay.has(foldedAt(reading, at - 1));

const beforeDay = new Set(['am', 'vom', ',', 'und', 'and', 'on']);

/** "3/6". */
const isSlashed = ({ text, starts, terms }: Reading, at: number): boolean =>
  text[(starts[at] ?? 0) + (terms[at]?.word.length ?? 0)] === '/' &&
  /^\d{1,2}$/.test(terms[at]?.word ?? '') &&
  /^\d/.test(terms[at + 1]?.word ?? '');

const dayNames = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mon tue tues wed weds thu thurs fri sat montag dienstag mittwoch donnerstag freitag samstag sonntag january february march april may june july august september october november december januar februar maerz mai juni juli oktober dezember'.split(
    ' ',
  ),
);
