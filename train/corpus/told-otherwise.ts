import { hashOf } from '../../src/classify/model/hash.ts';
import type { Example } from './example.ts';
import { politeness } from './politeness.ts';
import { rudeness } from './rudeness.ts';

/** What people say around a matter, and what says nothing of it: before it, behind it. */
export interface Wrapping {
  readonly before: readonly string[];
  readonly behind: readonly string[];
}

type Manner = Readonly<Record<'en' | 'de', Wrapping>>;

/** Courtesy, abuse and boasts. */
const manners: readonly Manner[] = [politeness, politeness, rudeness];

/**
 * Our own sentences once more in some manner: what is said around a matter must say nothing about whether it is a
 * complaint. The same on every machine; only the label of complaints is taught by them.
 */
export const toldOtherwise = (examples: readonly Example[]): readonly Example[] =>
  examples.flatMap((example) => {
    const { text, language, complaint, kind = '' } = example;
    if (complaint === undefined || kind === 'same_problem' || example.isHeld === true) return [];
    if (language !== 'en' && language !== 'de') return [];
    const said = inSomeManner(text, language);
    return [{ set: 'own' as const, text: said, language, complaint, kind, twinOf: text }];
  });

/** A text in one of some manners, always the same one. */
export const inSomeManner = (
  text: string,
  language: 'en' | 'de',
  among: readonly Manner[] = manners,
): string => {
  const chance = hashOf(text, 53) >>> 0;
  const manner = among[chance % among.length] ?? politeness;
  return wrapped(text, manner[language], chance >>> 2);
};

const wrapped = (text: string, { before, behind }: Wrapping, chance: number): string => {
  const opening = before[chance % before.length] ?? '';
  const closing = behind[(chance >>> 8) % behind.length] ?? '';
  const where = (chance >>> 20) % 4;
  const said = where === 0 ? text : `${opening} ${text}`;
  return where === 1 ? said : `${ended(said)} ${closing}`;
};

const ended = (text: string): string => (/[.!?…\p{Extended_Pictographic}]$/u.test(text) ? text : `${text}.`);
