import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { openAttempts, weighContacts } from '../../../src/cases/contacts/weigh-contacts.ts';
import { fold } from '../../../src/cases/fold.ts';
import type { CaseRow } from '../../../src/cases/fold-types.ts';
import { severityRank } from '../../../src/domain/severity.ts';
import { complains, deadlineOf, hour, say } from '../fold-samples.ts';

const caseOf = (severity: 'low' | 'medium' | 'high' | 'critical'): CaseRow => {
  const { opened } = fold(
    { cases: [], mentions: [say('a', { at: 0, decision: complains(severity), identifiers: ['VT77'] })] },
    { now: hour(0), deadlineOf, newCaseId: () => '1' },
  );
  const [row] = opened;
  if (row === undefined) throw new Error('no case');
  return row;
};

const missed = (at: number) => ({ at: hour(at), isAnswered: false });
const answered = (at: number) => ({ at: hour(at), isAnswered: true });
const at = (now: number) => ({ now: hour(now), deadlineOf });

describe('attempts in the own log of the company', () => {
  it('count from the last answer, there or here, and not before they were made', () => {
    const attempts = [missed(-50), answered(-40), missed(-30), missed(-20), missed(99)];
    expect(openAttempts(attempts, { lastResponseAt: null, now: hour(0) })).toEqual({
      count: 2,
      days: 1,
      isUnanswered: true,
    });
    expect(openAttempts(attempts, { lastResponseAt: hour(-25), now: hour(0) })?.count).toBe(1);
    expect(openAttempts(attempts, { lastResponseAt: hour(-10), now: hour(0) })).toBeNull();
  });

  it('raise as told attempts do: one to medium, three or a week to high, none to critical', () => {
    const risen = (attempts: readonly ReturnType<typeof missed>[], from: 'low' | 'high' = 'low') =>
      weighContacts(caseOf(from), attempts, at(1))?.row.severity ?? null;
    expect(risen([missed(-1)])).toBe('medium');
    expect(risen([missed(-1), missed(-2), missed(-3)])).toBe('high');
    expect(risen([missed(-24 * 7)])).toBe('high');
    expect(risen([missed(-1), missed(-24 * 40), missed(-3)], 'high')).toBeNull();
    expect(risen([missed(-5), answered(-1)])).toBeNull();
  });

  it('say why, with the reason first and the number of attempts', () => {
    const weighed = weighContacts(caseOf('low'), [missed(-1), missed(-30)], at(1));
    expect(weighed?.row.reasons[0]).toEqual({ code: 'contact_log', values: { count: 2, days: 1 } });
    expect(weighed?.activities.map(({ kind, previous, value }) => [kind, previous, value])).toEqual([
      ['contacts_found', null, '2'],
      ['severity_raised', 'low', 'medium'],
    ]);
  });

  it('leave a case alone that is over', () => {
    const row = caseOf('low');
    for (const over of [{ status: 'resolved' }, { status: 'closed' }, { mergedInto: '9' }] as const)
      expect(weighContacts({ ...row, ...over }, [missed(-1)], at(1))).toBeNull();
  });

  it('only ever raise, and only ever move a deadline earlier', () => {
    const attempt = fc.record({
      at: fc.integer({ min: -2_000, max: 10 }).map(hour),
      isAnswered: fc.boolean(),
    });
    const severity = fc.constantFrom('low', 'medium', 'high', 'critical' as const);
    fc.assert(
      fc.property(fc.array(attempt, { maxLength: 12 }), severity, (attempts, from) => {
        const before = caseOf(from);
        const after = weighContacts(before, attempts, at(5))?.row ?? before;
        expect(severityRank(after.severity)).toBeGreaterThanOrEqual(severityRank(before.severity));
        expect(after.dueAt?.getTime()).toBeLessThanOrEqual(before.dueAt?.getTime() ?? 0);
        expect(after.clockStart).toEqual(before.clockStart);
        if (from !== 'critical') expect(after.severity).not.toBe('critical');
      }),
    );
  });
});
