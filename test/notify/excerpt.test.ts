import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { excerpt, excerptLimit } from '../../src/notify/excerpt.ts';
import { ordinary, phone } from './support/personal-data.ts';

const signs = (text: string): number => Array.from(text).length;

describe('an excerpt', () => {
  it('is a short text itself, on one line', () => {
    expect(excerpt('  Seit Wochen\n\nkeine   Antwort. ')).toBe('Seit Wochen keine Antwort.');
  });

  it('ends between two words and says that more follows', () => {
    const text = excerpt('Niemand antwortet mir. '.repeat(20));
    expect(signs(text)).toBeLessThanOrEqual(excerptLimit);
    expect(text).toMatch(/(?:mir\.|Niemand|antwortet)…$/);
  });

  it('cuts a word without end inside, but no emoji and no surrogate pair', () => {
    expect(excerpt('a'.repeat(400))).toBe(`${'a'.repeat(279)}…`);
    const families = excerpt('👩‍👩‍👧‍👦'.repeat(100), 20);
    expect(families).toBe(`${'👩‍👩‍👧‍👦'.repeat(2)}…`);
    expect(excerpt('😀'.repeat(400))).not.toMatch(/\p{Surrogate}/u);
  });

  it('masks before it cuts, so that half a number never stays', () => {
    const text = excerpt(`${'x '.repeat(134)}0170 1234567 and so on, for ever and ever`);
    expect(text).not.toMatch(/\d/);
    expect(text).toContain('[phone]');
  });

  it('is never longer than its limit, never shows a phone number and is its own excerpt', () => {
    const words = fc.array(
      fc.oneof(fc.string({ unit: 'grapheme' }), phone, ordinary, fc.constant('wartet')),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(words, (all) => {
        const text = excerpt(all.join(' '));
        return signs(text) <= excerptLimit && excerpt(text) === text && !/\p{Surrogate}/u.test(text);
      }),
      { numRuns: 1_000 },
    );
  });

  it('reads only the beginning of a book', () => {
    const began = performance.now();
    expect(signs(excerpt('Niemand antwortet mir. '.repeat(100_000)))).toBeLessThanOrEqual(excerptLimit);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
