import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Calendar } from '../../src/domain/brand.ts';
import { clockStart, dueAt, type Targets } from '../../src/triage/deadline.ts';
import { type TriageInput, triage } from '../../src/triage/triage.ts';
import { anyTriageInput } from './samples.ts';

const wall = (hours: number) => ({ kind: 'wall', ms: hours * 3_600_000 }) as const;
const days = (count: number) => ({ kind: 'business_days', days: count }) as const;
const targets: Targets = { critical: wall(1), high: wall(4), medium: days(1), low: days(3) };
const office = { open: 540, close: 1_080 };
const calendar: Calendar = { timezone: 'Europe/Berlin', hours: { 1: office, 3: office, 5: office } };

const audience = fc.record({
  followers: fc.nat(100_000_000),
  verified: fc.boolean(),
  likes: fc.nat(),
  reposts: fc.nat(),
  views: fc.nat(),
  viralRisk: fc.double(),
  displayName: fc.string(),
  avatar: fc.webUrl(),
  handle: fc.string(),
  author: fc.string(),
});

const anyTime = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2026, 11, 31) })
  .map((ms) => new Date(ms).toISOString());

const place = (input: TriageInput, publishedAt: string, receivedAt: string): string => {
  const decision = triage(input);
  const start = clockStart(publishedAt, receivedAt);
  const due = decision.kind === 'complaint' ? dueAt(decision.severity, start, targets, calendar) : null;
  return JSON.stringify([decision, start, due]);
};

describe('triage', () => {
  it('decides and places to the byte alike, whatever audience hangs on a post, its author or its parent (I1)', () => {
    fc.assert(
      fc.property(anyTriageInput, audience, anyTime, anyTime, (input, hung, published, received) => {
        const { classification, post, parent } = input;
        const famous = {
          classification: { ...classification, ...hung },
          post: { ...post, ...hung },
          parent: parent === null || parent === 'not_seen' ? parent : { ...parent, ...hung },
          ...hung,
        };
        expect(place(famous, published, received)).toBe(place(input, published, received));
      }),
      { numRuns: 2_000 },
    );
  });

  it('decides the same twice', () => {
    fc.assert(
      fc.property(anyTriageInput, (input) => {
        expect(triage(structuredClone(input))).toEqual(triage(input));
      }),
      { numRuns: 1_000 },
    );
  });
});
