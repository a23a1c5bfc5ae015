import type { PriorContact } from './classification.ts';
import { severityOfStake } from './classification.ts';
import { maxSeverity, type Severity } from './severity.ts';

/** One or two attempts are ordinary persistence; from the third on a customer is being ignored (docs/adr/0012). */
const repeatedFromAttempts = 3;
/** The longest default response target, three business days, is over within a week. */
const repeatedFromDays = 7;

/**
 * An attempt that nobody answered makes a complaint at least as severe as that stake; attempts repeated, or long
 * unanswered, make it one step more: high. They never make it critical, which is for danger. The same for what a
 * customer tells and for what the company's own log holds.
 */
export const raisedByContact = (severity: Severity, contact: PriorContact | null): Severity => {
  if (!contact?.isUnanswered) return severity;
  const ignored = maxSeverity(severity, severityOfStake.unanswered_contact);
  return isRepeated(contact) ? maxSeverity(ignored, 'high') : ignored;
};

const isRepeated = ({ count, days }: PriorContact): boolean =>
  (count ?? 0) >= repeatedFromAttempts || (days ?? 0) >= repeatedFromDays;
