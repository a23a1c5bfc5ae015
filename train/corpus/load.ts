import { createHash } from 'node:crypto';
import { behaviourLessons } from '../behaviour/lessons.ts';
import type { Example } from './example.ts';
import { readOwn } from './own.ts';
import { readSet, sets } from './sets.ts';
import { toldOtherwise } from './told-otherwise.ts';

export interface LoadOptions {
  readonly folder: string;
  readonly ownFolder: string;
  /** Sets whose weights may not be shipped as well. */
  readonly isResearch: boolean;
}

export interface Loaded {
  readonly examples: readonly Example[];
  /** Hash of every text and label, in their order. */
  readonly hash: string;
}

/** What the shipped weights may see: sets marked `ship: yes` and our own sentences; with `--research` all. */
export const loadTraining = ({ folder, ownFolder, isResearch }: LoadOptions): Loaded => {
  const given = sets.filter(({ ship }) => ship || isResearch).flatMap((set) => readSet(folder, set));
  const own = readOwn(ownFolder);
  const examples = [...own, ...toldOtherwise(own), ...behaviourLessons(), ...given];
  return { examples, hash: createHash('sha256').update(JSON.stringify(examples)).digest('hex').slice(0, 16) };
};

/** Sets that no shipped weight has seen: they tell how the model does elsewhere. */
export const loadUnseen = (folder: string): readonly Example[] =>
  sets.filter(({ ship }) => !ship).flatMap((set) => readSet(folder, set));
