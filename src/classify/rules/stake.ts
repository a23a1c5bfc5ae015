import type { PriorContact, Stake } from '../../domain/classification.ts';
import type { Cue } from '../lexicon/cues.ts';
import type { Reading } from '../reading/read.ts';
import type { Signs } from './signs.ts';
import { uncovered } from './spans.ts';

/** The ladder of DESIGN.md 4, from the top: what is at stake, not how it is said. */
export const stakeOf = (reading: Reading, { danger, loss, dependence, contact }: Signs): Stake => {
  if (danger !== null) return 'danger';
  if (loss.isLargeOrDated) return 'large_or_dated_loss';
  if (dependence.length > 0) return 'dependence';
  if (reading.hits.blocked.length > 0) return 'blocked_service';
  if (isIgnored(contact?.contact ?? null)) return 'unanswered_contact';
  const tells = ordinary.some((cue) => uncovered(reading, cue).some(({ label }) => label !== 'weak'));
  // A complaint in which no rule knows what failed is an ordinary one, unless displeasure is all that is heard.
  return tells || reading.hits.annoyance.length === 0 ? 'ordinary_failure' : 'annoyance';
};

const isIgnored = (contact: PriorContact | null): boolean =>
  contact !== null && (contact.isUnanswered || (contact.count ?? 0) > 1);

const ordinary: readonly Cue[] = ['failure', 'unanswered', 'loss_of_money', 'contact'];
