import type { Evidence, EvidenceKind } from '../../domain/classification.ts';
import type { Cue } from '../lexicon/cues.ts';
import type { Hit, Reading } from '../reading/read.ts';
import type { Signs } from './signs.ts';
import { evidenceOf } from './spans.ts';

/** Every span that a rule took for something. */
export const evidenceIn = (reading: Reading, signs: Signs): Evidence[] => [
  ...(signs.danger?.evidence ?? []),
  ...signs.loss.evidence,
  ...plainEvidence(reading, signs),
  ...distinct(signs.contact?.evidence ?? []),
  ...signs.same.evidence,
  ...signs.solved.evidence,
  ...signs.relay.evidence,
  ...signs.categories.evidence,
  ...(signs.response?.evidence ?? []),
];

/** Two rules may have heard the same in the same words. */
const distinct = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.length < 2
    ? evidence
    : [...new Map(evidence.map((one) => [`${one.start}-${one.end} ${one.label}`, one])).values()];

/** Cues that are evidence just as they stand. */
const shown: readonly (readonly [Cue, EvidenceKind])[] = [
  ['failure', 'complaint'],
  ['blocked', 'blocked'],
  ['dependence', 'dependence'],
  ['demand', 'complaint'],
  ['annoyance', 'annoyance'],
  ['praise', 'praise'],
  ['opinion', 'opinion'],
  ['advert', 'advert'],
  ['employee', 'employee'],
  ['help', 'question'],
  ['ask', 'question'],
  ['sarcasm', 'sarcasm'],
  ['image', 'image'],
];

const plainEvidence = (reading: Reading, signs: Signs): Evidence[] => {
  const found: Evidence[] = [];
  for (const [cue, kind] of shown)
    for (const hit of hitsShown(reading, signs, cue)) found.push(evidenceOf(reading, hit, kind));
  return found;
};

const hitsShown = (reading: Reading, { praise, dependence }: Signs, cue: Cue): readonly Hit[] => {
  if (cue === 'praise') return praise;
  return cue === 'dependence' ? dependence : reading.hits[cue];
};
