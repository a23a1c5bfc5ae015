import { type Share, wilsonInterval } from '../../lib/wilson-interval.ts';

export interface GuardCounts {
  readonly asked: number;
  readonly noIdentifier: number;
  readonly noSuchIdentifier: number;
  /** Answers that asked for a second approval, drawn ones among them. */
  readonly needed: number;
  readonly waiting: number;
  readonly approved: number;
  readonly refused: number;
  readonly executedAnyway: number;
  /** When the answer held no more. */
  readonly executedLate: number;
  readonly executedUnasked: number;
  /** People whose complaint carries a number. */
  readonly complainants: number;
  readonly complainantsHit: number;
  /** Identifiers of other customers that were acted against. */
  readonly othersHit: number;
  /** Cases whose author gave no number: nobody can guard them. */
  readonly withoutNumber: number;
}

/** A count of people or their doings; null: fewer than five, and somebody could be known by it. */
export type Kept = number | null;

export interface GuardReport {
  readonly counts: Readonly<Record<keyof GuardCounts, Kept>>;
  /** null: too few. */
  readonly complainants: Share | null;
  /** null: too few, or nobody said how many customers there are. */
  readonly others: Share | null;
}

/** DESIGN.md 4: no group under five. */
const smallest = 5;

/** What may be shown of the counts, and how often complainants meet an adverse action beside all others. Pure. */
export const composeGuardReport = (counts: GuardCounts, customerCount: number | null): GuardReport => ({
  counts: Object.fromEntries(
    Object.entries(counts).map(([name, n]) => [name, keep(n)]),
  ) as unknown as GuardReport['counts'],
  complainants: rate(counts.complainantsHit, counts.complainants),
  others:
    customerCount === null ? null : rate(counts.othersHit, Math.max(0, customerCount - counts.complainants)),
});

const keep = (n: number): Kept => (n > 0 && n < smallest ? null : n);

const rate = (hits: number, of: number): Share | null =>
  of < smallest || keep(hits) === null || hits > of ? null : wilsonInterval(hits, of);
