import type { Evidence } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import { type Amount, amountsIn } from './amounts.ts';
import { findDatedLoss } from './dated-loss.ts';
import { findLivelihood } from './livelihood.ts';
import { evidenceOf } from './spans.ts';

export interface FoundLoss {
  readonly isLargeOrDated: boolean;
  readonly evidence: readonly Evidence[];
}

/** Our own choice: about what a household of average means cannot spare for weeks; rupees at the rate of a hundred. */
const largeLoss = 1_000;
const rupees = 100;

/** Large sums of money, money that somebody lives on, and losses with a date. */
export const findLoss = (reading: Reading): FoundLoss => {
  const amounts = amountsIn(reading);
  const livelihood = findLivelihood(reading);
  const dated = findDatedLoss(reading);
  const large = amounts.filter((amount) => isLarge(amount));
  return {
    isLargeOrDated: dated.length > 0 || large.length > 0 || livelihood.length > 0,
    evidence: [
      ...amountsShown(reading, amounts).map((amount) =>
        evidenceOf(reading, hitOf(amount), 'amount', `${amount.code} ${amount.value}`),
      ),
      ...livelihood.map((hit) => evidenceOf(reading, hit, 'amount')),
      ...dated.map((hit) => evidenceOf(reading, hit, 'dated_loss')),
    ],
  };
};

const isLarge = ({ value, code }: Amount): boolean =>
  value >= (code === 'INR' ? largeLoss * rupees : largeLoss);

/** The large ones, and those beside a word of loss. */
const amountsShown = (reading: Reading, amounts: readonly Amount[]): readonly Amount[] => {
  if (amounts.length === 0) return amounts;
  return reading.hits.loss_of_money.length > 0 ? amounts : amounts.filter(isLarge);
};

const hitOf = ({ from, to }: Amount): Hit => ({ cue: 'currency', label: null, from, to, isNegated: false });
