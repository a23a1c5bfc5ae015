import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalText } from '../../src/cases/action-texts.ts';
import { act } from '../../src/cases/actions.ts';
import type { ActionOutcome, CaseAction, DeskCase } from '../../src/cases/life/action-types.ts';
import { caseName, parseCaseId } from '../../src/domain/case-id.ts';
import { complains, deadlineOf, foldInto, hour, hourMs, listed, onlyCase, say } from './fold-samples.ts';

const desk = (row: Parameters<typeof onlyCase>[0], more: Partial<DeskCase> = {}): DeskCase => ({
  ...onlyCase(row),
  assignee: null,
  takenAt: null,
  firstTakenAt: null,
  closedAt: null,
  ...more,
});
const fresh = (more: Partial<DeskCase> = {}): DeskCase =>
  desk(foldInto([], [say('a', { at: 0, decision: complains('high') })]).cases, more);

const at = (now: number, actor = 'kim') => ({ actor, now: hour(now), deadlineOf });
const done = (outcome: ActionOutcome) => {
  if (outcome.kind !== 'done') throw new Error(`expected it to be done: ${JSON.stringify(outcome)}`);
  return outcome;
};
const refusal = (outcome: ActionOutcome): unknown =>
  outcome.kind === 'refused' ? outcome.refusal : outcome.kind;

const take: CaseAction = { kind: 'take', takeOver: false };
const resolve: CaseAction = { kind: 'resolve', note: null };
const spam: CaseAction = { kind: 'dismiss', as: 'spam', reason: 'an advertisement' };
const reopen: CaseAction = { kind: 'reopen', note: null, goesOnIn: null };
const answered = (hours: number): CaseAction => ({ kind: 'answered', at: hour(hours), note: null });

describe('taking a case', () => {
  it('opens it, names who has it, and leaves every clock as it runs', () => {
    const { state, activity } = done(act(fresh(), take, at(1)));
    expect(state).toEqual({
      ...fresh(),
      status: 'open',
      assignee: 'kim',
      takenAt: hour(1),
      firstTakenAt: hour(1),
    });
    expect(activity).toMatchObject({ kind: 'taken', previous: null, value: 'kim' });
  });

  it('is nothing for who has it, and refused to others, who learn since when', () => {
    const { state } = done(act(fresh(), take, at(1)));
    expect(act(state, take, at(2))).toEqual({ kind: 'unchanged' });
    expect(refusal(act(state, take, at(2, 'bo')))).toEqual({ code: 'taken', by: 'kim', since: hour(1) });
  });

  it('may be taken over, which is written down, and keeps when it was taken first', () => {
    const { state } = done(act(fresh(), take, at(1)));
    const over = done(act(state, { kind: 'take', takeOver: true }, at(5, 'bo')));
    expect(over.state).toMatchObject({ assignee: 'bo', takenAt: hour(5), firstTakenAt: hour(1) });
    expect(over.activity).toMatchObject({ previous: 'kim', value: 'bo' });
  });

  it('is refused once it is resolved, closed, dismissed, merged or in dispute', () => {
    const ended = (more: Partial<DeskCase>) => refusal(act(fresh(more), take, at(9)));
    expect(ended({ status: 'resolved', resolvedAt: hour(3) })).toEqual({ code: 'resolved', since: hour(3) });
    expect(ended({ status: 'closed', closedAt: hour(4) })).toEqual({ code: 'closed', since: hour(4) });
    expect(ended({ status: 'closed', disposition: 'spam' })).toMatchObject({ code: 'dismissed', as: 'spam' });
    expect(ended({ mergedInto: '7' })).toEqual({ code: 'merged', other: '7' });
    expect(ended({ inDispute: true })).toEqual({ code: 'in_dispute' });
  });
});

describe('an answer that somebody marks', () => {
  it('hits the first response, stops the clock and waits for the customer', () => {
    const { state, activity } = done(act(fresh(), answered(2), at(3)));
    expect(state).toMatchObject({ status: 'pending', dueAt: null, dueTarget: null, lastResponseAt: hour(2) });
    expect(state.firstResponse).toEqual({ at: hour(2), via: 'agent_mark', actor: 'kim' });
    expect(activity).toMatchObject({ previous: hour(4).toISOString(), value: hour(2).toISOString() });
  });

  it('is the last but not the first where one was seen before, and the time of the platform wins', () => {
    const seen = { at: hour(5), via: 'public_reply_seen', actor: 'support' } as const;
    const state = fresh({ firstResponse: seen, lastResponseAt: hour(5) });
    expect(done(act(state, answered(8), at(9))).state).toMatchObject({
      firstResponse: seen,
      lastResponseAt: hour(8),
    });
    expect(done(act(state, answered(1), at(9))).state).toMatchObject({
      firstResponse: seen,
      lastResponseAt: hour(5),
    });
  });

  it('leaves the clock of a message that came after it', () => {
    const told = [say('a', { at: 0 }), say('b', { at: 6, thread: 'a', parent: 'a', decision: listed() })];
    const { state } = done(act(desk(foldInto([], told).cases), answered(2), at(8)));
    expect(state).toMatchObject({ status: 'open', dueTarget: 'next_response', clockStart: hour(6) });
    expect(state.dueAt).toEqual(hour(6 + 48));
  });

  it('starts the clock again with the next message, as an answer seen in public does', () => {
    const { state } = done(act(fresh(), answered(2), at(3)));
    const later = foldInto([state], [say('b', { at: 7, thread: 'a', parent: 'a', decision: listed() })]);
    expect(onlyCase(later.cases)).toMatchObject({
      status: 'open',
      dueTarget: 'next_response',
      clockStart: hour(7),
    });
  });

  it('lies neither in the future nor before the post', () => {
    expect(refusal(act(fresh(), answered(4), at(3)))).toEqual({ code: 'answer_in_future', at: hour(4) });
    expect(refusal(act(fresh(), answered(-1), at(3)))).toMatchObject({
      code: 'answer_before_post',
      since: hour(0),
    });
  });

  it('can be marked at a resolved case, which stays resolved, but not at a closed one', () => {
    const resolved = done(act(fresh(), resolve, at(3))).state;
    expect(done(act(resolved, answered(2), at(4))).state).toMatchObject({ status: 'resolved', dueAt: null });
    expect(refusal(act(fresh({ status: 'closed' }), answered(2), at(4)))).toMatchObject({ code: 'closed' });
  });
});

describe('ending a case, and opening it again', () => {
  it('resolves with the clock stopped and no response invented', () => {
    const { state } = done(act(fresh(), resolve, at(3)));
    expect(state).toMatchObject({
      status: 'resolved',
      resolvedAt: hour(3),
      dueAt: null,
      firstResponse: null,
    });
    expect(refusal(act(state, resolve, at(4)))).toEqual({ code: 'resolved', since: hour(3) });
  });

  it('dismisses into a closed case, so that what is said next opens a linked one', () => {
    const { state, activity } = done(act(fresh(), spam, at(3)));
    expect(state).toMatchObject({ status: 'closed', disposition: 'spam', closedAt: hour(3), dueAt: null });
    expect(activity).toMatchObject({ previous: 'new', value: 'spam', note: 'an advertisement' });
    const next = foldInto([state], [say('b', { at: 9, thread: 'a', text: 'something else' })]);
    expect(next.opened).toHaveLength(1);
    expect(next.opened[0]?.linkedTo).toBe(state.id);
  });

  it('gives a customer who never had an answer the old deadline back', () => {
    for (const end of [resolve, spam]) {
      const { state } = done(act(done(act(fresh(), end, at(3))).state, reopen, at(20)));
      expect(state).toMatchObject({ status: 'open', disposition: null, resolvedAt: null, closedAt: null });
      expect([state.dueAt, state.dueTarget]).toEqual([fresh().dueAt, 'first_response']);
    }
  });

  it('owes the next answer from the reopening on to somebody who was answered', () => {
    const answeredOne = done(act(fresh(), answered(2), at(3))).state;
    for (const end of [resolve, spam]) {
      const { state } = done(act(done(act(answeredOne, end, at(4))).state, reopen, at(5)));
      expect(state).toMatchObject({ status: 'open', dueTarget: 'next_response', clockStart: hour(5) });
      expect([state.dueAt, state.lastResponseAt]).toEqual([hour(13), hour(2)]);
    }
  });

  it('gives a message that waited when it ended its old deadline back', () => {
    const told = [say('a', { at: 0 }), say('b', { at: 6, thread: 'a', parent: 'a', decision: listed() })];
    const waiting = done(act(desk(foldInto([], told).cases), answered(2), at(8))).state;
    const { state } = done(act(done(act(waiting, resolve, at(9))).state, reopen, at(20)));
    expect([state.dueAt, state.dueTarget]).toEqual([waiting.dueAt, 'next_response']);
  });

  it('is answered by what is said after the reopening, not by an older answer that is known late', () => {
    const ended = done(act(done(act(fresh(), answered(2), at(3))).state, resolve, at(4))).state;
    const open = done(act(ended, reopen, at(5))).state;
    const late = done(act(open, answered(3), at(6))).state;
    expect(late).toMatchObject({ status: 'open', dueAt: open.dueAt, lastResponseAt: hour(3) });
    expect(done(act(late, answered(6), at(7))).state).toMatchObject({ status: 'pending', dueAt: null });
  });

  it('runs no clock for history', () => {
    const past = desk(foldInto([], [say('a', { at: 0, isHistory: true })]).cases);
    expect(done(act(done(act(past, spam, at(3))).state, reopen, at(4))).state.dueAt).toBeNull();
  });

  it('opens nothing that is open, and nothing that goes on elsewhere', () => {
    expect(refusal(act(fresh(), reopen, at(1)))).toEqual({ code: 'not_ended' });
    const ended = done(act(fresh(), spam, at(3))).state;
    expect(refusal(act(ended, { ...reopen, goesOnIn: '8' }, at(4)))).toEqual({ code: 'goes_on', other: '8' });
  });
});

const anyAction: fc.Arbitrary<CaseAction> = fc.oneof(
  fc.record({ kind: fc.constant('take' as const), takeOver: fc.boolean() }),
  fc.integer({ min: -5, max: 60 }).map((hours) => answered(hours)),
  fc.constant<CaseAction>({ kind: 'note', text: 'seen', isPublic: false }),
  fc.constantFrom(resolve, spam, reopen),
);
const anySteps = fc.array(
  fc.record({
    action: anyAction,
    waits: fc.integer({ min: 0, max: 12 }),
    actor: fc.constantFrom('kim', 'bo'),
  }),
  { minLength: 1, maxLength: 12 },
);
const anyCase = fc
  .record({
    severity: fc.constantFrom('low', 'medium', 'high', 'critical' as const),
    later: fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 3 }),
    isHistory: fc.boolean(),
  })
  .map(({ severity, later, isHistory }) => {
    const first = say('a', { at: 0, decision: complains(severity), isHistory });
    const more = later.map((hours, i) =>
      say(`m${i}`, { at: hours, thread: 'a', parent: 'a', decision: listed(), isHistory }),
    );
    return desk(foldInto([], [first, ...more]).cases);
  });

describe('whatever people do, in whatever order', () => {
  const walk = (start: DeskCase, steps: readonly { action: CaseAction; waits: number; actor: string }[]) => {
    let state = start;
    let now = 41;
    const transitions: { before: DeskCase; after: DeskCase }[] = [];
    for (const { action, waits, actor } of steps) {
      now += waits;
      const outcome = act(state, action, at(now, actor));
      if (outcome.kind !== 'done') continue;
      transitions.push({ before: state, after: outcome.state });
      state = outcome.state;
    }
    return transitions;
  };
  const holds = (rule: (before: DeskCase, after: DeskCase) => boolean) =>
    fc.assert(
      fc.property(anyCase, anySteps, (start, steps) =>
        walk(start, steps).every(({ before, after }) => rule(before, after)),
      ),
      { numRuns: 1_000 },
    );

  it('a clock that goes on keeps its deadline, and no clock starts later than the message it is for', () =>
    holds((before, after) => {
      if (before.dueAt === null || after.dueAt === null) return true;
      const isSameClock =
        before.dueTarget === after.dueTarget && before.clockStart.getTime() === after.clockStart.getTime();
      return isSameClock
        ? before.dueAt.getTime() === after.dueAt.getTime()
        : after.dueTarget === 'next_response' &&
            after.posts.some(
              (post) => post.awaitsAnswer && post.clockStart.getTime() === after.clockStart.getTime(),
            );
    }));

  it('a first response is never lost, and never becomes later', () =>
    holds(
      (before, after) =>
        before.firstResponse === null ||
        (after.firstResponse !== null && after.firstResponse.at <= before.firstResponse.at),
    ));

  it('severity, reasons, posts and policy are nobody’s to change', () =>
    holds((before, after) =>
      (
        ['severity', 'danger', 'reasons', 'categories', 'posts', 'policy', 'openedAt', 'receivedAt'] as const
      ).every((key) => before[key] === after[key]),
    ));

  it('what has ended owes nothing, and a deadline always has its target', () =>
    holds(
      (_, after) =>
        (after.dueAt === null) === (after.dueTarget === null) &&
        (after.dueAt === null || ['new', 'open', 'pending'].includes(after.status)) &&
        (after.disposition === null || after.status === 'closed'),
    ));

  it('what was opened again stands in the queue, unless it is history', () => {
    let reopened = 0;
    holds((before, after) => {
      if (after.isHistory || after.status !== 'open' || !['resolved', 'closed'].includes(before.status))
        return true;
      reopened += 1;
      return after.dueAt !== null && after.dueTarget !== null;
    });
    expect(reopened).toBeGreaterThan(20);
  });

  it('a customer who was never answered has the deadline of the beginning whenever the case is open', () =>
    fc.assert(
      fc.property(anyCase, anySteps, (start, steps) =>
        walk(start, steps).every(
          ({ after }) =>
            start.isHistory ||
            after.lastResponseAt !== null ||
            after.status === 'resolved' ||
            after.status === 'closed' ||
            after.dueAt?.getTime() === start.dueAt?.getTime(),
        ),
      ),
      { numRuns: 1_000 },
    ));
});

describe('a refusal', () => {
  const timeText = (time: Date): string => `${time.toISOString()} (UTC)`;
  const context = { caseId: '12', now: hour(3), language: 'en', timeText } as const;
  it('says who has the case since when, and what can be done', () => {
    expect(refusalText({ code: 'taken', by: 'Kim', since: hour(1) }, context)).toBe(
      'EH-12 was taken by Kim 2 h ago: leave it to them, or take it over with "evenhand cases take EH-12 --take-over"',
    );
    expect(
      refusalText({ code: 'taken', by: 'Kim', since: hour(1) }, { ...context, language: 'de' }),
    ).toContain('EH-12 wurde von Kim vor 2 Std. übernommen');
  });

  it('leaves no placeholder open in either language', () => {
    const since = new Date(hour(3).getTime() - 2 * hourMs);
    for (const language of ['en', 'de'] as const)
      for (const one of [
        { code: 'merged', other: '7' },
        { code: 'goes_on', other: '7' },
        { code: 'in_dispute' },
        { code: 'not_ended' },
        { code: 'resolved', since: null },
        { code: 'closed', since },
        { code: 'dismissed', as: 'duplicate', since },
        { code: 'answer_in_future', at: since },
        { code: 'answer_before_post', at: since, since },
      ] as const)
        expect(refusalText(one, { ...context, language })).not.toMatch(/\{|undefined| {2}/);
  });
});

describe('the name of a case', () => {
  it('is read in every spelling and written in one', () => {
    expect(['12', 'EH-12', 'eh-12', '#12', ' 12 ', '0012'].map(parseCaseId)).toEqual(Array(6).fill('12'));
    expect(['', '0', '-3', '1.5', 'EH-', 'EH-1x', '1e3', '9'.repeat(30)].map(parseCaseId)).toEqual(
      Array(8).fill(null),
    );
    expect(caseName('12')).toBe('EH-12');
  });
});
