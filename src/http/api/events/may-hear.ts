import type { Person } from '../../../domain/person.ts';
import { type Caller, type Confidence, maySeeBrand } from '../access/caller.ts';
import { confidencesOf, whyUnseen } from '../cases/seen.ts';
import type { CaseEvent, FeedEvent } from './event.store.ts';

/** Whoever lifts a dispute tells that there was one. */
const disputeKinds = new Set(['disputed', 'dispute_lifted']);

const asItWas = (event: CaseEvent): CaseEvent => ({
  ...event,
  inDispute: event.inDispute || disputeKinds.has(event.kind),
});

/** What somebody must be trusted with to hear of an event at all; a problem's names no member. */
export const confidencesOfEvent = (event: FeedEvent): readonly Confidence[] =>
  'caseId' in event ? confidencesOf(asItWas(event)) : [];

export const mayHear = (event: FeedEvent, caller: Caller, people: readonly Person[]): boolean =>
  'caseId' in event ? whyUnseen(asItWas(event), caller, people) === null : maySeeBrand(caller, event.brand);
