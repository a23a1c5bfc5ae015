import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../../src/domain/brand.ts';
import { type Severity, severities } from '../../src/domain/severity.ts';
import { dueAt, type QueuePlace, queueOrder, type Targets } from '../../src/triage/deadline.ts';

const minuteMs = 60_000;
const wall = (minutes: number) => ({ kind: 'wall', ms: minutes * minuteMs }) as const;
/** The targets of the simulation in facts/science.md 6. */
const slaMinutes = { critical: 15, high: 60, medium: 240, low: 1_440 };
const targets: Targets = {
  critical: wall(slaMinutes.critical),
  high: wall(slaMinutes.high),
  medium: wall(slaMinutes.medium),
  low: wall(slaMinutes.low),
};
const unused: Calendar = { timezone: 'UTC', hours: {} };
const epoch = Date.UTC(2026, 4, 4);

interface Waiting extends QueuePlace {
  readonly severity: Severity;
  readonly arrival: number;
}

const waiting = (id: string, arrival: number, severity: Severity): Waiting => {
  const clockStart = new Date(epoch + arrival * minuteMs);
  return { id, arrival, severity, clockStart, dueAt: dueAt(severity, clockStart, targets, unused) };
};

const anySeverity = fc.constantFrom<Severity>(...severities);
const anyBacklog = fc
  .array(fc.tuple(fc.integer({ min: 0, max: 3_000 }), anySeverity), { minLength: 2, maxLength: 40 })
  .map((cases) => cases.map(([arrival, severity], n) => waiting(`c${n}`, arrival, severity)));

const runs = { numRuns: 1_000 };

/** Serves one case every `serviceMinutes`, always the first of the queue; gives back who was served when. */
const serve = (backlog: readonly Waiting[], serviceMinutes: number): Map<string, number> => {
  const served = new Map<string, number>();
  const arriving = [...backlog].sort((a, b) => a.arrival - b.arrival);
  const queue: Waiting[] = [];
  let minute = 0;
  while (served.size < backlog.length) {
    while (arriving[0] && arriving[0].arrival <= minute) queue.push(...arriving.splice(0, 1));
    const next = queue.sort(queueOrder).shift();
    if (next) served.set(next.id, minute);
    minute = next || !arriving[0] ? minute + serviceMinutes : arriving[0].arrival;
  }
  return served;
};

describe('the order of the queue', () => {
  it('is earliest deadline, earliest clock, smallest id; without a deadline last', () => {
    const at = (dueMinute: number | null, startMinute: number, id: string): QueuePlace => ({
      id,
      dueAt: dueMinute === null ? null : new Date(epoch + dueMinute * minuteMs),
      clockStart: new Date(epoch + startMinute * minuteMs),
    });
    const places = [at(null, 0, 'e'), at(9, 5, 'A'), at(9, 4, 'c'), at(9, 4, 'B'), at(3, 8, 'a')];
    expect(places.sort(queueOrder).map(({ id }) => id)).toEqual(['a', 'B', 'c', 'A', 'e']);
  });

  it('is total and the same for every order of arrival (I4)', () => {
    fc.assert(
      fc.property(
        anyBacklog.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          const order = [...all].sort(queueOrder);
          expect([...shuffled].sort(queueOrder)).toEqual(order);
          for (const [a, b] of order.slice(1).map((place, n) => [order[n] ?? place, place] as const)) {
            expect(queueOrder(a, b)).toBe(-1);
            expect(queueOrder(b, a)).toBe(1);
          }
        },
      ),
      runs,
    );
  });

  it('lets no case pass that opened after a case’s start and the spread of the targets (I5)', () => {
    fc.assert(
      fc.property(anyBacklog, fc.integer({ min: 1, max: 60 }), (backlog, serviceMinutes) => {
        const served = serve(backlog, serviceMinutes);
        for (const c of backlog) {
          const passable = c.arrival + slaMinutes[c.severity] - slaMinutes.critical;
          const late = backlog.filter((other) => other.arrival > passable);
          for (const other of late)
            expect(served.get(other.id)).toBeGreaterThan(served.get(c.id) ?? Infinity);
        }
      }),
      runs,
    );
  });

  it('between two cases never turns while they wait, whoever else arrives (I6)', () => {
    fc.assert(
      fc.property(anyBacklog, anyBacklog, (held, arriving) => {
        const later = [...held, ...arriving.map((place) => ({ ...place, id: `n${place.id}` }))].sort(
          queueOrder,
        );
        const mine = new Set(held.map(({ id }) => id));
        expect(later.filter(({ id }) => mine.has(id))).toEqual([...held].sort(queueOrder));
      }),
      runs,
    );
  });

  it('with load below 1 serves every case, and none late by more than the busiest stretch of work (I8)', () => {
    const serviceMinutes = 10;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 11, max: 60 }), anySeverity), { minLength: 50, maxLength: 300 }),
        (gaps) => {
          let arrival = 0;
          const backlog = gaps.map(([gap, severity], n) => {
            // Two customers at once now and then; the mean gap stays above the time of service.
            arrival += n % 5 === 4 ? 0 : gap + 3;
            return waiting(`c${n}`, arrival, severity);
          });
          const served = serve(backlog, serviceMinutes);
          const lateness = backlog.map(
            (c) => (served.get(c.id) ?? Infinity) - c.arrival - slaMinutes[c.severity],
          );
          expect(Math.max(...lateness)).toBeLessThanOrEqual(2 * serviceMinutes);
        },
      ),
      runs,
    );
  });

  it('under a permanent load of critical cases still serves the low one, which strict severity never would', () => {
    const stream = Array.from({ length: 1_000 }, (_, n) => waiting(`c${n}`, n * 10, 'critical'));
    const low = waiting('low', 0, 'low');
    const served = serve([low, ...stream], 10);
    expect(served.get('low')).toBeLessThanOrEqual(slaMinutes.low + 20);
  });
});
