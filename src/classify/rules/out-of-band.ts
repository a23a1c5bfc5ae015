import type { Evidence, OutOfBandKind } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import { evidenceOf } from './spans.ts';

/** What weighs more for the customer comes first: an attack with an apology in it is an attack. */
const order: readonly OutOfBandKind[] = ['attack', 'refusal', 'remedy', 'promise', 'apology'];

/** What an own account's post does for the customer that it answers; null when its words do not say. */
export const findOutOfBand = (
  reading: Reading,
): { readonly kind: OutOfBandKind | null; readonly evidence: readonly Evidence[] } => {
  const hits = reading.hits.own_account;
  const kind = order.find((wanted) => hits.some((hit) => hit.label === wanted)) ?? null;
  return {
    kind,
    evidence: hits
      .filter((hit) => hit.label === kind)
      .map((hit) => evidenceOf(reading, hit, 'response', kind ?? undefined)),
  };
};
