import { z } from 'zod';
import type { CaseEvent } from '../../../cases/event.store.ts';
import { caseName } from '../../../domain/case-id.ts';
import type { Person } from '../../../domain/person.ts';
import type { Caller, Confidence } from '../access/caller.ts';
import { confidencesOf, whyUnseen } from '../cases/seen.ts';

export const eventTypes = ['case.opened', 'case.updated'] as const;
export type EventType = (typeof eventTypes)[number];

/** Thin: whoever wants to know more asks for the case, with a key that may see it. */
export const caseEvent = z
  .object({
    id: z.int(),
    type: z.enum(eventTypes),
    at: z.date(),
    case: z.string().meta({ description: '`EH-12`.' }),
    brand: z.string(),
    kind: z.string().meta({ description: 'What happened: `case_opened`, `taken`, `answered` …' }),
  })
  .meta({ id: 'CaseEvent' });

export const presentEvent = ({ id, at, caseId, brand, kind }: CaseEvent): z.output<typeof caseEvent> => ({
  id,
  type: typeOfEvent(kind),
  at,
  case: caseName(caseId),
  brand,
  kind,
});

const typeOfEvent = (kind: string): EventType => (kind === 'case_opened' ? 'case.opened' : 'case.updated');

/** Whoever lifts a dispute tells that there was one. */
const disputeKinds = new Set(['disputed', 'dispute_lifted']);

/** What somebody must be trusted with to hear of an event at all. */
export const confidencesOfEvent = (event: CaseEvent): readonly Confidence[] =>
  confidencesOf({ ...event, inDispute: event.inDispute || disputeKinds.has(event.kind) });

export const mayHear = (event: CaseEvent, caller: Caller, people: readonly Person[]): boolean =>
  whyUnseen({ ...event, inDispute: event.inDispute || disputeKinds.has(event.kind) }, caller, people) ===
  null;
