import { heard, keep, mute, room, rules, turn } from './clause-room.ts';
import { closeClause } from './clauses.ts';
import { hashOf } from './hash.ts';
import { scopes } from './marks.ts';

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
  return totals[room.fired * 5 + Math.max(-2, Math.min(2, tellWords(tell))) + 2] ?? 0;
};

const tellWords = (tell: (at: number, scope: number) => void): number => {
  let sum = 0;
  for (let nth = 0; nth < room.count; nth++) {
    const fate = room.fate[room.clause[nth] ?? 0] ?? keep;
    const isNegated = (room.isNegated[nth] === 1) !== (fate === turn);
    if (fate !== mute) sum += (room.sign[nth] ?? 0) * (isNegated ? -1 : 1);
    tell(room.at[nth] ?? 0, fate === mute ? scopes.muted : isNegated ? scopes.negated : scopes.plain);
  }
  return sum;
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
  if (!has(nth - 1, heard.asked)) return;
  const isNo = has(nth, heard.no) || isShortNo(nth);
  if (!isNo && !has(nth, heard.yes)) return;
  room.fired = rules.answer;
  if (!isNo) return;
  for (let at = nth - 1; at >= 0 && room.sentence[at] === room.sentence[nth - 1]; at--)
    room.fate[at] = room.fate[at] === turn ? keep : turn;
};

/** "Not really", "Eher nicht": a few words with a negation, and nothing that sounds of anything. */
const isShortNo = (nth: number): boolean =>
  has(nth, heard.negator) && (room.words[nth] ?? 0) <= 4 && !hasWords(nth) && !has(nth, heard.asked);

/** Of two clauses of one sentence, what was yields to what is, and what others say to one's own view. */
const findContrary = (nth: number): void => {
  const before = lastToned(nth);
  if (before === null || toneOf(nth) === 0) return;
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

/** The clause before it in its sentence that sounds of anything: what stands between ("I for my part") belongs to it. */
const lastToned = (nth: number): number | null => {
  for (let at = nth - 1; at >= 0 && room.sentence[at] === room.sentence[nth]; at--) {
    if (toneOf(at) !== 0) return at;
    room.bits[nth] = (room.bits[nth] ?? 0) | ((room.bits[at] ?? 0) & heard.own);
  }
  return null;
};

const isOfOthers = (clause: number): boolean =>
  (has(clause, heard.others) && has(clause, heard.views)) || has(clause, heard.told);
