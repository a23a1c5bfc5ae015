import type { Hit, Reading } from '../reading/read.ts';
import { besideOf } from './spans.ts';

/** Words between the money and what became of it: "Wages went in Friday, Finora blocked the lot". */
const nearby = 16;
/** Rent is told of in many complaints of tenants: what became of it stands closer. */
const nearbyHome = 7;

/** Wages, savings, pensions, rent that were lost or held back; nothing left to buy food with. */
export const findLivelihood = (reading: Reading): readonly Hit[] => {
  const { livelihood, withheld } = reading.hits;
  if (livelihood.length === 0) return livelihood;
  const beside = besideOf(withheld, nearby);
  return livelihood.filter((hit) => {
    const fates = beside(hit);
    if (hit.label === 'plain') return true;
    if (hit.label === 'home')
      return fates.some(
        (fate) => fate.label === null && fate.from - hit.to < nearbyHome && hit.from - fate.to < nearbyHome,
      );
    return fates.length > 0;
  });
};
