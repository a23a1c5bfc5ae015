import { type Share, wilsonInterval } from '../../lib/wilson-interval.ts';
import type { EscalationCounts } from './escalation-report.store.ts';

export interface EscalationReport {
  /** null: fewer than five. */
  readonly counts: Readonly<Record<keyof EscalationCounts, number | null>>;
  /** Of the cases of the period; null: too few. */
  readonly rate: Share | null;
}

/** DESIGN.md 4: no group under five. */
const smallest = 5;

/** The published rate of escalation. Pure. */
export const composeEscalationReport = (counts: EscalationCounts): EscalationReport => ({
  counts: Object.fromEntries(
    Object.entries(counts).map(([name, n]) => [name, n > 0 && n < smallest ? null : n]),
  ) as unknown as EscalationReport['counts'],
  rate:
    counts.cases < smallest ||
    counts.requested > counts.cases ||
    (counts.requested > 0 && counts.requested < smallest)
      ? null
      : wilsonInterval(counts.requested, counts.cases),
});
