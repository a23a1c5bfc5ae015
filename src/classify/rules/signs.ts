import type { AuthorRole } from '../../domain/post.ts';
import type { Reading } from '../reading/read.ts';
import { findCategories } from './categories.ts';
import { findDanger } from './danger.ts';
import { findDependence } from './dependence.ts';
import { features, writeSigns } from './features.ts';
import { findLoss } from './loss.ts';
import { findOutOfBand } from './out-of-band.ts';
import { findPraise } from './praise.ts';
import { findPriorContact } from './prior-contact.ts';
import { findRelay } from './relay.ts';
import { findSameProblem } from './same-problem.ts';
import { findSolved } from './solved.ts';

/** What each rule found: every rule is asked once, in the same reading. */
export const signsIn = (reading: Reading, parentText: string | null, authorRole: AuthorRole) => {
  const danger = findDanger(reading);
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
