import { traits } from '../reading/traits.ts';
import { addBit, heard, keep, mostClauses, mostWords, room, rules } from './clause-room.ts';
import { flags } from './marks.ts';

export const beginClauses = (): void => {
  room.last = 0;
  room.count = 0;
  room.sentences = 0;
  room.isDoubted = false;
  room.wasUsed = false;
  room.fired = 0;
  openClause(0);
  room.sentenceWords = 0;
};

const openClause = (bits: number): void => {
  const { last } = room;
  room.bits[last] = bits;
  room.sentence[last] = room.sentences;
  room.words[last] = 0;
  room.tone[last] = 0;
  room.fate[last] = keep;
  room.lastNegator = -9;
};

/** Hears one word. True: it sounds good or bad and is kept for `resolveClauses`. */
export const hearWord = (at: number, has: number, isNegated: boolean): boolean => {
  if ((has & breaks) !== 0) hearBreak(has);
  if ((has & traits.word) === 0 && (has & toned) === 0) return false;
  const { last } = room;
  if ((has & telling) !== 0 || room.wasUsed) hearTelling(has);
  room.words[last] = (room.words[last] ?? 0) + 1;
  room.sentenceWords++;
  return (has & toned) !== 0 && hearTone(at, has, isNegated);
};

const hearBreak = (has: number): void => {
  closeClause();
  if ((has & traits.question) !== 0) addBit(heard.asked);
  const opens = (has & (traits.contrast | flags.though)) !== 0 ? heard.contrast : 0;
  const isEnd = (has & traits.sentenceEnd) !== 0;
  if (isEnd) {
    room.sentences++;
    room.sentenceWords = 0;
    room.isDoubted = false;
  }
  if (opens !== 0) room.isDoubted = false;
  if (isBarelyBegun(opens)) {
    room.bits[room.last] =
      (room.bits[room.last] ?? 0) & heard.asked ? opens : (room.bits[room.last] ?? 0) | opens;
    room.sentence[room.last] = room.sentences;
  } else if (room.last + 1 < mostClauses) {
    room.last++;
    openClause(opens);
  }
};

/** Nothing was said yet, or no more than the "even" of "even though". */
const isBarelyBegun = (opens: number): boolean => {
  const words = room.words[room.last] ?? 0;
  return words === 0 || (words === 1 && opens !== 0 && !holdsTone());
};

const holdsTone = (): boolean => room.count > 0 && room.clause[room.count - 1] === room.last;

export const closeClause = (): void => {
  const { last, lastNegator } = room;
  if (lastNegator >= 0 && (room.words[last] ?? 0) - lastNegator <= 1) addBit(heard.endsNegated);
};

const hearTelling = (has: number): void => {
  const words = room.words[room.last] ?? 0;
  if (room.sentenceWords === 0) addBits(has, answers);
  if ((has & (traits.negator | flags.not)) !== 0) {
    addBit(heard.negator);
    room.lastNegator = words;
  }
  if ((has & flags.think) !== 0 && words - room.lastNegator <= 2) {
    room.isDoubted = true;
    room.lastNegator = -9;
  }
  if ((has & flags.views) !== 0 && words > 0 && ((room.bits[room.last] ?? 0) & heard.own) === 0)
    addBit(heard.told);
  if (room.wasUsed && (has & flags.to) !== 0) addBit(heard.past);
  room.wasUsed = (has & flags.used) !== 0;
  addBits(has, tellers);
};

const addBits = (has: number, list: readonly (readonly [flag: number, bit: number])[]): void => {
  for (const [flag, bit] of list) if ((has & flag) !== 0) addBit(bit);
};

const answers = [
  [flags.yes, heard.yes],
  [flags.no, heard.no],
] as const;

const tellers = [
  [flags.past, heard.past],
  [flags.now, heard.now],
  [flags.own, heard.own],
  [flags.others, heard.others],
  [flags.views, heard.views],
] as const;

const hearTone = (at: number, has: number, isNegated: boolean): boolean => {
  const { count, last } = room;
  if (count >= mostWords) return false;
  room.count++;
  room.at[count] = at;
  room.clause[count] = last;
  const isTurned = isNegated || room.isDoubted;
  if (room.isDoubted) room.fired = rules.doubt;
  room.isNegated[count] = isTurned ? 1 : 0;
  const sign = (has & flags.positive) !== 0 ? 1 : -1;
  room.sign[count] = sign;
  room.tone[last] = (room.tone[last] ?? 0) + (isTurned ? -sign : sign);
  return true;
};

const toned = flags.positive | flags.negative;
const breaks = traits.clauseEnd | flags.though;
const telling =
  traits.negator |
  flags.not |
  flags.yes |
  flags.no |
  flags.think |
  flags.past |
  flags.used |
  flags.now |
  flags.own |
  flags.others |
  flags.views;
