import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { evidenceLegend, highlightEvidence } from '../../../src/cli/render/highlight-evidence.ts';
import { textWidth } from '../../../src/cli/render/text-width.ts';
import { evidenceKinds } from '../../../src/domain/classification.ts';
import { classification, plain, saidText } from './render-example.ts';

const escapes = /\p{Cc}\[[0-9;]*m/gu;

describe('highlighted evidence', () => {
  it('draws markers below the words, overlapping ones on rows of their own', () => {
    expect(highlightEvidence(saidText, classification.evidence, plain).split('\n')).toEqual([
      'Since then I have called seven times 📞 and nobody picks up. I want my car, or',
      '                  1~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~',
      '                                            2~~~~~~~~~~~~~~',
      'my 4,000 euros back!',
      '   3~~~~~~~~~~',
    ]);
  });

  it('underlines the words and changes none of them when there are colours', () => {
    const shown = highlightEvidence(saidText, classification.evidence, {
      ...plain,
      isColour: true,
      width: 120,
    });
    expect(shown.replace(escapes, '')).toBe(saidText);
    expect(shown).toContain('\u001b[4m');
  });

  it('shows danger red though the same words say what it is about', () => {
    const place = { start: 4, end: 15 };
    const marks = [
      { kind: 'danger', ...place },
      { kind: 'category', label: 'product', ...place },
    ];
    const shown = [marks, marks.toReversed()].map((some) =>
      highlightEvidence('It: caught fire', some, { ...plain, isColour: true, width: 120 }),
    );
    for (const text of shown) expect(text).toContain('\u001b[31mcaught fire');
  });

  it('places markers by columns, not by code units', () => {
    const text = '電車🚆は遅い';
    const start = text.indexOf('遅い');
    const [, markers] = highlightEvidence(
      text,
      [{ kind: 'complaint', start, end: text.length }],
      plain,
    ).split('\n');
    expect(markers).toBe(`${' '.repeat(textWidth('電車🚆は'))}1~~~`);
  });

  it('marks the words on both lines when they are wrapped', () => {
    const text = 'nobody has ever called me back';
    const lines = highlightEvidence(text, [{ kind: 'complaint', start: 0, end: text.length }], {
      ...plain,
      width: 20,
    });
    expect(lines.split('\n').filter((line) => line.includes('~'))).toHaveLength(2);
  });

  it('names every kind of evidence in both languages', () => {
    for (const kind of evidenceKinds) {
      const mark = [{ kind, start: 0, end: 2 }];
      const [en, de] = (['en', 'de'] as const).map((language) =>
        evidenceLegend('hi', mark, { ...plain, language }),
      );
      expect(en).not.toBe(de);
      expect(en).not.toContain('_');
      expect(de).not.toContain('_');
    }
  });

  it('lets no text steer the terminal', () => {
    const text = 'a\u001b[2Jb\u0007c\u202ed\r\u009be';
    for (const isColour of [true, false]) {
      const shown = highlightEvidence(text, [{ kind: 'complaint', start: 0, end: text.length }], {
        ...plain,
        isColour,
      });
      expect(shown.replace(escapes, '')).not.toMatch(/(?!\n)[\p{Cc}\u202e]/u);
      expect(shown).not.toContain('\u001b[2J');
    }
  });

  it('takes any text and any spans without throwing, and loses no word', () => {
    const span = fc.record({
      kind: fc.constantFrom(...evidenceKinds),
      start: fc.integer({ min: -5, max: 90 }),
      end: fc.integer({ min: -5, max: 90 }),
    });
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 80 }),
        fc.array(span, { maxLength: 6 }),
        (text, marks) => {
          const options = { ...plain, isColour: true, width: 30 };
          const marked = highlightEvidence(text, marks, options).replace(escapes, '');
          expect(marked).toBe(highlightEvidence(text, [], options));
          evidenceLegend(text, marks, options);
          highlightEvidence(text, marks, plain);
        },
      ),
      { numRuns: 500 },
    );
  });
});
