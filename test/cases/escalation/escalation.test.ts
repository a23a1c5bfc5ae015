import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { advanceRun, type ChainPlace } from '../../../src/cases/escalation/advance-run.ts';
import { composeEscalationReport } from '../../../src/cases/escalation/escalation-report.ts';
import {
  advanceExecutive,
  type CaseFacts,
  type ExecutiveCase,
  type ExecutiveEvent,
  metCriteria,
  weekStart,
} from '../../../src/cases/escalation/executive.ts';
import type { ChainStep, EscalationChain } from '../../../src/domain/escalation.ts';
import { hour } from '../fold-samples.ts';

const chainOf = (steps: readonly ChainStep[], repeats = 0): EscalationChain => ({
  name: 'late',
  when: { breached: 1, severities: null, olderThanMs: null, failedRemedy: false, brands: null },
  steps,
  repeats,
});
const tell = (channel: string): ChainStep => ({ kind: 'channel', channel });
const wait = (hours: number): ChainStep => ({ kind: 'wait', ms: hours * 3_600_000 });
const start: ChainPlace = { place: 0, round: 0 };

/** Runs to the end, looking at the moments that it asks for, each late by so many hours. */
const runThrough = (chain: EscalationChain, late = 0) => {
  const taken: { key: string; at: number }[] = [];
  let from = start;
  for (let now = 0, turn = 0; turn < 1_000; turn += 1) {
    const { taken: steps, next } = advanceRun(from, chain, { now: hour(now), isWaiting: true });
    for (const { place, round } of steps) taken.push({ key: `${round}|${place}`, at: now });
    if (next.kind === 'ended') return { taken, ended: next.because };
    from = next;
    now = (next.until.getTime() - hour(0).getTime()) / 3_600_000 + late;
  }
  throw new Error('it never ends');
};

describe('a chain', () => {
  it('tells, waits and tells again, as often as it says', () => {
    const { taken, ended } = runThrough(chainOf([tell('a'), wait(1), tell('b'), wait(2)], 1));
    expect(taken).toEqual([
      { key: '0|0', at: 0 },
      { key: '0|2', at: 1 },
      { key: '1|0', at: 3 },
      { key: '1|2', at: 4 },
    ]);
    expect(ended).toBe('done');
  });

  it('leaves no step out when it is late, and keeps the pauses', () => {
    const { taken } = runThrough(chainOf([tell('a'), wait(1), tell('b'), wait(1), tell('c')]), 5);
    expect(taken.map(({ at }) => at)).toEqual([0, 6, 12]);
  });

  it('ends when the customer waits no longer, or the chain is gone', () => {
    const moment = { now: hour(0), isWaiting: false };
    expect(advanceRun(start, chainOf([tell('a')]), moment)).toEqual({
      taken: [],
      next: { kind: 'ended', because: 'not_waiting' },
    });
    expect(advanceRun(start, null, { ...moment, isWaiting: true }).next).toMatchObject({
      because: 'chain_gone',
    });
  });

  it('takes every step once in each round, whatever the chain', () => {
    const step = fc.oneof(fc.constant(tell('a')), fc.integer({ min: 1, max: 9 }).map(wait));
    fc.assert(
      fc.property(
        fc.array(step, { minLength: 1, maxLength: 8 }),
        fc.nat(5),
        fc.nat(20),
        (steps, repeats, late) => {
          const { taken } = runThrough(chainOf(steps, repeats), late);
          const told = steps.filter(({ kind }) => kind !== 'wait').length;
          expect(taken).toHaveLength(told * (repeats + 1));
          expect(new Set(taken.map(({ key }) => key)).size).toBe(taken.length);
          expect(taken.map(({ at }) => at)).toEqual(taken.map(({ at }) => at).toSorted((a, b) => a - b));
        },
      ),
    );
  });
});

const facts: CaseFacts = {
  severity: 'low',
  breaches: 0,
  openedAt: hour(0),
  hasFailedRemedy: false,
  isOver: false,
  inDispute: false,
};
const path = {
  criteria: ['breached_twice', 'severity', 'age', 'failed_remedy'] as const,
  olderThanMs: 14 * 86_400_000,
};

describe('what the record shows', () => {
  it('is two missed deadlines, severity, age or a failed remedy', () => {
    const met = (more: Partial<CaseFacts>, at = 1) => metCriteria({ ...facts, ...more }, path, hour(at));
    expect(met({})).toEqual([]);
    expect(met({ breaches: 1 })).toEqual([]);
    expect(met({ breaches: 2, severity: 'high', hasFailedRemedy: true }, 24 * 14)).toEqual([
      ...path.criteria,
    ]);
    expect(metCriteria({ ...facts, severity: 'critical' }, { ...path, criteria: ['age'] }, hour(1))).toEqual(
      [],
    );
  });
});

const asked: ExecutiveCase = { state: 'requested', decision: null, requestedBy: 'kim', expiresAt: hour(100) };
const moment = { now: hour(1), grantedThisWeek: 0, weeklyQuota: 5 };

describe('the way to an executive', () => {
  it('takes a second person, a free place and time', () => {
    const grant = (by: string, more = {}) =>
      advanceExecutive(asked, { kind: 'grant', by }, { ...moment, ...more });
    expect(grant('lea')).toEqual({ kind: 'done', state: 'granted' });
    expect(grant('Kim')).toEqual({ kind: 'refused', code: 'own_request' });
    expect(grant('lea', { grantedThisWeek: 5 })).toEqual({ kind: 'refused', code: 'quota_used' });
    expect(grant('lea', { now: hour(100) })).toEqual({ kind: 'refused', code: 'lapsed' });
  });

  it('ends with the text of an answer and with nothing else, in whatever order things are tried', () => {
    const event: fc.Arbitrary<ExecutiveEvent> = fc.oneof(
      fc.record({ kind: fc.constant('grant' as const), by: fc.constantFrom('kim', 'lea') }),
      fc.record({
        kind: fc.constant('decline' as const),
        by: fc.constant('lea'),
        reason: fc.constantFrom('', 'no'),
      }),
      fc.constant({ kind: 'lapse' as const }),
      fc.record({
        kind: fc.constant('answer' as const),
        by: fc.constant('lea'),
        text: fc.constantFrom('', ' ', 'We refunded you.'),
      }),
    );
    const step = fc.record({ event, now: fc.nat(200), used: fc.nat(6) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let state = asked;
        let decisions = 0;
        for (const { event: one, now, used } of steps) {
          const outcome = advanceExecutive(state, one, {
            now: hour(now),
            grantedThisWeek: used,
            weeklyQuota: 5,
          });
          if (outcome.kind === 'refused') continue;
          if (outcome.state === 'answered') expect(one).toMatchObject({ text: 'We refunded you.' });
          else decisions += 1;
          if (outcome.state === 'granted') expect(used).toBeLessThan(5);
          state = { ...state, state: outcome.state };
        }
        expect(decisions).toBeLessThanOrEqual(1);
        if (state.state === 'answered') expect(decisions).toBe(1);
      }),
    );
  });

  it('counts its quota from Monday', () => {
    expect(weekStart(hour(0)).toISOString()).toBe('2026-05-04T00:00:00.000Z');
    expect(weekStart(hour(24 * 6 + 15)).toISOString()).toBe('2026-05-04T00:00:00.000Z');
    expect(weekStart(hour(24 * 7)).toISOString()).toBe('2026-05-11T00:00:00.000Z');
  });

  it('publishes its rate without a group under five', () => {
    const none = {
      byCustomers: 0,
      granted: 0,
      declined: 0,
      lapsed: 0,
      answered: 0,
      overdue: 0,
      unfounded: 0,
    };
    const report = composeEscalationReport({ cases: 1_000, requested: 10, ...none, granted: 3 });
    expect(report.rate?.share).toBeCloseTo(0.01);
    expect(report.counts).toMatchObject({ requested: 10, granted: null, lapsed: 0 });
    expect(composeEscalationReport({ cases: 1_000, requested: 2, ...none }).rate).toBeNull();
  });
});
