import type { Hit, Reading } from '../reading/read.ts';
import { unmitigated } from './mitigated.ts';
import { besideOf, sentenceOf } from './spans.ts';
import { wordBefore } from './word-near.ts';

/** Words between an occasion and its date: "our flight home, which you cancelled, was to leave tomorrow". */
const nearby = 14;

/**
 * What somebody loses for good on a day close ahead: an occasion beside such a day, or words that say so by themselves.
 * "Since Monday" lies behind, and an ultimatum ("by Friday or my lawyer") is the author's own date.
 */
export const findDatedLoss = (reading: Reading): readonly Hit[] => {
  const { dated_loss: told, forfeit, occasion } = reading.hits;
  if (told.length + forfeit.length + occasion.length === 0) return none;
  const threats = new Set(reading.hits.threat.map((hit) => sentenceOf(reading, hit)));
  const isAhead = (hit: Hit): boolean => !threats.has(sentenceOf(reading, hit)) && !isPast(reading, hit);
  const dates = reading.hits.ahead.filter(isAhead);
  const beside = besideOf(dates, nearby);
  const dated = occasion.filter((hit) => beside(hit).some((date) => fits(reading, hit, date)));
  return unmitigated(reading, [...told.filter(isAhead), ...forfeit.filter(isAhead), ...dated]);
};

const none: readonly Hit[] = [];

/** A bare weekday dates only what comes once and stands right beside it; "today" and the like no journey that is over. */
const fits = (reading: Reading, occasion: Hit, date: Hit): boolean => {
  if (date.label === null) return occasion.label !== 'term' || isNear(occasion, date, 6);
  if (date.label === 'bare') return occasion.label !== 'term' && isNear(occasion, date, 4);
  return (
    isNear(occasion, date, occasion.label === 'once' ? 8 : 5) &&
    sentenceOf(reading, occasion) === sentenceOf(reading, date)
  );
};

const isNear = (a: Hit, b: Hit, words: number): boolean => a.from - b.to < words && b.from - a.to < words;

/** Words before a date that put it behind: "since", "last", "on the train that was late on". */
const wordsBefore = 2;

const isPast = (reading: Reading, hit: Hit): boolean =>
  hasPastWord(reading, hit) ||
  reading.hits.past.some((past) => past.from >= hit.from - wordsBefore && past.from < hit.to);

const hasPastWord = wordBefore('past', wordsBefore);
