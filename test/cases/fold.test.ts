import { describe, expect, it } from '@jest/globals';
import type { CaseRow } from '../../src/cases/fold-types.ts';
import { complains, foldInto, hour, listed, onlyCase, say } from './fold-samples.ts';

const opened = (...told: Parameters<typeof say>): CaseRow => onlyCase(foldInto([], [say(...told)]).cases);
const first = opened('1', { at: 0, text: 'parcel lost' });
const kinds = (result: ReturnType<typeof foldInto>): readonly string[] =>
  result.activities.map(({ kind }) => kind);
const placed = (result: ReturnType<typeof foldInto>): readonly string[] =>
  result.placements.map(({ as }) => as);

describe('a complaint', () => {
  it('opens a case with its own clock, an activity and an alert', () => {
    const result = foldInto([], [say('1', { at: 0, identifiers: ['AB12'] })]);
    expect(onlyCase(result.cases)).toMatchObject({
      id: 'case-1',
      brand: 'nordbahn',
      complainantKey: 'ann',
      threads: ['forum|1'],
      status: 'new',
      severity: 'medium',
      categories: ['delivery'],
      identifiers: ['AB12'],
      openedAt: hour(0),
      clockStart: hour(0),
      dueAt: hour(24),
      dueTarget: 'first_response',
      lastPostAt: hour(0),
      firstResponse: null,
      linkedTo: null,
      policy: 'policy-1',
    });
    expect(kinds(result)).toEqual(['case_opened']);
    expect(result.alerts).toEqual([
      {
        kind: 'case_opened',
        brand: 'nordbahn',
        caseId: 'case-1',
        severity: 'medium',
        danger: null,
        categories: ['delivery'],
        reasons: [{ code: 'medium' }],
        source: 'forum',
        openedAt: hour(0).toISOString(),
        dueAt: hour(24).toISOString(),
        postKey: 'forum|1',
      },
    ]);
    expect(result.placements).toEqual([{ as: 'opened', caseId: 'case-1' }]);
  });

  it('of another customer, brand or thread opens another case, be it in the same words', () => {
    const text = 'parcel lost';
    const { cases } = foldInto(
      [],
      [
        say('1', { at: 0, text }),
        say('2', { at: 1, text, by: 'bob', thread: '1', parent: '1' }),
        say('3', { at: 2, text, brand: 'südbahn' }),
        say('4', { at: 3 }),
      ],
    );
    expect(cases.map(({ complainantKey, brand, threads }) => [complainantKey, brand, threads[0]])).toEqual([
      ['ann', 'nordbahn', 'forum|1'],
      ['bob', 'nordbahn', 'forum|1'],
      ['ann', 'südbahn', 'forum|3'],
      ['ann', 'nordbahn', 'forum|4'],
    ]);
  });

  it('in the thread of the author’s case joins it, may raise it, and moves the deadline only earlier', () => {
    const worse = say('2', { at: 3, thread: '1', decision: complains('high', ['billing']) });
    const result = foldInto([first], [worse]);
    const row = onlyCase(result.cases);
    expect(row).toMatchObject({
      severity: 'high',
      categories: ['delivery', 'billing'],
      dueAt: hour(4),
      lastPostAt: hour(3),
    });
    expect(row.posts.map(({ key }) => key)).toEqual(['forum|1', 'forum|2']);
    expect(result.activities.map(({ kind, previous, value }) => [kind, previous, value])).toEqual([
      ['post_joined', null, 'high'],
      ['severity_raised', 'medium', 'high'],
    ]);
    expect(result.alerts).toMatchObject([{ kind: 'severity_raised', severity: 'high', postKey: 'forum|2' }]);
    const milder = foldInto(result.cases, [say('3', { at: 4, thread: '1', decision: complains('low') })]);
    expect(onlyCase(milder.cases)).toMatchObject({
      severity: 'high',
      dueAt: hour(4),
      reasons: [{ code: 'high' }],
    });
    expect(milder.alerts).toEqual([]);
  });

  it('that is raised keeps an earlier deadline, even where the policy gives the higher severity a later one', () => {
    const hurried: CaseRow = { ...first, dueAt: hour(2) };
    const result = foldInto([hurried], [say('2', { at: 1, thread: '1', decision: complains('high') })]);
    expect(onlyCase(result.cases)).toMatchObject({ severity: 'high', dueAt: hour(2) });
  });

  it('that arrives with more of its thread in one batch is one row, told once', () => {
    const result = foldInto(
      [],
      [
        say('1', { at: 0 }),
        say('2', { at: 1, thread: '1', decision: complains('critical') }),
        say('3', { at: 2, thread: '1', decision: listed() }),
      ],
    );
    expect(onlyCase(result.opened)).toMatchObject({ severity: 'critical', dueAt: hour(1) });
    expect(result.changed).toEqual([]);
    expect(result.alerts).toMatchObject([{ kind: 'case_opened', severity: 'critical' }]);
  });

  it.each([
    ['says the same text', { text: 'parcel lost', at: 100 }, 1],
    ['carries the same order number', { at: 100, identifiers: ['AB12'] }, 1],
    ['links to the earlier post', { at: 100, links: ['https://forum.example/1/#top'] }, 1],
    ['quotes the earlier post', { at: 100, repostOf: '1' }, 1],
    ['only comes from the same author', { at: 100 }, 2],
    [
      'is of another category',
      { at: 100, identifiers: ['AB12'], decision: complains('medium', ['staff']) },
      2,
    ],
    ['comes after 30 days', { at: 30 * 24 + 1, identifiers: ['AB12'] }, 2],
    ['comes on the thirtieth day', { at: 30 * 24, identifiers: ['AB12'] }, 1],
  ])('in another thread that %s', (_name, told, count) => {
    const before = opened('1', { at: 0, text: 'parcel lost', identifiers: ['AB12'] });
    expect(foldInto([before], [say('2', told)]).cases).toHaveLength(count);
  });
});

describe('the same author’s same text', () => {
  const again = (at: number, more = {}) => say('2', { at, text: 'parcel lost', ...more });

  it('within 72 h collapses, in any thread', () => {
    const result = foldInto([first], [again(72)]);
    expect(placed(result)).toEqual(['duplicate']);
    expect(onlyCase(result.cases)).toMatchObject({ severity: 'medium', status: 'new', dueAt: hour(24) });
    expect(kinds(result)).toEqual(['post_repeated']);
    expect(result.alerts).toEqual([]);
    expect(placed(foldInto([first], [again(73)]))).toEqual(['joined']);
  });

  it('may be answered under any of its copies, and its thread belongs to the case', () => {
    const { cases } = foldInto([first], [again(5)]);
    const reply = say('3', {
      at: 6,
      by: 'desk',
      authorRole: 'support',
      parent: '2',
      decision: listed('own_account'),
    });
    const answered = foldInto(cases, [reply]);
    expect(onlyCase(answered.cases)).toMatchObject({ dueAt: null, lastResponseAt: hour(6) });
    expect(placed(foldInto(answered.cases, [say('4', { at: 7, thread: '2' })]))).toEqual(['joined']);
  });

  it('does not collapse under a post about something else, nor where it is worse', () => {
    expect(placed(foldInto([first], [again(5, { decision: complains('medium', ['billing']) })]))).toEqual([
      'opened',
    ]);
    const worse = foldInto([first], [again(5, { decision: complains('critical') })]);
    expect(onlyCase(worse.cases).severity).toBe('critical');
  });

  it('is a new message once an answer was given or the case was resolved', () => {
    const answered = {
      ...first,
      firstResponse: { at: hour(2), via: 'agent_mark' as const, actor: 'a1' },
      lastResponseAt: hour(2),
      dueAt: null,
      dueTarget: null,
    };
    const [row] = foldInto([answered], [again(5, { thread: '1' })]).cases;
    expect(row).toMatchObject({ dueTarget: 'next_response', dueAt: hour(5 + 48) });
    const resolved: CaseRow = { ...first, status: 'resolved', resolvedAt: hour(2) };
    expect(foldInto([resolved], [again(5, { thread: '1' })]).cases[0]?.status).toBe('open');
  });

  it('stays dismissed when a person dismissed it, but opens a new case after the old one was closed', () => {
    const dismissed: CaseRow = { ...first, status: 'closed', disposition: 'not_a_complaint' };
    expect(placed(foldInto([dismissed], [again(5)]))).toEqual(['duplicate']);
    const closed: CaseRow = { ...first, status: 'closed' };
    expect(foldInto([closed], [again(5)]).opened).toMatchObject([{ linkedTo: 'case-1' }]);
  });

  it('by nobody known is two complainants', () => {
    const text = 'parcel lost';
    const { cases } = foldInto(
      [],
      [say('1', { at: 0, text, by: 'forum|1' }), say('2', { at: 1, text, by: 'forum|2' })],
    );
    expect(cases).toHaveLength(2);
  });
});

describe('after the end of a case', () => {
  const reply = (decision = complains()) => say('2', { at: 30, thread: '1', decision });

  it('a reply reopens a resolved one; who never had an answer waits since the beginning', () => {
    const resolved: CaseRow = {
      ...first,
      status: 'resolved',
      resolvedAt: hour(10),
      dueAt: null,
      dueTarget: null,
    };
    const result = foldInto([resolved], [reply()]);
    expect(onlyCase(result.cases)).toMatchObject({
      status: 'open',
      resolvedAt: null,
      dueAt: hour(24),
      dueTarget: 'first_response',
    });
    expect(kinds(result)).toEqual(['post_joined', 'reopened', 'clock_started']);
    const answered = { ...resolved, lastResponseAt: hour(9) };
    expect(onlyCase(foldInto([answered], [reply(listed('question'))]).cases)).toMatchObject({
      status: 'open',
      dueAt: hour(30 + 48),
      dueTarget: 'next_response',
    });
  });

  it('thanks do not reopen it, unless the classifier is unsure', () => {
    const resolved: CaseRow = {
      ...first,
      status: 'resolved',
      resolvedAt: hour(10),
      dueAt: null,
      dueTarget: null,
    };
    for (const review of ['praise', 'solved'] as const) {
      expect(onlyCase(foldInto([resolved], [reply(listed(review))]).cases)).toMatchObject({
        status: 'resolved',
        dueAt: null,
      });
      expect(onlyCase(foldInto([resolved], [reply(listed(review, true))]).cases).status).toBe('open');
    }
  });

  it('a complaint opens a linked new one after closed, and after any disposition', () => {
    for (const disposition of [null, 'not_a_complaint', 'spam', 'duplicate'] as const) {
      const closed: CaseRow = { ...first, status: 'closed', disposition };
      const result = foldInto([closed], [reply()]);
      expect(result.opened).toMatchObject([{ linkedTo: 'case-1', status: 'new', dueAt: hour(54) }]);
      expect(result.changed).toEqual([]);
      expect(placed(foldInto([closed], [reply(listed())]))).toEqual(['none']);
    }
  });

  it('a merged case sends its posts to the one that goes on', () => {
    const second = { ...opened('9', { at: 1, by: 'ann' }), id: 'case-2' };
    const merged: CaseRow = { ...first, mergedInto: 'case-2', status: 'closed', disposition: 'duplicate' };
    const result = foldInto([merged, second], [reply(complains('high'))]);
    expect(result.placements).toEqual([{ as: 'joined', caseId: 'case-2' }]);
    expect(result.opened).toEqual([]);
    expect(placed(foldInto([{ ...merged, mergedInto: 'case-1' }], [reply()]))).toEqual(['opened']);
  });
});

describe('other posts of the same customer', () => {
  it('join the case of their thread and none else', () => {
    const joined = foldInto([first], [say('2', { at: 5, thread: '1', decision: listed() })]);
    expect(onlyCase(joined.cases)).toMatchObject({
      dueAt: hour(24),
      clockStart: hour(0),
      severity: 'medium',
    });
    expect(kinds(joined)).toEqual(['post_joined']);
    expect(placed(foldInto([first], [say('2', { at: 5, decision: listed() })]))).toEqual(['none']);
    expect(
      placed(foldInto([first], [say('2', { at: 5, thread: '1', by: 'bob', decision: listed() })])),
    ).toEqual(['none']);
  });

  it('start next_response after an answer, once, and thanks start nothing', () => {
    const answered: CaseRow = {
      ...first,
      status: 'pending',
      lastResponseAt: hour(4),
      dueAt: null,
      dueTarget: null,
    };
    const thanks = foldInto([answered], [say('2', { at: 5, thread: '1', decision: listed('praise') })]);
    expect(onlyCase(thanks.cases)).toMatchObject({ dueAt: null, status: 'pending' });
    const asked = foldInto(thanks.cases, [say('3', { at: 6, thread: '1', decision: listed('question') })]);
    expect(onlyCase(asked.cases)).toMatchObject({
      status: 'open',
      dueAt: hour(54),
      clockStart: hour(6),
      dueTarget: 'next_response',
    });
    const asksAgain = foldInto(asked.cases, [say('4', { at: 9, thread: '1', decision: listed('question') })]);
    expect(onlyCase(asksAgain.cases)).toMatchObject({ dueAt: hour(54), clockStart: hour(6) });
  });

  it('wake a snoozed case, and are no message when they are reposts or deleted', () => {
    const snoozed: CaseRow = { ...first, snoozedUntil: hour(90) };
    const woken = foldInto([snoozed], [say('2', { at: 5, thread: '1', decision: listed() })]);
    expect(onlyCase(woken.cases).snoozedUntil).toBeNull();
    expect(kinds(woken)).toEqual(['post_joined', 'woken']);
    for (const decision of [listed('repost'), listed('deleted')]) {
      expect(placed(foldInto([first], [say('2', { at: 5, thread: '1', decision })]))).toEqual(['none']);
    }
  });
});
