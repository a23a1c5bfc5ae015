import { describe, expect, it } from '@jest/globals';
import { chooseHistory } from '../../../../src/sources/file/import/choose-history.ts';

const now = new Date('2026-11-20T12:00:00Z');
const ago = (hours: number): string => new Date(now.getTime() - hours * 3_600_000).toISOString();

describe('an import', () => {
  it.each([
    ['tells no time', [undefined, undefined], 'history'],
    ['has no lines', [], 'history'],
    ['is of today', [ago(1), ago(3)], 'live'],
    ['is of the day before yesterday, by a minute less', [ago(47.98)], 'live'],
    ['is two days old, by a minute more', [ago(48.02)], 'history'],
    ['is old but for a few', [ago(1), ago(2), ago(900), ago(901), ago(902)], 'history'],
    ['is of today but for a few', [ago(900), ago(901), ago(1), ago(2), ago(3)], 'live'],
    ['has as many old as new, their middle being old', [ago(1), ago(100)], 'history'],
    ['tells few times, all of today', [undefined, undefined, undefined, ago(1)], 'live'],
    ['is ahead of the clock', [ago(-5)], 'live'],
  ] as const)('that %s is judged by the median of its times', (_, times, choice) => {
    expect(chooseHistory(times, now)).toBe(choice);
  });
});
