import type { DueUnder } from '../cases/action.store.ts';
import type { Calendar, SlaPolicy } from '../domain/brand.ts';
import { dueAt } from '../triage/deadline.ts';

/** A deadline by the policy that the record keeps; it was written from a checked configuration. */
export const dueUnder: DueUnder = (policy, ask) => {
  const { sla, calendar } = (policy ?? {}) as { sla?: SlaPolicy; calendar?: Calendar };
  if (sla === undefined || calendar === undefined) throw new Error(`no policy is known for ${ask.brand}`);
  return dueAt(ask.severity, ask.clockStart, sla[ask.target], calendar);
};
