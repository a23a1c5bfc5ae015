import { describe, expect, it } from '@jest/globals';
import { createWordCache } from '../../../src/classify/reading/word-cache.ts';

const counting = () => {
  const made: string[] = [];
  const find = createWordCache((word) => {
    made.push(word);
    return { word };
  });
  return { made, find: (word: string) => find(word, 0, word.length) };
};

describe('the cache of words', () => {
  it('makes a word once, wherever in a text it stands', () => {
    let made = 0;
    const find = createWordCache((word) => {
      made += 1;
      return { word };
    });
    const first = find('a lamp', 2, 6);
    expect(first.word).toBe('lamp');
    expect(find('lamps', 0, 4)).toBe(first);
    expect(find('my lamp is', 3, 7)).toBe(first);
    expect(made).toBe(1);
  });

  it('tells words apart that have the same hash', () => {
    // "Aa" and "BB" are such a pair of the hash by 31, and so are all words made of them.
    const { find } = counting();
    const pairs = ['AaAaAa', 'AaAaBB', 'AaBBAa', 'AaBBBB', 'BBAaAa', 'BBAaBB', 'BBBBAa', 'BBBBBB'];
    for (let round = 0; round < 3; round += 1) for (const word of pairs) expect(find(word).word).toBe(word);
  });

  it('forgets what it has no place for, and stays right', () => {
    const { find, made } = counting();
    for (let n = 0; n < 200_000; n += 1) if (find(`w${n}`).word !== `w${n}`) throw new Error(`wrong at ${n}`);
    expect(made.length).toBe(200_000);
    const before = made.length;
    for (let n = 0; n < 200_000; n += 1) find(`w${n}`);
    expect(made.length - before).toBeGreaterThanOrEqual(200_000 - 65_536);
  });

  it('keeps no words that are too long to come twice', () => {
    const { find, made } = counting();
    find('x'.repeat(49));
    find('x'.repeat(49));
    find('x'.repeat(48));
    find('x'.repeat(48));
    expect(made.length).toBe(3);
  });
});
