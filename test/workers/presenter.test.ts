import { describe, expect, it } from '@jest/globals';
import type { CaseRow } from '../../src/cases/fold-types.ts';
import { textWidth } from '../../src/cli/render/text-width.ts';
import { asCalled } from '../../src/lib/program.ts';
import { openedLines, raisedLines, whereToLook } from '../../workers/presenter.ts';

const now = new Date('2026-11-20T12:00:00Z');
const row = {
  id: '12',
  brand: 'voltara',
  severity: 'high',
  categories: ['delivery'],
  reasons: [{ code: 'unanswered_contact' }],
  dueAt: new Date('2026-11-20T15:00:00Z'),
  isHistory: false,
} as unknown as CaseRow;
const options = (width: number) => ({ language: 'en', isColour: false, width, now }) as const;

describe('the terminal of the demo', () => {
  it('tells what opened, until when, why, and what to type', () => {
    const [head, below] = openedLines(row, options(100)).split('\n');
    expect(head).toMatch(/^■■■□ high {6}EH-12 {3}voltara {6}due in 3 h$/);
    expect(below).toMatch(/^ {15}asked before, no answer · delivery .* evenhand cases take EH-12$/);
  });

  it.each([80, 100])('keeps its columns at width %i while the numbers of cases grow', (width) => {
    const begins = ['9', '10', '100', '1000'].map((id) =>
      openedLines({ ...row, id }, options(width))
        .split('\n')[1]
        ?.indexOf('evenhand cases take'),
    );
    expect(new Set(begins).size).toBe(1);
  });

  it('tells that an older case became more severe', () => {
    const [head, below] = raisedLines(row, options(100)).split('\n');
    expect(head).toMatch(/EH-12 .*due in 3 h {2}severity raised$/);
    expect(below).toContain('evenhand cases show EH-12');
  });

  // A head of ordinary names takes 47 columns, and what is to be typed is never cut.
  it.each([48, 80, 120])('stays within %i columns, however much there is to say', (width) => {
    const wordy = {
      ...row,
      brand: 'a-brand-with-a-long-name',
      categories: ['delivery', 'billing', 'service'],
    };
    for (const line of openedLines(wordy as unknown as CaseRow, options(width)).split('\n'))
      expect(textWidth(line)).toBeLessThanOrEqual(width);
  });

  it('says where to look next in the form that works here, in columns', () => {
    const shown = whereToLook((command) =>
      asCalled(command, { command: 'npx evenhand', start: 'npm start' }),
    );
    expect(shown).toContain('  npx evenhand cases show EH-1  one case');
    const lines = shown.split('\n').filter((line) => line.startsWith('  npx'));
    expect(lines).toHaveLength(6);
    for (const line of lines) expect(line.slice(30, 33)).toMatch(/^ {2}\S$/);
  });
});
