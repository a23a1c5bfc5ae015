import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { sinkStatuses } from '../../../src/domain/sink.ts';
import {
  type Followed,
  followTicket,
  isOvertaken,
  meaningOf,
} from '../../../src/notify/sinks/follow-ticket.ts';
import { createJiraSink } from '../../../src/notify/sinks/jira.ts';
import { createZammadSink } from '../../../src/notify/sinks/zammad.ts';

const opened = new Date('2026-11-20T09:00:00Z');
const minute = (n: number): Date => new Date(opened.getTime() + n * 60_000);
const fresh: Followed = { createdAt: opened, changedAt: opened, meaning: null, answeredAt: null };
const reading = (...minutes: number[]) => ({
  status: 'open',
  statusAt: null,
  answers: minutes.map((n) => ({ id: String(n), at: minute(n) })),
  notes: [],
});

describe('what people did in a helpdesk', () => {
  it('is each answer once, in its order, at the time of the helpdesk', () => {
    const first = followTicket(fresh, reading(9, 4), { meaning: 'pending', now: minute(10) });
    expect(first.acts).toEqual([
      { kind: 'answered', at: minute(4) },
      { kind: 'answered', at: minute(9) },
      { kind: 'wait', as: 'pending', since: minute(9) },
    ]);
    expect(followTicket(first, reading(9, 4), { meaning: 'pending', now: minute(20) }).acts).toEqual([]);
  });

  it('lies neither before its ticket nor in the future, however wrong the clock there is, and counts once all the same', () => {
    const early = followTicket(fresh, reading(-3), { meaning: 'open', now: minute(10) });
    expect(early.acts).toEqual([{ kind: 'answered', at: opened }]);
    const late = followTicket(fresh, reading(14), { meaning: 'open', now: minute(10) });
    expect(late.acts).toEqual([{ kind: 'answered', at: minute(10) }]);
    expect(followTicket(late, reading(14), { meaning: 'open', now: minute(20) }).acts).toEqual([]);
  });

  it('is an end, a waiting or a beginning anew only where the status changed, whatever lies between and however often it is read', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...sinkStatuses), { maxLength: 12 }), (statuses) => {
        let ticket: Followed = fresh;
        const acts: string[] = [];
        for (const meaning of statuses.flatMap((status) => [status, status])) {
          const followed = followTicket(ticket, reading(), { meaning, now: minute(1) });
          acts.push(...followed.acts.map(({ kind }) => kind));
          ticket = followed;
        }
        const told = statuses.filter((status) => status !== 'ignored');
        const changes = told.flatMap((status, i): string[] => {
          const before = told[i - 1] ?? 'open';
          if (status === before) return [];
          if (status === 'resolved') return ['resolve'];
          const opened = before === 'resolved' ? ['reopen'] : [];
          if (status !== 'open') return [...opened, 'wait'];
          return before === 'resolved' ? opened : ['resume'];
        });
        expect(acts).toEqual(changes);
      }),
    );
  });

  it('counts from when the status was set, or the last answer there, and gives way to what the customer wrote since', () => {
    const at = (statusAt: Date | null, answered: number[], wrote: number): boolean => {
      const read = { ...reading(...answered), statusAt };
      const { acts } = followTicket(fresh, read, { meaning: 'resolved', now: minute(60) });
      return acts.some((act) => isOvertaken(act, [minute(-5), minute(wrote)]));
    };
    expect(at(minute(10), [], 11)).toBe(true);
    expect(at(minute(10), [], 10)).toBe(false);
    expect(at(minute(10), [12], 11)).toBe(false);
    expect(at(null, [], 1)).toBe(true);
    expect(at(null, [], -1)).toBe(false);
  });

  it('is read by the configuration before the words of the kind; of Jira by the name or the category', () => {
    const mapping = { priorities: { critical: '', high: '', medium: '', low: '' }, tags: {}, fields: {} };
    const zammad = createZammadSink({ baseUrl: '', token: '', group: '', customer: '' });
    const jira = createJiraSink({ baseUrl: '', user: '', token: '', project: '', issueType: '' });
    expect(meaningOf('closed', { ...mapping, statuses: {} }, zammad)).toBe('resolved');
    expect(meaningOf('closed', { ...mapping, statuses: { closed: 'ignored' } }, zammad)).toBe('ignored');
    expect(meaningOf('Of our own', { ...mapping, statuses: { 'of our own': 'on_hold' } }, zammad)).toBe(
      'on_hold',
    );
    expect(meaningOf('done/Erledigt', { ...mapping, statuses: {} }, jira)).toBe('resolved');
    expect(meaningOf('done/Rejected', { ...mapping, statuses: { rejected: 'ignored' } }, jira)).toBe(
      'ignored',
    );
  });
});
