import type { Evidence } from '../../domain/classification.ts';
import { sentenceAt } from '../reading/frame.ts';
import { amountOf } from '../reading/number.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { evidenceOf, sentenceOf } from './spans.ts';

export interface FoundLoss {
  readonly isLargeOrDated: boolean;
  readonly evidence: readonly Evidence[];
}

/** Our own choice: about what a household of average means cannot spare for weeks; the same figure in every currency. */
const largeLoss = 500;

const noLoss: FoundLoss = { isLargeOrDated: false, evidence: [] };

/** Money named as lost, charged or owed, and losses with a date. An ultimatum ("by Friday or my lawyer") is none. */
export const findLoss = (reading: Reading): FoundLoss => {
  if (reading.hits.loss_of_money.length === 0 && reading.hits.dated_loss.length === 0) return noLoss;
  const amounts = reading.hits.loss_of_money.flatMap((hit) => amountIn(reading, hit));
  const threats = new Set(reading.hits.threat.map((hit) => sentenceOf(reading, hit)));
  const dated = reading.hits.dated_loss.filter(
    (hit) => !threats.has(sentenceOf(reading, hit)) && !isPast(reading, hit),
  );
  return {
    isLargeOrDated: dated.length > 0 || amounts.some(({ value }) => value >= largeLoss),
    evidence: [
      ...amounts.map(({ hit, label }) => evidenceOf(reading, hit, 'amount', label)),
      ...dated.map((hit) => evidenceOf(reading, hit, 'dated_loss')),
    ],
  };
};

const past = new Set('seit since last letzten letzte letzter vergangenen vorigen'.split(' '));

/** "Seit Montag gesperrt" has no date ahead of it. */
const isPast = ({ terms }: Reading, hit: Hit): boolean => {
  for (let at = Math.max(0, hit.from - 1); at < hit.to; at++)
    if (past.has(terms[at]?.folded ?? '')) return true;
  return false;
};

interface Amount {
  readonly hit: Hit;
  readonly value: number;
  /** `EUR 4333`. */
  readonly label: string;
}

const codes: Readonly<Record<string, string>> = {
  '€': 'EUR',
  eur: 'EUR',
  euro: 'EUR',
  euros: 'EUR',
  $: 'USD',
  usd: 'USD',
  dollar: 'USD',
  dollars: 'USD',
  bucks: 'USD',
  '£': 'GBP',
  gbp: 'GBP',
  pound: 'GBP',
  pounds: 'GBP',
  quid: 'GBP',
  chf: 'CHF',
  franken: 'CHF',
  francs: 'CHF',
  sfr: 'CHF',
  fr: 'CHF',
};

/** How far from "charged" or "abgebucht" an amount is still the one: "1.890 EUR wurden mir heute abgebucht". */
const wordsBetween = 5;

/** The largest amount near the word, in its sentence. */
const amountIn = (reading: Reading, hit: Hit): Amount[] => {
  let best: Amount | null = null;
  const sentence = sentenceOf(reading, hit);
  const end = Math.min(hit.to + wordsBetween, reading.terms.length);
  for (let at = Math.max(0, hit.from - wordsBetween); at < end; at++) {
    if (sentenceAt(reading, at) !== sentence) continue;
    const found = amountAt(reading, at);
    if (found !== null && found.value > (best?.value ?? 0))
      best = { hit, value: found.value, label: `${found.code} ${found.value}` };
  }
  return best === null ? [] : [best];
};

const amountAt = (reading: Reading, at: number): { code: string; value: number } | null => {
  const term = reading.terms[at];
  if (term === undefined || term.value === null || term.kind !== 'number') return null;
  const { value } = term;
  const joined = amountOf(term.word);
  if (joined !== null) return { code: joined.currency, value };
  const code = codeAt(reading, at - 1) ?? codeAt(reading, at + 1);
  return code === null ? null : { code, value };
};

const codeAt = (reading: Reading, at: number): string | null => {
  const folded = reading.terms[at]?.folded ?? '';
  return Object.hasOwn(codes, folded) ? (codes[folded] ?? null) : null;
};
