import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { threadKey } from '../../src/cases/fold-types.ts';
import type { DeskCase, Moment } from '../../src/cases/life/action-types.ts';
import { merge } from '../../src/cases/life/merge.ts';
import { readKept, writeKept } from '../../src/cases/life/merge-kept.ts';
import { split } from '../../src/cases/life/split.ts';
import { unmerge } from '../../src/cases/life/unmerge.ts';
import type { Severity } from '../../src/domain/severity.ts';
import { complains, deadlineOf, foldInto, hour, listed, say, type Told } from './fold-samples.ts';

const moment = (at = 10, clearances: Moment['clearances'] = []): Moment => ({
  actor: 'kim',
  now: hour(at),
  deadlineOf,
  clearances,
});
const unowned = { assignee: null, takenAt: null, firstTakenAt: null, closedAt: null };
const caseOf = (id: string, told: readonly Told[], more: Partial<DeskCase> = {}): DeskCase => {
  const posts = told.map((one, n) => say(n === 0 ? id : `${id}${n}`, { thread: id, ...one }));
  const [row] = foldInto([], posts).cases;
  if (row === undefined) throw new Error('no case');
  return { ...row, id, ...unowned, ...more };
};
const one = caseOf('1', [{ at: 0, decision: complains('high', ['billing']), identifiers: ['order 7'] }]);
const two = caseOf('2', [{ at: 2, decision: complains('critical', ['delivery']) }], {
  assignee: 'bo',
  takenAt: hour(3),
  firstTakenAt: hour(3),
});
const merged = (from: DeskCase, into: DeskCase, at = moment()) => {
  const outcome = merge(from, into, at);
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return { ...outcome, kept: readKept(JSON.parse(writeKept(outcome.kept))) };
};
const facts = (kept: ReturnType<typeof merged>['kept']) => ({
  kept,
  laterMerge: null,
  goesOnIn: null,
  threadOf: (key: string) => threadKey('forum', (key.split('|')[1] ?? '').slice(0, 1)),
});
const parted = (from: DeskCase, into: DeskCase, kept: ReturnType<typeof merged>['kept']) => {
  const outcome = unmerge(from, into, facts(kept), moment(20));
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome;
};

describe('merging two cases of one customer', () => {
  it('keeps the earlier deadline, the higher severity, and every post in one place', () => {
    const { from, into } = merged(two, one);
    expect(into).toMatchObject({ id: '1', severity: 'critical', dueAt: hour(3), clockStart: hour(2) });
    expect(into.posts.map(({ key }) => key)).toEqual(['forum|1', 'forum|2']);
    expect(into.threads).toEqual(['forum|1', 'forum|2']);
    expect(into).toMatchObject({ categories: ['billing', 'delivery'], identifiers: ['order 7'] });
    expect(from).toMatchObject({ mergedInto: '1', posts: [], dueAt: null, dueTarget: null });
    expect(merged(one, two).into).toMatchObject({ id: '2', dueAt: hour(3), severity: 'critical' });
  });

  it('has one owner: its own, or that of the case that it took in', () => {
    expect(merged(two, one).into.assignee).toBe('bo');
    expect(merged(two, { ...one, assignee: 'kim', takenAt: hour(1) }).into.assignee).toBe('kim');
  });

  it('is refused between customers and brands, into itself, and of what has ended, was merged or is in dispute', () => {
    const refused = (from: DeskCase, into: DeskCase) => {
      const outcome = merge(from, into, moment());
      return outcome.kind === 'refused' ? [outcome.caseId, outcome.refusal] : outcome.kind;
    };
    expect(refused({ ...two, complainantKey: 'bob' }, one)).toEqual([
      '2',
      { code: 'other_customer', other: '1' },
    ]);
    expect(refused({ ...two, brand: 'seeweg' }, one)).toEqual(['2', { code: 'other_brand', other: '1' }]);
    expect(refused(one, one)).toEqual(['1', { code: 'same_case' }]);
    expect(refused(two, { ...one, status: 'resolved', resolvedAt: null })).toMatchObject([
      '1',
      { code: 'resolved' },
    ]);
    expect(refused({ ...two, mergedInto: '9' }, one)).toEqual(['2', { code: 'merged', other: '9' }]);
    expect(refused(two, { ...one, inDispute: true })).toEqual(['1', { code: 'in_dispute' }]);
    expect(merge(two, { ...one, inDispute: true }, moment(10, ['counsel'])).kind).toBe('done');
  });

  it('does not count the answer to one as an answer to the other', () => {
    const answered = caseOf('3', [
      { at: 0 },
      { at: 5, authorRole: 'support', by: 'help', parent: '3', decision: listed('own_account') },
    ]);
    const { into } = merged(two, answered);
    expect(into).toMatchObject({ dueAt: hour(3), dueTarget: 'first_response', lastResponseAt: null });
    expect(into.firstResponse?.at).toEqual(hour(5));
  });
});

describe('unmerging', () => {
  it('gives back exactly what was when nothing happened since, whatever the two were', () => {
    const severity = fc.constantFrom<Severity>('low', 'medium', 'high', 'critical');
    const anyCase = (id: string) =>
      fc
        .record({
          start: fc.integer({ min: 0, max: 40 }),
          severity,
          later: fc.array(fc.record({ at: fc.integer({ min: 1, max: 40 }), isAnswer: fc.boolean() }), {
            maxLength: 4,
          }),
          isHistory: fc.boolean(),
          owner: fc.constantFrom(null, 'kim', 'bo'),
          status: fc.constantFrom('new', 'open', 'pending', 'on_hold' as const),
        })
        .map(({ start, severity: stake, later, isHistory, owner, status }) =>
          caseOf(
            id,
            [
              {
                at: start,
                decision: complains(stake, [stake === 'low' ? 'billing' : 'delivery']),
                isHistory,
              },
              ...later.map(({ at, isAnswer }) =>
                isAnswer
                  ? {
                      at: start + at,
                      authorRole: 'support' as const,
                      by: 'help',
                      parent: id,
                      decision: listed('own_account'),
                    }
                  : { at: start + at, parent: id, decision: listed(), isHistory },
              ),
            ],
            { assignee: owner, takenAt: owner === null ? null : hour(9), status },
          ),
        );
    fc.assert(
      fc.property(anyCase('1'), anyCase('2'), (into, from) => {
        const joined = merged(from, into, moment(90));
        const apart = parted(joined.from, joined.into, joined.kept);
        // Identifiers are read from the posts again, by the store.
        expect({ ...apart.from, identifiers: from.identifiers }).toEqual(from);
        expect({ ...apart.into, identifiers: into.identifiers }).toEqual(into);
        const dues = [from.dueAt, into.dueAt].flatMap((due) => due?.getTime() ?? []);
        expect(joined.into.dueAt?.getTime()).toBe(dues.length === 0 ? undefined : Math.min(...dues));
      }),
      { numRuns: 500 },
    );
  });

  it('gives what was said since to the case of its thread, with the clock that it starts', () => {
    const answered = caseOf('2', [
      { at: 0, decision: complains('low') },
      { at: 1, authorRole: 'support', by: 'help', parent: '2', decision: listed('own_account') },
    ]);
    const { from, into, kept } = merged(answered, one);
    const heard = foldInto(
      [from, into],
      [say('2x', { at: 12, thread: '2', parent: '2', decision: complains('medium') })],
    ).cases;
    const went = { ...unowned, ...heard.find(({ id }) => id === '1') } as DeskCase;
    expect(went.posts.map(({ key }) => key)).toContain('forum|2x');
    const apart = parted(from, went, kept);
    expect(apart.from.posts.map(({ key }) => key)).toEqual(['forum|2', 'forum|21', 'forum|2x']);
    expect(apart.from).toMatchObject({
      dueTarget: 'next_response',
      clockStart: hour(12),
      severity: 'medium',
    });
    expect(apart.into).toEqual(one);
  });

  it('keeps whole the clock that a message of its own started since, where it owed nothing before', () => {
    const help = { authorRole: 'support', by: 'help', decision: listed('own_account') } as const;
    const owed = caseOf('1', [
      { at: 0, decision: complains('high') },
      { at: 1, parent: '1', ...help },
      { at: 2, decision: complains('high') },
    ]);
    const answered = caseOf('2', [
      { at: 0, decision: complains('low') },
      { at: 1, parent: '2', ...help },
    ]);
    const { from, into, kept } = merged(owed, answered);
    expect([answered.dueTarget, into.dueTarget]).toEqual([null, 'next_response']);
    const heard = foldInto(
      [from, into],
      [
        say('1x', { at: 11, thread: '1', parent: '1', ...help }),
        say('2x', { at: 12, thread: '2', parent: '2', decision: complains('low') }),
      ],
    ).cases;
    const went = { ...unowned, ...heard.find(({ id }) => id === '2') } as DeskCase;
    expect(went).toMatchObject({ dueTarget: 'next_response', clockStart: hour(12) });
    const { dueAt, dueTarget, clockStart } = went;
    expect(parted(from, went, kept).into).toMatchObject({ dueAt, dueTarget, clockStart });
  });

  it('answers both with an answer that was given since', () => {
    const { from, into, kept } = merged(two, one);
    const answered: DeskCase = {
      ...into,
      status: 'pending',
      dueAt: null,
      dueTarget: null,
      lastResponseAt: hour(11),
      firstResponse: { at: hour(11), via: 'agent_mark', actor: 'kim' },
    };
    const apart = parted(from, answered, kept);
    for (const row of [apart.from, apart.into])
      expect(row).toMatchObject({
        dueAt: null,
        lastResponseAt: hour(11),
        firstResponse: answered.firstResponse,
      });
  });

  it('leaves an ended case ended, and the other one open with its deadline', () => {
    const { from, into, kept } = merged(two, one);
    const ended: DeskCase = {
      ...into,
      status: 'resolved',
      resolvedAt: hour(12),
      dueAt: null,
      dueTarget: null,
    };
    const apart = parted(from, ended, kept);
    expect(apart.into).toMatchObject({ status: 'resolved', dueAt: null });
    expect(apart.from).toEqual(two);
  });

  it('puts nothing off that ended meanwhile, and stops its own clock there, not that of the other', () => {
    const asleep = { ...one, snoozedUntil: hour(3) };
    const both = merged(two, asleep);
    const ended: DeskCase = {
      ...both.into,
      status: 'resolved',
      resolvedAt: hour(11),
      dueAt: null,
      dueTarget: null,
      stoppedDueAt: both.into.dueAt,
    };
    const { into } = parted(both.from, ended, both.kept);
    expect(into).toMatchObject({
      status: 'resolved',
      dueAt: null,
      snoozedUntil: null,
      stoppedDueAt: one.dueAt,
    });
  });

  it('is refused out of order, where the thread went on elsewhere, and of what was not merged', () => {
    const { from, into, kept } = merged(two, one);
    const refused = (more: object, row = from, other = into) => {
      const outcome = unmerge(row, other, { ...facts(kept), ...more }, moment(20));
      return outcome.kind === 'refused' ? outcome.refusal : outcome.kind;
    };
    expect(refused({ laterMerge: '5' })).toEqual({ code: 'merged_later', other: '5' });
    expect(refused({ goesOnIn: '6' })).toEqual({ code: 'goes_on', other: '6' });
    expect(refused({}, two)).toEqual({ code: 'not_merged' });
    expect(refused({}, from, { ...into, mergedInto: '7' })).toEqual({ code: 'merged_later', other: '1' });
  });
});

describe('splitting a case', () => {
  const mixed = caseOf('1', [
    { at: 0, decision: complains('high') },
    { at: 3, parent: '1', decision: complains('low', ['billing']), text: 'and the invoice' },
    { at: 4, authorRole: 'support', by: 'help', parent: '11', decision: listed('own_account') },
    { at: 6, parent: '12', decision: listed() },
  ]);
  const decided = new Map(
    mixed.posts.map((post, n) => [
      post.key,
      {
        key: post.key,
        thread: threadKey('forum', '1'),
        parent: ['forum|1', 'forum|1', 'forum|11', 'forum|12'][n] ?? null,
        receivedAt: post.at,
        danger: null,
        categories: n === 1 ? (['billing'] as const) : [],
        reasons: [{ code: `reason ${n}` }],
        identifiers: n === 1 ? ['invoice 9'] : [],
      },
    ]),
  );
  const parts = (keys: readonly string[], row = mixed) => {
    const outcome = split(row, { keys, decided, newId: '2' }, moment());
    return outcome.kind === 'done' ? outcome : outcome.refusal;
  };

  it('gives posts a case of their own with the clock that they would have had, and their answers', () => {
    const outcome = parts(['forum|11']);
    if (!('split' in outcome)) throw new Error('refused');
    expect(outcome.split).toMatchObject({
      id: '2',
      severity: 'low',
      categories: ['billing'],
      identifiers: ['invoice 9'],
      openedAt: hour(3),
      receivedAt: hour(3),
      dueAt: null,
      lastResponseAt: hour(4),
    });
    expect(outcome.split.posts.map(({ key }) => key)).toEqual(['forum|11', 'forum|12']);
    expect(outcome.row.posts.map(({ key }) => key)).toEqual(['forum|1', 'forum|13']);
    expect(outcome.row).toMatchObject({ dueAt: mixed.dueAt, clockStart: mixed.clockStart });
  });

  it('takes the clock with the message that started it', () => {
    expect(mixed).toMatchObject({ dueTarget: 'next_response', clockStart: hour(6) });
    const outcome = parts(['forum|13']);
    if (!('split' in outcome)) throw new Error('refused');
    expect(outcome.split).toMatchObject({
      dueTarget: 'first_response',
      clockStart: hour(6),
      severity: 'high',
    });
    expect(outcome.row).toMatchObject({ dueAt: null, dueTarget: null });
  });

  it('is refused where nothing of the customer would move, or nothing would be left', () => {
    expect(parts(['forum|12'])).toEqual({ code: 'splits_nothing' });
    expect(parts(['forum|1', 'forum|11', 'forum|13'])).toEqual({ code: 'splits_all' });
    expect(parts(['forum|1'], { ...mixed, mergedInto: '4' })).toEqual({ code: 'merged', other: '4' });
    expect(parts(['forum|1'], { ...mixed, status: 'closed' })).toMatchObject({ code: 'closed' });
  });
});
