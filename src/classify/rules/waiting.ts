import type { Reading } from '../reading/read.ts';
import type { Term } from '../reading/term.ts';
import { createTermMarks } from '../reading/term-slots.ts';

/** Words of a text, `to` exclusive. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * The longest time of waiting that a text tells of, in days; null: none. "Within three days" and "every week" tell of
 * none. A month or a feast after "since" counts a week: that much is certain. Only what stands in the stretch.
 */
export const daysWaited = (reading: Reading, stretch: Stretch): number | null => {
  let longest: number | null = null;
  let monthsNamed = 0;
  const from = Math.max(0, stretch.from);
  const to = Math.min(reading.terms.length, stretch.to);
  for (let at = from; at < to; at++) {
    const kind = kindOf(reading.terms[at] as Term);
    if (kind === 0) continue;
    const days = spanAt(reading, at) ?? sinceAt(reading, at);
    if (days !== null && days > (longest ?? 0)) longest = days;
    if (kind === isMonth) monthsNamed |= 1 << monthOf(foldedAt(reading, at));
  }
  // "Sent in May, it is November."
  const hasTwoMonths = (monthsNamed & (monthsNamed - 1)) !== 0;
  return hasTwoMonths ? Math.max(longest ?? 0, leastOfMonths) : longest;
};

const leastOfMonths = 28;
const week = 7;

const foldedAt = ({ terms }: Reading, at: number): string => terms[at]?.folded ?? '';

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));

const unitDays = new Map<string, number>(
  (
    [
      [1 / 1440, 'min mins minute minutes minuten'],
      [1 / 24, 'h hr hrs hour hours std stunde stunden'],
      [1, 'day days tag tage tagen'],
      [7, 'week weeks wk wks woche wochen'],
      [14, 'fortnight fortnights'],
      [30, 'month months mth mths monat monate monaten'],
      [365, 'year years yr yrs jahr jahre jahren'],
    ] as const
  ).flatMap(([days, names]) => names.split(' ').map((name) => [name, days] as const)),
);
/** A word for a length of time: minutes, weeks. */
export const isUnit = (folded: string): boolean => unitDays.has(folded);

const lengthWords = new Map<string, number>([
  ['tagelang', 3],
  ['wochenlang', 14],
  ['monatelang', 60],
  ['jahrelang', 365],
]);
const ones = words('a an one the whole ein eine einer einem einen this last past half');
const few = words('few several some paar einige einigen mehrere mehreren many');
const between = words(
  'working business full whole long solid ganze ganzen lange langen volle vollen straight werk',
);
/** Said of what was promised or comes again, not of what was waited. */
const notWaited = words(
  'within every each per jede jeden jedes alle pro binnen innerhalb up bis next naechste naechsten old',
);

/** "61 year old", "two years guarantee". */
const said = words('old alt alte alter garantie warranty guarantee contract vertrag laufzeit supply');

const spanAt = (reading: Reading, at: number): number | null => {
  const folded = foldedAt(reading, at);
  const alone = lengthWords.get(folded);
  if (alone !== undefined) return alone;
  const unit = unitDays.get(folded);
  if (unit === undefined) return null;
  if (said.has(foldedAt(reading, at + 1))) return null;
  const from = between.has(foldedAt(reading, at - 1)) ? at - 2 : at - 1;
  for (let near = from; near >= from - 2; near--) if (notWaited.has(foldedAt(reading, near))) return null;
  return (countAt(reading, from) ?? countAfter(reading, at) ?? plural(folded)) * unit;
};

/** "Three weeks", "a week", "a few weeks", "two and a half weeks". */
const countAt = (reading: Reading, at: number): number | null => {
  const value = reading.terms[at]?.value ?? null;
  if (value !== null) return value;
  const folded = foldedAt(reading, at);
  if (folded === 'half' || folded.startsWith('halb'))
    return reading.terms[at - 3]?.value ?? reading.terms[at - 2]?.value ?? 0.5;
  if (ones.has(folded)) return 1;
  return few.has(folded) ? 3 : null;
};

/** "Day 19", "Tag 12". */
const countAfter = (reading: Reading, at: number): number | null =>
  /^(?:day|tag|week|woche|month|monat)$/.test(foldedAt(reading, at))
    ? (reading.terms[at + 1]?.value ?? null)
    : null;

const plural = (folded: string): number => (/(?:s|en|n|e)$/.test(folded) && folded !== 'woche' ? 2 : 1);

const monthNames =
  'january february march april may june july august september october november december januar februar maerz april mai juni juli august september oktober november dezember'.split(
    ' ',
  );
const months = new Set(
  monthNames.filter((name) => name !== 'may' && name !== 'march').concat('jaenner', 'feber'),
);
const monthOf = (folded: string): number => monthNames.indexOf(folded) % 12;
const seasons = words(
  'diwali holi eid ramadan hanukkah passover lent carnival allerheiligen fastnacht karneval silvester nikolaus himmelfahrt easter christmas xmas whitsun summer midsummer autumn winter spring thanksgiving halloween hogmanay ostern weihnachten pfingsten sommer herbst fruehling fruehjahr neujahr silvester fasching may march advent',
);
const sinceWords = words('since seit before vor');

const isMonth = 2;
/** Few words tell of time: 1; months: 2; all others: 0. */
const kindOf = createTermMarks(12, ({ folded }) => {
  if (months.has(folded)) return isMonth;
  return unitDays.has(folded) || lengthWords.has(folded) || sinceWords.has(folded) ? 1 : 0;
});

/** "Since Easter", "seit dem 3. März". */
const sinceAt = (reading: Reading, at: number): number | null => {
  if (!sinceWords.has(foldedAt(reading, at))) return null;
  for (let next = at + 1; next <= at + 4; next++) {
    const folded = foldedAt(reading, next);
    if (months.has(folded) || seasons.has(folded)) return week;
  }
  return null;
};
