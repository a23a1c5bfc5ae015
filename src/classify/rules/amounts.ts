import { amountOf } from '../reading/number.ts';
import type { Reading } from '../reading/read.ts';

/** A sum of money as the text has it; `from` and `to` count tokens, `to` is exclusive. */
export interface Amount {
  readonly from: number;
  readonly to: number;
  readonly value: number;
  /** `EUR`. */
  readonly code: string;
}

/** What a sum of money is told in, by what people call it. */
export const codes: Readonly<Record<string, string>> = {
  '€': 'EUR',
  tacken: 'EUR',
  oecken: 'EUR',
  kroeten: 'EUR',
  maeuse: 'EUR',
  grand: 'GBP',
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
  stutz: 'CHF',
  sfr: 'CHF',
  fr: 'CHF',
  '₹': 'INR',
  rs: 'INR',
  inr: 'INR',
  rupees: 'INR',
};

/** Every sum of money in the text, in its order. */
export const amountsIn = (reading: Reading): Amount[] => {
  const found: Amount[] = [];
  for (const at of reading.numbers) {
    const amount = amountAt(reading, at);
    if (amount !== null) found.push(amount);
  }
  return found;
};

const amountAt = (reading: Reading, at: number): Amount | null => {
  const term = reading.terms[at];
  if (term === undefined) return null;
  const joined = amountOf(term.word);
  if (joined !== null) return { from: at, to: at + 1, value: joined.value, code: joined.currency };
  if (term.value === null) return null;
  const scale = scaleAt(reading, at + 1);
  const after = scale === 1 ? at + 1 : at + 2;
  const before = codeAt(reading, at - 1);
  const code = before ?? codeAt(reading, after);
  if (code === null) return bareAt(reading, at, term.value * scale, after);
  return {
    from: before === null ? at : at - 1,
    to: before === null ? after + 1 : after,
    value: term.value * scale,
    code,
  };
};

/** "18.000 weg", "6,200 in sales frozen": a large round sum says itself that it is money where it is gone. */
const bareAt = (reading: Reading, at: number, value: number, after: number): Amount | null => {
  if (value < 1000 || (value >= 1900 && value <= 2100)) return null;
  for (let near = at - wordsBeside; near < after + wordsBeside; near++)
    if (gone.has(reading.terms[near]?.folded ?? '')) return { from: at, to: after, value, code: 'EUR' };
  return null;
};

const wordsBeside = 4;

const gone = new Set(
  'gone missing short frozen lost stolen savings sales weg fehlen futsch verschwunden abgebucht verloren leergeraeumt deposit owed owe owes schuldet schulden zurueckgehalten withheld withholding kaution anzahlung vorkasse vorauszahlung bezahlt gezahlt ueberwiesen eingezahlt einbehalten paid transferred debited prepaid'.split(
    ' ',
  ),
);

/** "£27 k", "3 grand", "12 Tausend". */
const scaleAt = (reading: Reading, at: number): number =>
  /^(?:k|grand|thousand|tausend|tsd|mille|lakh)$/.test(reading.terms[at]?.folded ?? '') ? 1000 : 1;

const codeAt = (reading: Reading, at: number): string | null => {
  const folded = reading.terms[at]?.folded ?? '';
  return Object.hasOwn(codes, folded) ? (codes[folded] ?? null) : null;
};
