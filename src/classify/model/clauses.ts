import { traits } from '../reading/traits.ts';
import { hashOf } from './hash.ts';
import { flags, scopes } from './marks.ts';

/** Beyond so many, a long text is heard as it comes: what is kept of a text must not grow with it. */
const mostWords = 512;
const mostClauses = 256;

/** What was heard of each clause, and of each word that sounds good or bad, of the text that is walked through. */
interface Clauses {
  /** Bits of `heard`. */
  readonly bits: Int32Array;
  readonly sentence: Int32Array;
  readonly words: Int32Array;
  readonly tone: Int32Array;
  /** What becomes of the words of a clause: `keep`, `turn` or `mute`. */
  readonly fate: Int8Array;
  /** Place in the text, clause, whether a negation reached it, +1 or -1. */
  readonly at: Int32Array;
  readonly clause: Int32Array;
  readonly isNegated: Uint8Array;
  readonly sign: Int8Array;
  last: number;
  count: number;
  sentences: number;
  sentenceWords: number;
  /** A negated "think" or "say" reaches to the end of its sentence: "I don't think, all in all, that …". */
  isDoubted: boolean;
  wasUsed: boolean;
  lastNegator: number;
  /** Rules that found something, in bits of `rules`. */
  fired: number;
}

const heard = {
  now: 1,
  past: 2,
  own: 4,
  others: 8,
  asked: 16,
  yes: 32,
  no: 64,
  contrast: 128,
  negator: 256,
  /** Ends with its negation: "ich mag das nicht". */
  endsNegated: 512,
  views: 1024,
} as const;

const rules = { answer: 1, doubt: 2, end: 3, time: 4, others: 5 } as const;
const keep = 0;
const turn = 1;
const mute = 2;

// One text at a time is walked through, synchronously: the room is made once.
const room: Clauses = {
  bits: new Int32Array(mostClauses),
  sentence: new Int32Array(mostClauses),
  words: new Int32Array(mostClauses),
  tone: new Int32Array(mostClauses),
  fate: new Int8Array(mostClauses),
  at: new Int32Array(mostWords),
  clause: new Int32Array(mostWords),
  isNegated: new Uint8Array(mostWords),
  sign: new Int8Array(mostWords),
  last: 0,
  count: 0,
  sentences: 0,
  sentenceWords: 0,
  isDoubted: false,
  wasUsed: false,
  lastNegator: 0,
  fired: 0,
};

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
  if ((room.words[room.last] ?? 0) === 0) {
    room.bits[room.last] =
      (room.bits[room.last] ?? 0) & heard.asked ? opens : (room.bits[room.last] ?? 0) | opens;
    room.sentence[room.last] = room.sentences;
  } else if (room.last + 1 < mostClauses) {
    room.last++;
    openClause(opens);
  }
};

const closeClause = (): void => {
  const { last, lastNegator } = room;
  if (lastNegator >= 0 && (room.words[last] ?? 0) - lastNegator <= 1) addBit(heard.endsNegated);
};

const addBit = (bit: number): void => {
  room.bits[room.last] = (room.bits[room.last] ?? 0) | bit;
};

const hearTelling = (has: number): void => {
  const words = room.words[room.last] ?? 0;
  if (room.sentenceWords === 0) {
    if ((has & flags.yes) !== 0) addBit(heard.yes);
    if ((has & flags.no) !== 0) addBit(heard.no);
  }
  if ((has & traits.negator) !== 0) {
    addBit(heard.negator);
    room.lastNegator = words;
  }
  if ((has & flags.think) !== 0 && words - room.lastNegator <= 2) {
    room.isDoubted = true;
    room.lastNegator = -9;
  }
  if ((has & flags.past) !== 0 || (room.wasUsed && (has & flags.to) !== 0)) addBit(heard.past);
  room.wasUsed = (has & flags.used) !== 0;
  if ((has & flags.now) !== 0) addBit(heard.now);
  if ((has & flags.own) !== 0) addBit(heard.own);
  if ((has & flags.others) !== 0) addBit(heard.others);
  if ((has & flags.views) !== 0) addBit(heard.views);
};

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

/** Tells of each word that was kept in which scope it stands, now that all is heard; then what all of it sums up to. */
export const resolveClauses = (tell: (at: number, scope: number) => void): number => {
  closeClause();
  if (room.isDoubted && room.fired === 0) room.fired = rules.doubt;
  for (let nth = 0; nth <= room.last; nth++) {
    findEnd(nth);
    if (nth === 0) continue;
    findAnswer(nth);
    findContrary(nth);
  }
  let sum = 0;
  for (let nth = 0; nth < room.count; nth++) {
    const fate = room.fate[room.clause[nth] ?? 0] ?? keep;
    const isNegated = (room.isNegated[nth] === 1) !== (fate === turn);
    if (fate !== mute) sum += (room.sign[nth] ?? 0) * (isNegated ? -1 : 1);
    tell(room.at[nth] ?? 0, fate === mute ? scopes.muted : isNegated ? scopes.negated : scopes.plain);
  }
  return totals[room.fired * 5 + Math.max(-2, Math.min(2, sum)) + 2] ?? 0;
};

const totals = Array.from({ length: 30 }, (_, at) => hashOf(`total${at}`, 18));

const has = (clause: number, bit: number): boolean => ((room.bits[clause] ?? 0) & bit) !== 0;
const toneOf = (clause: number): number => room.tone[clause] ?? 0;

/** "…, but it wasn't": a short clause that only negates turns the one before; and "ich mag das nicht" turns itself. */
const findEnd = (nth: number): void => {
  if (!has(nth, heard.endsNegated)) return;
  const isPlain = toneOf(nth) === 0 && !hasWords(nth);
  if (!isPlain) {
    room.fate[nth] = turn;
    return;
  }
  const before = nth - 1;
  const most = has(nth, heard.contrast) ? 5 : 3;
  if (nth === 0 || room.sentence[before] !== room.sentence[nth] || (room.words[nth] ?? 0) > most) return;
  if (toneOf(before) === 0) return;
  room.fate[before] = room.fate[before] === turn ? keep : turn;
  room.fired = rules.end;
};

const hasWords = (clause: number): boolean => {
  for (let nth = room.count - 1; nth >= 0; nth--) {
    const of = room.clause[nth] ?? 0;
    if (of === clause) return true;
    if (of < clause) return false;
  }
  return false;
};

/** "Was it good? No": an answer turns what was asked. */
const findAnswer = (nth: number): void => {
  if (!has(nth, heard.yes | heard.no) || !has(nth - 1, heard.asked)) return;
  room.fired = rules.answer;
  if (!has(nth, heard.no)) return;
  for (let at = nth - 1; at >= 0 && room.sentence[at] === room.sentence[nth - 1]; at--)
    room.fate[at] = room.fate[at] === turn ? keep : turn;
};

/** Of two clauses of one sentence, what was yields to what is, and what others say to one's own view. */
const findContrary = (nth: number): void => {
  const before = nth - 1;
  if (room.sentence[before] !== room.sentence[nth] || toneOf(nth) === 0 || toneOf(before) === 0) return;
  if (has(before, heard.past) !== has(nth, heard.past)) {
    room.fate[has(before, heard.past) ? before : nth] = mute;
    room.fired = rules.time;
    return;
  }
  const isTold = isOfOthers(before);
  if (isTold === isOfOthers(nth) || !has(isTold ? nth : before, heard.own)) return;
  room.fate[isTold ? before : nth] = mute;
  room.fired = rules.others;
};

const isOfOthers = (clause: number): boolean => has(clause, heard.others) && has(clause, heard.views);

const toned = flags.positive | flags.negative;
const breaks = traits.clauseEnd | flags.though;
const telling =
  traits.negator |
  flags.yes |
  flags.no |
  flags.think |
  flags.past |
  flags.used |
  flags.now |
  flags.own |
  flags.others |
  flags.views;
