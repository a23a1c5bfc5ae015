import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Mark } from '../../../src/cli/render/highlight-evidence.ts';
import { tellingEvidence } from '../../../src/cli/render/telling-evidence.ts';

const text = 'Voltara lost my parcel, though the nice staff of @voltara_help answers at VOLTARA';
const span = (words: string, more: Omit<Mark, 'start' | 'end'>): Mark => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, ...more };
};
const names = ['voltara', 'Voltara', 'voltara_help'];
const asCase = { isCase: true, categories: ['delivery'], names };
const shown = (marks: readonly Mark[], decided: Parameters<typeof tellingEvidence>[2] = asCase): string[] =>
  tellingEvidence(text, marks, decided).map(({ start, end }) => text.slice(start, end));

describe('the words that speak for what was decided', () => {
  it('are no names of the brand and no handles, and spans begin and end beside them', () => {
    const complaint = { kind: 'complaint', weight: 1 };
    expect(
      shown([span('Voltara', complaint), span('@voltara_help', complaint), span('VOLTARA', complaint)]),
    ).toEqual([]);
    expect(shown([span('Voltara lost', complaint), span('answers at VOLTARA', complaint)])).toEqual([
      'lost',
      'answers at',
    ]);
  });

  it('are not those that speak against a case, nor those of what it is not about', () => {
    const marks = [
      span('lost', { kind: 'category', label: 'delivery' }),
      span('staff', { kind: 'category', label: 'staff' }),
      span('nice', { kind: 'praise' }),
    ];
    expect(shown(marks)).toEqual(['lost']);
    expect(shown(marks, { isCase: false, categories: [], names })).toEqual(['lost', 'nice', 'staff']);
  });

  it('bear no weight that speaks against them', () => {
    const marks = [
      span('lost', { kind: 'complaint', weight: -0.2 }),
      span('parcel', { kind: 'complaint', weight: 0.3 }),
    ];
    expect(tellingEvidence(text, marks, asCase).map(({ weight }) => weight)).toEqual([undefined, 0.3]);
  });

  it('stay within the text, whatever the offsets are', () => {
    const mark = fc.record({
      start: fc.integer({ min: -5, max: 99 }),
      end: fc.integer({ min: -5, max: 99 }),
      kind: fc.constantFrom('complaint', 'praise', 'category'),
      weight: fc.double({ noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(mark), fc.boolean(), (marks, isCase) => {
        for (const { start, end, weight = 1 } of tellingEvidence(text, marks, { ...asCase, isCase })) {
          expect(start >= 0 && start < end && end <= text.length).toBe(true);
          expect(weight).toBeGreaterThan(0);
          expect(/^[\W_]*(?:voltara|voltara_help)[\W_]*$/i.test(text.slice(start, end))).toBe(false);
        }
      }),
      { examples: [[[{ start: 48, end: 58, kind: 'complaint', weight: 0 }], false]] },
    );
  });
});
