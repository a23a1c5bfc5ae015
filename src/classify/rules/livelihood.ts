import type { Hit, Reading } from '../reading/read.ts';
import { wordNear } from './word-near.ts';

/** Words between the money and what became of it: "Wages went in Friday, Finora blocked the lot". */
const nearby = 16;
/** Rent is told of in many complaints of tenants: what became of it stands closer. */
const nearbyHome = 7;

const isWithheld = wordNear('withheld');
const mayBeWithheld = wordNear('withheld_perhaps');

/** Wages, savings, pensions, rent that were lost or held back; nothing left to buy food with. */
export const findLivelihood = (reading: Reading): readonly Hit[] =>
  reading.hits.livelihood.filter((hit) => {
    if (hit.label === 'plain') return true;
    if (hit.label === 'home') return isWithheld(reading, hit, { words: nearbyHome });
    return isWithheld(reading, hit, { words: nearby }) || mayBeWithheld(reading, hit, { words: nearby });
  });
