import type { Person } from '../../../domain/person.ts';
import type { Caller } from '../access/caller.ts';
import type { FeedEvent } from '../events/event.store.ts';
import { confidencesOfEvent, mayHear } from '../events/may-hear.ts';

/** Who made a webhook, and what its key may if it was a program. */
export interface Maker {
  /** The person, or the name of the key. */
  readonly createdBy: string;
  /** null: a person. */
  readonly key: { readonly id: string; readonly scopes: readonly string[]; readonly isOver: boolean } | null;
}

/**
 * Whether a webhook may tell of an event: what its maker may hear of as they are now, and besides only what was asked for.
 * Whoever is gone, or whose key has expired, hears of nothing that anything is confidential about.
 */
export const mayTell = (
  event: FeedEvent,
  { maker, confidences }: { readonly maker: Maker; readonly confidences: readonly string[] },
  people: readonly Person[],
): boolean => {
  if (!confidencesOfEvent(event).every((one) => confidences.includes(one))) return false;
  const caller = callerBehind(maker, people);
  return caller === null ? isOpen(event) : mayHear(event, caller, people);
};

const callerBehind = ({ createdBy, key }: Maker, people: readonly Person[]): Caller | null => {
  if (key !== null)
    return key.isOver ? null : { keyId: key.id, actor: createdBy, scopes: key.scopes, person: null };
  const person = people.find(({ name }) => name === createdBy);
  return person === undefined ? null : { keyId: '', actor: createdBy, scopes: [], person };
};

const isOpen = (event: FeedEvent): boolean =>
  confidencesOfEvent(event).length === 0 && (!('caseId' in event) || event.accused.length === 0);
