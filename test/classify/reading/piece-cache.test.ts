import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createPieceCache } from '../../../src/classify/reading/piece-cache.ts';

const counting = () => {
  const made: string[] = [];
  const at = createPieceCache((word) => {
    made.push(word);
    return { word };
  });
  return { made, at };
};

/** The pieces of a text, as the tokenizer asks for them. */
const piecesOf = (text: string, at: ReturnType<typeof counting>['at']): string[] => {
  const found: string[] = [];
  for (let from = 0; from < text.length; ) {
    const piece = at(text, from);
    if (piece !== null) found.push(piece.word);
    from += piece?.word.length ?? 1;
  }
  return found;
};

describe('the cache of pieces', () => {
  it('cuts at spaces and new lines, and takes new lines together', () => {
    const { at } = counting();
    expect(piecesOf(' My  lamp\n\n\nis kaputt. \n', at)).toEqual([
      'My',
      'lamp',
      '\n\n\n',
      'is',
      'kaputt.',
      '\n',
    ]);
    expect(piecesOf('', at)).toEqual([]);
  });

  it('makes a piece once, wherever in a text it stands', () => {
    const { at, made } = counting();
    const first = at('a lamp', 2);
    expect(at('lamp is', 0)).toBe(first);
    expect(at('my lamp\n', 3)).toBe(first);
    expect(made).toEqual(['lamp']);
  });

  it('tells pieces apart that differ in one letter, in length, or in what stands before', () => {
    const pieces = [
      'a',
      '\0a',
      '\0\0a',
      'aa',
      'ab',
      'abcdefghijk',
      'bbcdefghijk',
      'abcdefghijl',
      'abcdefghijkl',
      'bcdefghijkl',
      'ä',
      'ő',
      'Ő'.repeat(11),
      'é'.repeat(11),
      'é'.repeat(12),
      '…',
      '&',
    ];
    const { at } = counting();
    for (let round = 0; round < 2; round += 1)
      for (const piece of pieces) expect(at(piece, 0)?.word).toBe(piece);
  });

  it('says of any text what cutting it says', () => {
    const { at } = counting();
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', 'ß', '…', '\0', ' ', '\n', '😀') }), (text) => {
        expect(piecesOf(text, at)).toEqual(text.match(/\n+|[^ \n]+/g) ?? []);
      }),
    );
  });

  it('forgets what it has no place for, and stays right', () => {
    const { at, made } = counting();
    for (let n = 0; n < 150_000; n += 1)
      if (at(`w${n}`, 0)?.word !== `w${n}`) throw new Error(`wrong at ${n}`);
    const before = made.length;
    for (let n = 0; n < 150_000; n += 1) at(`w${n}`, 0);
    expect(made.length - before).toBeGreaterThanOrEqual(150_000 - 65_536);
  });
});
