import type { DangerKind } from '../../../domain/classification.ts';
import { blackenPersons } from '../../../notify/mask/persons.ts';
import { type Caller, isCleared } from '../access/caller.ts';

/** What of a case decides who may read its words. */
export interface Confided {
  readonly danger: DangerKind | boolean | null;
  readonly inDispute: boolean;
}

/** Words of danger are for who is cleared for danger, a dispute for counsel (DESIGN.md 4): never for a program. */
export const areWordsHidden = ({ danger, inDispute }: Confided, caller: Caller): boolean =>
  (danger !== null && danger !== false && !isCleared(caller, 'danger')) ||
  (inDispute && !isCleared(caller, 'counsel'));

/**
 * What a customer wrote, for somebody who may know of the case. Whom it names is known at the desk, and a program is outside
 * of it: names are black there, as long as they were, for places in the text are told beside it. null: not for this caller.
 */
export const wordsFor = (text: string | null, confided: Confided, caller: Caller): string | null => {
  if (text === null || areWordsHidden(confided, caller)) return null;
  return caller.person === null ? blackenPersons(text) : text;
};
