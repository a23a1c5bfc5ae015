import type { Calendar, SlaPolicy } from '../domain/brand.ts';
import type { Severity } from '../domain/severity.ts';
import { dueAt } from './deadline.ts';

/**
 * When an answer is due by the policy that the record keeps of a case; it was written from a checked configuration.
 * Throws where there is none.
 */
export const dueUnder = (policy: unknown, ask: PolicyAsk): Date => {
  const { sla, calendar } = (policy ?? {}) as { sla?: SlaPolicy; calendar?: Calendar };
  if (sla === undefined || calendar === undefined) throw new Error(`no policy is known for ${ask.brand}`);
  return dueAt(ask.severity, ask.clockStart, sla[ask.target], calendar);
};

interface PolicyAsk {
  readonly brand: string;
  readonly target: 'first_response' | 'next_response';
  readonly severity: Severity;
  readonly clockStart: Date;
}
