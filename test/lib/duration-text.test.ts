import { describe, expect, it } from '@jest/globals';
import { durationText, leftText } from '../../src/lib/duration-text.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

describe('a length of time', () => {
  it.each([
    [-5, '0 s', '0 s'],
    [59_999, '59 s', '59 s'],
    [14.4 * minute, '14 min', '14 Min.'],
    [200 * minute, '3 h 20 min', '3 Std. 20 Min.'],
    [4 * hour, '4 h', '4 Std.'],
    [47.9 * hour, '47 h', '47 Std.'],
    [2 * day, '2 d', '2 Tg.'],
    [730 * day, '730 d', '730 Tg.'],
    [731 * day, '2 y', '2 J.'],
    [4_310 * day, '11 y', '11 J.'],
  ])('of %d ms is said in units that matter to people', (ms, en, de) => {
    expect([durationText(ms, 'en'), durationText(ms, 'de')]).toEqual([en, de]);
  });
});

describe('a time that is left', () => {
  it.each([
    [0, '0 s'],
    [59_600, '1 min'],
    [10 * minute - 1, '10 min'],
    [hour - 400, '1 h'],
    [90 * minute - 1, '1 h 30 min'],
    [48 * hour - 1, '2 d'],
    [7 * day - 1_000, '7 d'],
    [6.4 * day, '6 d'],
  ])('of %d ms is said to the nearest unit', (ms, en) => {
    expect(leftText(ms, 'en')).toBe(en);
  });
});
