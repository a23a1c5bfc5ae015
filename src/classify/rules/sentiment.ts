import type { Classification } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';

/** Tone of a post from its signs of failure, displeasure and praise; it ranks nothing. Sums to 1. */
export const sentimentOf = (reading: Reading): Classification['sentiment'] => {
  const isSarcastic = reading.hits.sarcasm.length > 0;
  const praise = reading.hits.praise.length + reading.hits.thanks.length;
  const failure = reading.hits.failure.length + reading.hits.blocked.length + reading.hits.unanswered.length;
  const negative = Math.exp(
    capped(failure) * 0.7 + capped(reading.hits.annoyance.length) * 0.9 + (isSarcastic ? 1.2 : 0),
  );
  const positive = Math.exp(isSarcastic ? 0 : capped(praise) * 0.9);
  const neutral = Math.exp(0.8);
  const sum = negative + positive + neutral;
  return { negative: negative / sum, neutral: neutral / sum, positive: positive / sum };
};

const capped = (n: number): number => Math.min(n, 3);
