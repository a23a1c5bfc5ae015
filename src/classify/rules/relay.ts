import type { Evidence } from '../../domain/classification.ts';
import { hitsOf, type Reading } from '../reading/read.ts';
import { evidenceOf, sentenceOf } from './spans.ts';

/** It tells of somebody else's complaint: nothing of the author's own fails in it. */
export const findRelay = (
  reading: Reading,
): { readonly isRelay: boolean; readonly evidence: readonly Evidence[] } => {
  const hits = hitsOf(reading, 'relay');
  if (hits.length === 0) return { isRelay: false, evidence: [] };
  return {
    isRelay: !tellsOwnFailure(reading),
    evidence: hits.map((hit) => evidenceOf(reading, hit, 'relay')),
  };
};

/** First persons from which on a text is the author's own story, whoever else stands in it. */
const ownStory = 3;

const tellsOwnFailure = (reading: Reading): boolean => {
  const told = [
    ...hitsOf(reading, 'failure'),
    ...hitsOf(reading, 'unanswered'),
    ...hitsOf(reading, 'blocked'),
    ...hitsOf(reading, 'contact'),
  ];
  if (told.length > 0 && hitsOf(reading, 'own').length >= ownStory) return true;
  const own = new Set(hitsOf(reading, 'own').map((hit) => sentenceOf(reading, hit)));
  const relayed = new Set(hitsOf(reading, 'relay').map((hit) => sentenceOf(reading, hit)));
  // "Called 5 times" leaves out the I that called.
  if (hitsOf(reading, 'contact').some((hit) => !relayed.has(sentenceOf(reading, hit)))) return true;
  return told.some((hit) => own.has(sentenceOf(reading, hit)) && !relayed.has(sentenceOf(reading, hit)));
};
