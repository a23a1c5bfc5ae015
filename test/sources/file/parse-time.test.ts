import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseTime } from '../../../src/sources/file/parse-time.ts';

const utc = { zone: 'UTC' };
const berlin = { zone: 'Europe/Berlin' };

describe('the time of a line', () => {
  it.each([
    ['2026-11-03T10:15:00Z', '2026-11-03T10:15:00.000Z'],
    ['2026-11-03T10:15:00.123456Z', '2026-11-03T10:15:00.123Z'],
    ['2026-11-03T10:15:00+0100', '2026-11-03T09:15:00.000Z'],
    ['2026-11-03 10:15:00-05:30', '2026-11-03T15:45:00.000Z'],
    ['2026-11-03T10:15+02', '2026-11-03T08:15:00.000Z'],
    ['2026-11-03 10:15:00 UTC', '2026-11-03T10:15:00.000Z'],
    ['2026-11-03 10:15:00.0', '2026-11-03T10:15:00.000Z'],
    ['2026-11-03', '2026-11-03T00:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
    ['3.11.2026', '2026-11-03T00:00:00.000Z'],
    ['03.11.2026, 10:15', '2026-11-03T10:15:00.000Z'],
    ['Tue, 03 Nov 2026 10:15:00 +0100', '2026-11-03T09:15:00.000Z'],
    ['Tue Nov 03 10:15:00 +0000 2026', '2026-11-03T10:15:00.000Z'],
    ['1793700900', '2026-11-03T10:15:00.000Z'],
    [1793700900, '2026-11-03T10:15:00.000Z'],
    [1793700900000, '2026-11-03T10:15:00.000Z'],
  ])('is read from %s', (told, iso) => {
    expect(parseTime(told, utc)).toBe(iso);
  });

  it.each([
    '',
    'soon',
    '03/04/2026 10:15',
    '2026-02-30T10:00:00Z',
    '2026-11-03T24:00:00Z',
    '2026-13-01',
    '31.04.2026',
    '0001-01-01T00:00:00Z',
    '1970-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    12,
    Number.NaN,
    true,
    {},
    null,
  ])('is not read from %p', (told) => {
    expect(parseTime(told, utc)).toBeNull();
  });

  it('without a zone is a time of the zone that the mapping names, summer and winter', () => {
    expect(parseTime('2026-07-03T10:15:00', berlin)).toBe('2026-07-03T08:15:00.000Z');
    expect(parseTime('03.11.2026 10:15', berlin)).toBe('2026-11-03T09:15:00.000Z');
    expect(parseTime('2026-07-03T10:15:00Z', berlin)).toBe('2026-07-03T10:15:00.000Z');
  });

  it('in a form of its own is read by the form that the mapping gives', () => {
    const own = { zone: 'America/New_York', format: 'M/d/yyyy h:mm a' };
    expect(parseTime('3/4/2026 1:05 PM', own)).toBe('2026-03-04T18:05:00.000Z');
    expect(parseTime('2026-03-04', own)).toBeNull();
  });

  it('survives being written and read again', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true }),
        (date) => {
          expect(parseTime(date.toISOString(), berlin)).toBe(date.toISOString());
          expect(parseTime(date.getTime(), berlin)).toBe(date.toISOString());
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
