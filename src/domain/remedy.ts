/** What a customer was given. */
export const remedyKinds = ['refund', 'repair', 'apology', 'credit', 'other'] as const;
export type RemedyKind = (typeof remedyKinds)[number];

/** What others of a problem are owed: what one of them got, or was promised. */
export const owedKinds = [...remedyKinds, 'promise'] as const;
export type OwedKind = (typeof owedKinds)[number];

/** What became of a member to whom the remedy of another one is owed, too. */
export const parityOutcomes = ['offered', 'asked', 'exempt'] as const;
export type ParityOutcome = (typeof parityOutcomes)[number];

export const exemptReasons = [
  'unreachable',
  'erased',
  'not_a_customer',
  'not_the_same',
  'in_dispute',
  'declined',
] as const;
export type ExemptReason = (typeof exemptReasons)[number];

export interface Money {
  /** Cents and the like: two places behind the point at most. */
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
}

const shape = /^(?:([A-Z]{3})\s*(\d{1,9}(?:[.,]\d{1,2})?)|(\d{1,9}(?:[.,]\d{1,2})?)\s*([A-Z]{3}))$/;

/** `EUR 40`, `39,99 EUR`; null for what is none. */
export const parseMoney = (text: string): Money | null => {
  const [, before, first, second, behind] = shape.exec(text.trim().toUpperCase()) ?? [];
  const amount = Number((first ?? second ?? '').replace(',', '.'));
  const currency = before ?? behind;
  return currency === undefined || !(amount > 0) ? null : { amount, currency };
};

const bounds = [25, 50, 100, 250, 1_000];

/** `EUR 25–50`, `EUR >1000`: shown instead of the amount, so that nobody is known by it. */
export const moneyBand = ({ amount, currency }: Money): string => {
  const above = bounds.filter((bound) => amount > bound).at(-1) ?? 0;
  const upTo = bounds.find((bound) => amount <= bound);
  return upTo === undefined ? `${currency} >${above}` : `${currency} ${above}–${upTo}`;
};
