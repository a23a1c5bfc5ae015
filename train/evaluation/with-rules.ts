import { read } from '../../src/classify/reading/read.ts';
import { complaintOf } from '../../src/classify/rules/complaint.ts';
import { signsIn } from '../../src/classify/rules/signs.ts';
import type { Platt } from './calibrate.ts';

const even = { negative: 1 / 3, neutral: 1 / 3, positive: 1 / 3 } as const;
const none = new Float64Array(0);

/** Log-odds of an English complaint as `classify` says it: a score of the head calibrated, and moved by the rules. */
export const withRules = (text: string, score: number, { slope, intercept }: Platt): number => {
  const complaint = 1 / (1 + Math.exp(-(slope * score + intercept)));
  const said = { expert: 'en' as const, complaint, sentiment: even, relay: 0, categories: none };
  const reading = read(text);
  const signs = signsIn(reading, { parentText: null, authorRole: 'customer', language: 'en' });
  const probability = complaintOf({ said, signs, language: 'en' }, reading);
  return Math.log(probability / (1 - probability));
};
