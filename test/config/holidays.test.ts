import { describe, expect, it } from '@jest/globals';
import { parseConfig } from '../../config/load-config.ts';

const parse = (written: string) =>
  parseConfig(`brands:\n  acme:\n    names: [Acme]\n    holidays: ${written}`, {
    file: 'evenhand.yaml',
    folder: '/srv/evenhand',
    dataDir: '/srv/evenhand/data',
    host: null,
    port: null,
    lookup: () => undefined,
  });
const holidaysOf = (written: string): readonly string[] =>
  parse(written).config.brands[0]?.calendar.holidays ?? [];

describe('the holidays of a brand', () => {
  it('are dates, in order, and the public holidays of regions, each day once', () => {
    expect(holidaysOf('[2026-12-24, 2026-05-15, 2026-12-24]')).toEqual(['2026-05-15', '2026-12-24']);
    const bavaria = holidaysOf('[DE-BY, 2026-12-24, 2026-12-25]');
    const inYear = bavaria.filter((day) => day.startsWith('2026'));
    expect(inYear).toEqual(
      expect.arrayContaining(['2026-01-06', '2026-05-14', '2026-06-04', '2026-12-24', '2026-12-25']),
    );
    expect(inYear).toHaveLength(13);
    expect(holidaysOf('[DE]')).not.toContain('2026-06-04');
    expect(bavaria).toEqual([...new Set(bavaria)].sort());
  });

  it('are none where none are written, so that the policy of such a brand stays what it was', () => {
    expect(parse('[]').config.brands[0]?.calendar).not.toHaveProperty('holidays');
  });

  it.each(['2026-02-30', 'DE-XX', 'Bavaria', 'QQ', 'DE-BY-QQ'])('refuses %s in one sentence', (written) => {
    expect(() => parse(`[${written}]`)).toThrow(
      'brands.acme.holidays.0: is neither a date such as 2026-12-24 nor a region such as DE or DE-BY',
    );
  });
});
