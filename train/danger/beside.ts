import { hashOf } from '../../src/classify/model/hash.ts';
import { retold, type Sentence } from './sentences.ts';

/** What tells of danger, or sounds like it, counts half as much again where it stands beside ordinary trouble. */
const share = 0.5;

/**
 * Sentences on danger once more, before or after an ordinary complaint of the same language and fold. People tell both in
 * one breath ("My order never came and the battery caught fire"): without these, the words of ordinary complaints learn to
 * speak against danger. Of dangers told so, which no fit had seen, 77 in 100 were found instead of 69, at as many false ones
 * among posts of others. Only fitted on, never judged.
 */
export const besideTrouble = (sentences: readonly Sentence[]): readonly Sentence[] => {
  const troubles = new Map<string, Sentence[]>();
  for (const sentence of sentences.filter(isTrouble)) {
    const key = poolOf(sentence);
    troubles.set(key, [...(troubles.get(key) ?? []), sentence]);
  }
  return sentences.filter(isOnDanger).flatMap((sentence) => {
    const pool = troubles.get(poolOf(sentence)) ?? [];
    const trouble = pool[chance(sentence.text, 101) % pool.length];
    if (trouble === undefined) return [];
    return [retold(sentence, join(sentence.text, trouble.text), share)];
  });
};

const poolOf = ({ language, fold }: Sentence): string => `${language} ${fold}`;

/** Files of dangers and of what sounds like them. */
const nearMisses: readonly string[] = ['danger', 'dependence'];

const isOnDanger = ({ danger, file }: Sentence): boolean =>
  danger !== null || nearMisses.some((name) => file.includes(name));

const isTrouble = (sentence: Sentence): boolean => sentence.isComplaint && !isOnDanger(sentence);

const chance = (text: string, seed: number): number => hashOf(text, seed) >>> 0;

const join = (text: string, trouble: string): string => {
  const [first, second] = chance(text, 103) % 2 === 0 ? [text, trouble] : [trouble, text];
  const open = first.replace(/[.!?]+$/, '');
  const joints = [`${first} ${second}`, `${open}. ${second}`, `${open}, ${inside(second)}`];
  return joints[chance(text, 107) % joints.length] ?? first;
};

/** As it stands within a sentence. */
const inside = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
