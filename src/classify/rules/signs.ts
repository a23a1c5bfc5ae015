import type { Language } from '../../domain/classification.ts';
import type { AuthorRole } from '../../domain/post.ts';
import type { Reading } from '../reading/read.ts';
import { findCategories } from './categories.ts';
import { type FoundDanger, findDanger } from './danger.ts';
import { findDependence } from './dependence.ts';
import { features, writeSigns } from './features.ts';
import { findLoss } from './loss.ts';
import { findOutOfBand } from './out-of-band.ts';
import { findPraise } from './praise.ts';
import { findPriorContact } from './prior-contact.ts';
import { findRelay } from './relay.ts';
import { findSameProblem } from './same-problem.ts';
import { findSolved } from './solved.ts';

export interface Asked {
  readonly parentText: string | null;
  readonly authorRole: AuthorRole;
  readonly language: Language;
}

/** Words by themselves were learnt from English and German: of other languages they say nothing. */
const dangerIn = (reading: Reading, language: Language): FoundDanger | null => {
  const found = findDanger(reading);
  return found === null || found.isSigned || language === 'en' || language === 'de' ? found : null;
};

/** What each rule found: every rule is asked once, in the same reading. */
export const signsIn = (reading: Reading, { parentText, authorRole, language }: Asked) => {
  const danger = dangerIn(reading, language);
  const solved = findSolved(reading);
  const praise = findPraise(reading);
  const dependence = findDependence(reading);
  writeSigns(reading, { hasDanger: danger !== null, isSolved: solved.isSolved, praise, dependence }, row);
  return {
    danger,
    solved,
    praise,
    dependence,
    contact: findPriorContact(reading),
    loss: findLoss(reading),
    same: findSameProblem(reading, parentText),
    relay: findRelay(reading),
    categories: findCategories(reading),
    response: authorRole === 'customer' ? null : findOutOfBand(reading),
    /** For the model: written anew with each text. */
    row,
  };
};

const row = new Float64Array(features.length);

export type Signs = ReturnType<typeof signsIn>;
