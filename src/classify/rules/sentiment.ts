import type { Classification } from '../../domain/classification.ts';
import { hitsOf, type Reading } from '../reading/read.ts';

/** Tone of a post from its signs of failure, displeasure and praise; it ranks nothing. Sums to 1. */
export const sentimentOf = (reading: Reading): Classification['sentiment'] => {
  const isSarcastic = hitsOf(reading, 'sarcasm').length > 0;
  const praise = hitsOf(reading, 'praise').length + hitsOf(reading, 'thanks').length;
  const failure =
    hitsOf(reading, 'failure').length +
    hitsOf(reading, 'blocked').length +
    hitsOf(reading, 'unanswered').length;
  const negative = Math.exp(
    capped(failure) * 0.7 + capped(hitsOf(reading, 'annoyance').length) * 0.9 + (isSarcastic ? 1.2 : 0),
  );
  const positive = Math.exp(isSarcastic ? 0 : capped(praise) * 0.9);
  const neutral = Math.exp(0.8);
  const sum = negative + positive + neutral;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
};

const capped = (n: number): number => Math.min(n, 3);
