import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { OutOfBandKind } from '../../src/domain/classification.ts';
import { moneyBand, parseMoney, remedyKinds } from '../../src/domain/remedy.ts';
import { type Given, parityOf, promisesOf, type Settled } from '../../src/problems/parity.ts';

const at = (minute: number): Date => new Date(Date.UTC(2026, 10, 20, 9, minute));
const refund = (caseId: string, minute = 0): Given => ({ caseId, kind: 'refund', at: at(minute) });
const settled = (caseId: string, minute: number): Settled => ({
  caseId,
  outcome: 'offered',
  reason: null,
  at: at(minute),
});
const owedTo = (...args: Parameters<typeof parityOf>): string[] =>
  parityOf(...args)
    .filter(({ owed }) => owed.length > 0)
    .map(({ caseId }) => caseId);

describe('parity of remedies', () => {
  it('owes nobody anything as long as nobody got anything', () => {
    expect(owedTo(['1', '2'], [], [])).toEqual([]);
  });

  it('owes to all what one got, until each got it or was settled with', () => {
    expect(owedTo(['1', '2', '3'], [refund('1')], [])).toEqual(['2', '3']);
    expect(owedTo(['1', '2', '3'], [refund('1'), refund('2')], [settled('3', 5)])).toEqual([]);
  });

  it('counts an apology as one, and as no refund', () => {
    const given: Given[] = [refund('1'), { caseId: '2', kind: 'apology', at: at(1) }];
    expect(parityOf(['1', '2'], given, []).map(({ owed }) => owed)).toEqual([['apology'], ['refund']]);
  });

  it('owes a promise to whom it was made, too, and to the others; any remedy but an apology keeps it', () => {
    const promise: Given = { caseId: '1', kind: 'promise', at: at(0) };
    expect(owedTo(['1', '2'], [promise], [])).toEqual(['1', '2']);
    expect(owedTo(['1'], [promise, { caseId: '1', kind: 'apology', at: at(1) }], [])).toEqual(['1']);
    expect(owedTo(['1', '2'], [promise, refund('1', 1)], [settled('2', 2)])).toEqual([]);
  });

  it('owes anew what is given of another kind after somebody was settled with', () => {
    const given: Given[] = [refund('1'), { caseId: '1', kind: 'credit', at: at(9) }];
    expect(parityOf(['1', '2'], given, [settled('2', 5)])[1]?.owed).toEqual(['credit']);
  });

  it('minds nothing that was given to a case outside of the problem', () => {
    expect(owedTo(['1', '2'], [refund('7')], [])).toEqual([]);
  });

  it('owes on what a case got before it was taken out, until a person says of that kind that it is owed to nobody', () => {
    const left = [{ caseId: '1', at: at(5) }];
    const waived = (kind: 'refund' | 'credit', minute: number) => [{ kind, at: at(minute) }];
    const without1 = (given: Given[], waivers: ReturnType<typeof waived> = []) =>
      owedTo(['2', '3'], given, [], { left, waived: waivers });
    expect(without1([refund('1')])).toEqual(['2', '3']);
    expect(without1([refund('1', 6)])).toEqual([]);
    expect(without1([refund('1')], waived('credit', 9))).toEqual(['2', '3']);
    expect(without1([refund('1')], waived('refund', 9))).toEqual([]);
    expect(without1([refund('1'), refund('2')], waived('refund', 9))).toEqual(['3']);
    expect(without1([refund('1')], waived('refund', 4))).toEqual(['2', '3']);
  });

  it('takes words that nobody understood for a promise, and of what was understood promises and remedies alone', () => {
    const mark = (kind: OutOfBandKind | null) => ({ caseId: '1', kind, at: at(3) });
    for (const kind of [null, 'promise', 'remedy'] as const)
      expect(promisesOf([mark(kind)])).toEqual([{ caseId: '1', kind: 'promise', at: at(3) }]);
    for (const kind of ['apology', 'refusal', 'attack'] as const)
      expect(promisesOf([mark(kind)])).toEqual([]);
  });

  it('leaves nobody out: each member got, was settled with, or is owed every kind that one of them got', () => {
    const ids = ['1', '2', '3', '4'];
    const given = fc.array(
      fc.record({
        caseId: fc.constantFrom(...ids, '9'),
        kind: fc.constantFrom(...remedyKinds),
        at: fc.integer({ min: 0, max: 50 }).map(at),
      }),
    );
    const done = fc.array(
      fc.record({ caseId: fc.constantFrom(...ids), at: fc.integer({ min: 0, max: 50 }).map(at) }),
    );
    fc.assert(
      fc.property(given, done, (all, settlements) => {
        const settledAll = settlements.map((one) => ({ ...one, outcome: 'asked' as const, reason: null }));
        const rows = parityOf(ids, all, settledAll);
        for (const one of all.filter(({ caseId }) => ids.includes(caseId)))
          for (const { caseId, given: got, owed, settled: last } of rows)
            expect(
              got.includes(one.kind as never) ||
                owed.includes(one.kind) ||
                (last !== null && settlements.some((s) => s.caseId === caseId)),
            ).toBe(true);
      }),
    );
  });
});

describe('money', () => {
  it.each([
    ['EUR 40', 'EUR 25–50'],
    ['39,99 EUR', 'EUR 25–50'],
    ['eur25', 'EUR 0–25'],
    ['USD 4333', 'USD >1000'],
  ])('shows %s as the band %s', (text, band) => {
    const money = parseMoney(text);
    expect(money === null ? null : moneyBand(money)).toBe(band);
  });

  it.each(['', '40', 'EUR', 'EUR -4', 'EUR 1.234', 'EURO 40', 'EUR 0'])('reads no amount in "%s"', (text) => {
    expect(parseMoney(text)).toBeNull();
  });
});
