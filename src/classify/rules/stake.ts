import type { PriorContact, Stake } from '../../domain/classification.ts';
import type { Hit, Reading } from '../reading/read.ts';
import type { FoundDanger } from './danger.ts';
import type { FoundLoss } from './loss.ts';
import { isMinor } from './minor.ts';
import type { FoundContact } from './prior-contact.ts';

/** What the other rules found that bears on what is at stake. */
export interface StakeSigns {
  readonly danger: FoundDanger | null;
  readonly loss: FoundLoss;
  readonly dependence: readonly Hit[];
  readonly contact: FoundContact | null;
}

/** The ladder of DESIGN.md 4, from the top: what is at stake, not how it is said. */
export const stakeOf = (reading: Reading, { danger, loss, dependence, contact }: StakeSigns): Stake => {
  if (danger !== null) return 'danger';
  if (loss.isLargeOrDated) return 'large_or_dated_loss';
  if (dependence.length > 0) return 'dependence';
  if (reading.hits.blocked.length > 0) return 'blocked_service';
  if (isIgnored(contact?.contact ?? null)) return 'unanswered_contact';
  return isMinor(reading) ? 'annoyance' : 'ordinary_failure';
};

const isIgnored = (contact: PriorContact | null): boolean =>
  contact !== null && (contact.isUnanswered || (contact.count ?? 0) > 1);
