import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { composeGuardReport, type GuardCounts } from '../../../src/cases/guard/guard-report.ts';
import { coverageOf, isDrawn, judgeAction } from '../../../src/cases/guard/judge-action.ts';
import { whyPartial } from '../../../src/cases/guard/second-approver.ts';
import type { Person } from '../../../src/domain/person.ts';
import { wilsonInterval } from '../../../src/lib/wilson-interval.ts';

const now = new Date('2026-11-20T09:00:00Z');
const draw = (id: string, identifiers: readonly string[], randomShare = 0.05) =>
  isDrawn({ id, identifiers }, { key: 'key', randomShare });

describe('the answer of the guard', () => {
  it('is one of two, and says not why', () => {
    const answers = [false, true].flatMap((isLinked) =>
      [false, true].map((drawn) => judgeAction({ isLinked, isDrawn: drawn })),
    );
    expect(answers).toEqual([
      'proceed',
      'second_approval_needed',
      'second_approval_needed',
      'second_approval_needed',
    ]);
  });

  it('is drawn for the share that is asked for', () => {
    const drawn = (share: number): number =>
      Array.from({ length: 20_000 }, (_, i) => draw(`a${i}`, [`VT${i}`], share)).filter(Boolean).length;
    expect(drawn(0.05)).toBeGreaterThan(800);
    expect(drawn(0.05)).toBeLessThan(1_200);
    expect(drawn(0.2)).toBeGreaterThan(3_700);
    expect(drawn(0.2)).toBeLessThan(4_300);
  });

  it('tells no more to somebody who asks again under other ids or beside other customers', () => {
    const identifier = fc.stringMatching(/^[A-Z]{2}\d{6}$/);
    fc.assert(
      fc.property(identifier, identifier, fc.string(), fc.string(), (one, decoy, id, other) => {
        expect(draw(id, [one])).toBe(draw(other, [one]));
        expect(draw(id, [one, decoy])).toBe(draw(id, [one]) || draw(id, [decoy]));
      }),
    );
  });

  it('is drawn by the id where nothing names a customer', () => {
    const ids = Array.from({ length: 400 }, (_, i) => draw(`a${i}`, []));
    expect(ids.filter(Boolean).length).toBeGreaterThan(5);
  });

  it('says of each question whether it could be checked', () => {
    const ask = { id: 'a', kind: 'order_cancelled', at: now, requestedBy: null } as const;
    expect(coverageOf({ ...ask, written: [], identifiers: [] })).toBe('no_identifier');
    expect(coverageOf({ ...ask, written: ['Smith'], identifiers: [] })).toBe('no_such_identifier');
    expect(coverageOf({ ...ask, written: ['VT-1234'], identifiers: ['VT1234'] })).toBe('checked');
  });
});

const person = (name: string, line: readonly string[] = []): Person => ({
  name,
  roles: ['support_lead'],
  languages: ['en'],
  brands: null,
  clearances: ['compliance'],
  line,
  email: null,
});
const people = [person('kim', ['lea', 'max']), person('lea', ['max']), person('max'), person('mo')];

describe('a second approver', () => {
  it('stands outside the line of the requester, above and below', () => {
    const why = (who: string) => whyPartial(who, { requestedBy: 'lea', accused: [] }, people);
    expect(['lea', 'Lea', 'max', 'kim', 'mo'].map(why)).toEqual([
      'requester',
      'requester',
      'line_of_requester',
      'line_of_requester',
      null,
    ]);
  });

  it('is not whom the complaint is about, nor of that line', () => {
    const why = (who: string) => whyPartial(who, { requestedBy: null, accused: ['lea'] }, people);
    expect(['lea', 'max', 'kim', 'mo'].map(why)).toEqual([
      'accused',
      'line_of_accused',
      'line_of_accused',
      null,
    ]);
  });
});

const counts: GuardCounts = {
  asked: 900,
  noIdentifier: 12,
  noSuchIdentifier: 3,
  needed: 60,
  waiting: 4,
  approved: 50,
  refused: 6,
  executedAnyway: 1,
  executedLate: 0,
  executedUnasked: 0,
  complainants: 200,
  complainantsHit: 20,
  othersHit: 500,
  withoutNumber: 1_800,
};

describe('the report of the guard', () => {
  it('sets complainants beside all others, with an interval', () => {
    const { complainants, others } = composeGuardReport(counts, 100_200);
    expect(complainants).toEqual({
      share: 0.1,
      low: expect.closeTo(0.0656, 3),
      high: expect.closeTo(0.1494, 3),
    });
    expect(others?.share).toBeCloseTo(0.005);
  });

  it('shows no group under five, and no baseline that nobody named', () => {
    const report = composeGuardReport({ ...counts, complainantsHit: 3 }, null);
    expect(report.counts).toMatchObject({
      noSuchIdentifier: null,
      waiting: null,
      executedUnasked: 0,
      refused: 6,
    });
    expect(report.complainants).toBeNull();
    expect(report.others).toBeNull();
    expect(
      composeGuardReport({ ...counts, complainants: 4, complainantsHit: 0 }, null).complainants,
    ).toBeNull();
  });

  it("has Wilson's interval, within the bounds and around the share", () => {
    expect(wilsonInterval(0, 0)).toBeNull();
    // Newcombe, Statistics in Medicine 17 (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
    for (const [hits, of, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const)
      expect(wilsonInterval(hits, of)).toMatchObject({
        low: expect.closeTo(low, 4),
        high: expect.closeTo(high, 4),
      });
    fc.assert(
      fc.property(fc.nat(1_000), fc.integer({ min: 1, max: 1_000 }), (a, of) => {
        const found = wilsonInterval(Math.min(a, of), of);
        if (found === null) throw new Error('there are some');
        expect(found.low).toBeLessThanOrEqual(found.share + 1e-12);
        expect(found.high).toBeGreaterThanOrEqual(found.share - 1e-12);
        expect(found.low >= 0 && found.high <= 1).toBe(true);
      }),
    );
  });
});
