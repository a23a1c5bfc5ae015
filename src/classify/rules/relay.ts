import type { Evidence } from '../../domain/classification.ts';
import type { Reading } from '../reading/read.ts';
import { evidenceOf, sentenceOf } from './spans.ts';

interface FoundRelay {
  readonly isRelay: boolean;
  readonly evidence: readonly Evidence[];
}

const noRelay: FoundRelay = { isRelay: false, evidence: [] };

/** It tells of somebody else's complaint: nothing of the author's own fails in it. */
export const findRelay = (reading: Reading): FoundRelay => {
  const hits = reading.hits.relay;
  if (hits.length === 0) return noRelay;
  return {
    isRelay: !tellsOwnFailure(reading),
    evidence: hits.map((hit) => evidenceOf(reading, hit, 'relay')),
  };
};

/** First persons from which on a text is the author's own story, whoever else stands in it. */
const ownStory = 3;

const tellsOwnFailure = (reading: Reading): boolean => {
  const told = [
    ...reading.hits.failure,
    ...reading.hits.unanswered,
    ...reading.hits.blocked,
    ...reading.hits.contact,
  ];
  if (told.length > 0 && reading.hits.own.length >= ownStory) return true;
  const own = new Set(reading.hits.own.map((hit) => sentenceOf(reading, hit)));
  const relayed = new Set(reading.hits.relay.map((hit) => sentenceOf(reading, hit)));
  // "Called 5 times" leaves out the I that called.
  if (reading.hits.contact.some((hit) => !relayed.has(sentenceOf(reading, hit)))) return true;
  return told.some((hit) => own.has(sentenceOf(reading, hit)) && !relayed.has(sentenceOf(reading, hit)));
};
