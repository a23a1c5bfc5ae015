import {
  type Category,
  type Classification,
  categories,
  type EvidenceKind,
  severityOfStake,
} from '../domain/classification.ts';
import { raisedByContact } from '../domain/prior-contact.ts';
import type { Severity } from '../domain/severity.ts';

/** A post is a complaint from here (src/domain/classification.ts). */
const complaintFrom = 0.5;
/** A further category counts from here; the most likely one always counts. */
const categoryFrom = 0.3;

export const isComplaint = (words: Classification): boolean => words.complaint >= complaintFrom;

/** The categories of a post by its own words, the most likely first; `other` when the words name none. */
export const ownCategories = (words: Classification): readonly Category[] => {
  const likely = categories
    .map((category) => ({ category, probability: words.categories[category] ?? 0 }))
    .filter(({ probability }) => probability > 0)
    .sort((a, b) => b.probability - a.probability);
  const named = likely.filter(({ probability }, rank) => rank === 0 || probability >= categoryFrom);
  return named.length === 0 ? ['other'] : named.map(({ category }) => category);
};

/**
 * The severity of a complaint by its own words: what is at stake, then what it tells of earlier attempts. Neither
 * tone nor length nor anything about the author takes part.
 */
export const ownSeverity = (words: Classification): Severity =>
  raisedByContact(severityOfStake[words.stake ?? 'ordinary_failure'], words.priorContact);

export const saysItIs = (words: Classification, kind: EvidenceKind): boolean =>
  words.evidence.some((evidence) => evidence.kind === kind);
