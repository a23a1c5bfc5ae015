import { describe, expect, it } from '@jest/globals';
import type { CaseRow } from '../../src/cases/fold-types.ts';
import { complains, foldInto, hour, listed, onlyCase, say, type Told } from './fold-samples.ts';

const first = onlyCase(foldInto([], [say('1', { at: 0 })]).cases);
const edit = (revision: number, told: Partial<Told> = {}) =>
  say('1', { at: 0, receivedAt: 2, revision, ...told });
const danger = { ...complains('critical', ['product']), danger: 'product' } as const;

describe('an edit', () => {
  it('may raise the severity and never lowers it', () => {
    const worse = foldInto([first], [edit(1, { decision: complains('high') })]);
    expect(onlyCase(worse.cases)).toMatchObject({ severity: 'high', dueAt: hour(4) });
    expect(worse.activities.map(({ kind }) => kind)).toEqual(['post_edited', 'severity_raised']);
    const milder = foldInto(worse.cases, [edit(2, { decision: listed() })]);
    expect(onlyCase(milder.cases)).toMatchObject({ severity: 'high', dueAt: hour(4), status: 'new' });
    expect(onlyCase(milder.cases).posts).toMatchObject([{ revision: 2, severity: 'high', at: hour(0) }]);
  });

  it('that is older than what is known changes nothing, and in one batch the order does not matter', () => {
    const newer = foldInto([], [edit(1, { decision: complains('low') })]);
    const older = foldInto(newer.cases, [edit(0, { decision: complains('critical') })]);
    expect(older.changed).toEqual([]);
    const both = foldInto([], [edit(1, { decision: complains('high') }), edit(0)]);
    expect(onlyCase(both.cases)).toMatchObject({ severity: 'high' });
    expect(both.opened).toHaveLength(1);
  });

  it('does not undo a person’s downgrade unless it says something new', () => {
    const downgraded: CaseRow = { ...first, severity: 'low', dueAt: hour(72) };
    expect(onlyCase(foldInto([downgraded], [edit(1)]).cases).severity).toBe('low');
    expect(foldInto([downgraded], [edit(0)]).changed).toEqual([]);
    expect(onlyCase(foldInto([downgraded], [edit(1, { decision: complains('high') })]).cases).severity).toBe(
      'high',
    );
  });

  it('that tells of a danger is heard, whatever became of the case', () => {
    const resolved: CaseRow = {
      ...first,
      status: 'resolved',
      resolvedAt: hour(1),
      lastResponseAt: hour(1),
      dueAt: null,
    };
    const reopened = foldInto([resolved], [edit(1, { decision: danger })]);
    expect(onlyCase(reopened.cases)).toMatchObject({ status: 'open', danger: 'product', dueAt: hour(4) });
    expect(reopened.alerts).toMatchObject([{ kind: 'severity_raised', danger: 'product' }]);
    const dismissed: CaseRow = { ...first, status: 'closed', disposition: 'not_a_complaint' };
    const anew = foldInto([dismissed], [edit(1, { decision: danger })]);
    expect(anew.opened).toMatchObject([{ linkedTo: 'case-1', danger: 'product' }]);
    const again = foldInto(anew.cases, [edit(1, { decision: danger })]);
    expect([again.opened, again.changed]).toEqual([[], []]);
  });
});

describe('a post decided again, because the post that it answers is known now', () => {
  it('opens its case, or raises it', () => {
    const waiting = foldInto([], [say('1', { at: 0, decision: listed('waiting_for_parent') })]);
    expect(waiting.cases).toEqual([]);
    expect(foldInto(waiting.cases, [say('1', { at: 0 })]).opened).toHaveLength(1);
    const raised = foldInto([first], [edit(0, { decision: complains('high') })]);
    expect(raised.placements).toEqual([{ as: 'redecided', caseId: 'case-1' }]);
    expect(onlyCase(raised.cases)).toMatchObject({ severity: 'high', dueAt: hour(4) });
  });
});

describe('a deletion', () => {
  it('is noted and neither closes nor answers', () => {
    const result = foldInto([first], [], { deletedPosts: ['forum|1', 'forum|99'] });
    expect(result.changed).toEqual([]);
    expect(result.activities).toMatchObject([{ kind: 'post_deleted', caseId: 'case-1', postKey: 'forum|1' }]);
  });
});

describe('history', () => {
  const past = onlyCase(
    foldInto([], [say('1', { at: -900, receivedAt: 0, isHistory: true, text: 'late' })]).cases,
  );

  it('is decided and shown without a clock and without an alert', () => {
    const result = foldInto(
      [],
      [
        say('1', { at: -900, receivedAt: 0, isHistory: true }),
        say('2', { at: -899, receivedAt: 0, isHistory: true, thread: '1', decision: danger }),
      ],
    );
    expect(onlyCase(result.cases)).toMatchObject({
      isHistory: true,
      dueAt: null,
      severity: 'critical',
      openedAt: hour(-900),
    });
    expect(result.alerts).toEqual([]);
  });

  it('begins to count when a live post joins it, also with the same words', () => {
    const result = foldInto([past], [say('2', { at: 1, thread: '1', text: 'late' })]);
    expect(onlyCase(result.cases)).toMatchObject({
      isHistory: false,
      openedAt: hour(1),
      clockStart: hour(1),
      dueAt: hour(25),
      dueTarget: 'first_response',
    });
    expect(result.alerts).toMatchObject([{ kind: 'case_opened', caseId: 'case-1' }]);
    expect(result.activities.map(({ kind }) => kind)).toEqual(['post_joined', 'clock_started']);
  });

  it('that joins a live case starts nothing, reopens nothing and alerts nobody', () => {
    const old = say('2', {
      at: -10,
      receivedAt: 5,
      isHistory: true,
      thread: '1',
      decision: complains('high'),
    });
    const result = foldInto([first], [old]);
    expect(onlyCase(result.cases)).toMatchObject({ severity: 'high', isHistory: false, dueAt: hour(4) });
    expect(result.alerts).toEqual([]);
    const resolved: CaseRow = { ...first, status: 'resolved', dueAt: null, dueTarget: null };
    expect(onlyCase(foldInto([resolved], [old]).cases)).toMatchObject({ status: 'resolved', dueAt: null });
  });
});

describe('a case in dispute', () => {
  it('takes posts, but alerts nobody unless there is danger', () => {
    const disputed: CaseRow = { ...first, inDispute: true };
    expect(
      foldInto([disputed], [say('2', { at: 1, thread: '1', decision: complains('high') })]).alerts,
    ).toEqual([]);
    expect(foldInto([disputed], [say('2', { at: 1, thread: '1', decision: danger })]).alerts).toHaveLength(1);
  });
});
