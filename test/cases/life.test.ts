import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { refusalText } from '../../src/cases/action-texts.ts';
import { act } from '../../src/cases/actions.ts';
import type { ActionOutcome, CaseAction, DeskCase, Moment } from '../../src/cases/life/action-types.ts';
import { sleeps } from '../../src/cases/life/wait.ts';
import type { Decision } from '../../src/domain/decision.ts';
import { severityRank } from '../../src/domain/severity.ts';
import { complains, deadlineOf, foldInto, hour, hourMs, listed, onlyCase, say } from './fold-samples.ts';

const fresh = (more: Partial<DeskCase> = {}): DeskCase => ({
  ...onlyCase(foldInto([], [say('a', { at: 0, decision: complains('high') })]).cases),
  assignee: null,
  takenAt: null,
  firstTakenAt: null,
  closedAt: null,
  ...more,
});
const at = (now: number, more: Partial<Moment> = {}): Moment => ({
  actor: 'kim',
  now: hour(now),
  deadlineOf,
  ...more,
});
const done = (outcome: ActionOutcome) => {
  if (outcome.kind !== 'done') throw new Error(`expected it to be done: ${JSON.stringify(outcome)}`);
  return outcome;
};
const refusal = (outcome: ActionOutcome): unknown =>
  outcome.kind === 'refused' ? outcome.refusal : outcome.kind;
const snooze = (until: number): CaseAction => ({ kind: 'snooze', until: hour(until), reason: null });
const severity = (to: DeskCase['severity']): CaseAction => ({ kind: 'severity', to, reason: 'she says so' });
const hold: CaseAction = { kind: 'wait', as: 'on_hold', reason: 'the carrier looks' };
const resume: CaseAction = { kind: 'resume', note: null };
const minutes = (n: number): number => n / 60;

describe('waiting for somebody', () => {
  it('changes the status with its reason, and stops no clock', () => {
    const { state, activity } = done(act(fresh(), hold, at(1)));
    expect(state).toEqual({ ...fresh(), status: 'on_hold' });
    expect(activity).toMatchObject({ kind: 'on_hold', previous: 'new', note: 'the carrier looks' });
    expect(done(act(state, resume, at(2))).state.status).toBe('open');
  });

  it('is refused of what has ended, and has nothing to go on with in what does not wait', () => {
    const resolved = done(act(fresh(), { kind: 'resolve', note: null }, at(1))).state;
    expect(refusal(act(resolved, hold, at(2)))).toMatchObject({ code: 'resolved' });
    expect(refusal(act(fresh(), resume, at(2)))).toEqual({ code: 'not_waiting' });
  });
});

describe('putting a case off', () => {
  it('leaves the deadline where it is, and ends by itself', () => {
    const { state } = done(act(fresh(), snooze(2), at(1)));
    expect(state).toEqual({ ...fresh(), snoozedUntil: hour(2) });
    expect([sleeps(state, hour(1.5)), sleeps(state, hour(2))]).toEqual([true, false]);
  });

  it('lasts at most until a quarter of an hour before the deadline, whatever was asked for', () => {
    const { state, activity } = done(act(fresh(), snooze(500), at(1)));
    expect(state.snoozedUntil).toEqual(hour(4 - minutes(15)));
    expect(activity.value).toBe(hour(4 - minutes(15)).toISOString());
  });

  it('is refused for the past, for the last quarter of an hour, and where nobody waits', () => {
    expect(refusal(act(fresh(), snooze(1), at(1)))).toMatchObject({ code: 'snooze_in_past' });
    expect(refusal(act(fresh(), snooze(9), at(3.8)))).toEqual({ code: 'due_too_soon', at: hour(4) });
    expect(refusal(act(fresh({ dueAt: null, dueTarget: null }), snooze(9), at(1)))).toEqual({
      code: 'not_queued',
    });
  });

  it('ends with the next message, with worse words, with an answer, and by hand', () => {
    const { state } = done(act(fresh(), snooze(3), at(1)));
    const message = say('b', { at: 2, thread: 'a', parent: 'a', decision: listed() });
    expect(onlyCase(foldInto([state], [message]).cases).snoozedUntil).toBeNull();
    expect(done(act(state, severity('critical'), at(2))).state.snoozedUntil).toBeNull();
    const answered: CaseAction = { kind: 'answered', at: hour(2), note: null };
    expect(done(act(state, answered, at(2))).state.snoozedUntil).toBeNull();
    expect(done(act(state, resume, at(2))).state).toEqual(fresh());
  });

  it('never outlasts a deadline that moved meanwhile', () => {
    const state = fresh({ snoozedUntil: hour(9), dueAt: hour(3) });
    expect([sleeps(state, hour(1)), sleeps(state, hour(2.9))]).toEqual([true, false]);
  });
});

describe('a severity that a person changes', () => {
  it('moves a deadline earlier only when it rises, from the clock that runs', () => {
    const { state, activity } = done(act(fresh(), severity('critical'), at(0.5)));
    expect(state).toMatchObject({ severity: 'critical', dueAt: hour(1), clockStart: hour(0) });
    expect(activity).toMatchObject({ previous: 'high', value: 'critical', note: 'she says so' });
    const early = fresh({ dueAt: hour(0.2) });
    expect(done(act(early, severity('critical'), at(0.1))).state.dueAt).toEqual(hour(0.2));
  });

  it('gives the deadline of the lower one when it falls, unless the deadline has passed', () => {
    expect(done(act(fresh(), severity('medium'), at(1))).state.dueAt).toEqual(hour(24));
    expect(done(act(fresh(), severity('medium'), at(5))).state).toMatchObject({
      severity: 'medium',
      dueAt: hour(4),
    });
  });

  it('leaves a deadline missed that was missed, through every end and every reopening', () => {
    const missed = done(act(fresh(), severity('low'), at(5))).state;
    const ends: readonly CaseAction[] = [
      { kind: 'resolve', note: null },
      { kind: 'dismiss', as: 'spam', reason: 'an advertisement' },
    ];
    for (const end of ends) {
      const ended = done(act(missed, end, at(6))).state;
      expect(ended).toMatchObject({ dueAt: null, stoppedDueAt: hour(4) });
      const open = done(act(ended, { kind: 'reopen', note: null, goesOnIn: null }, at(7))).state;
      expect(open).toMatchObject({ dueAt: hour(4), dueTarget: 'first_response', stoppedDueAt: null });
    }
    const resolved = done(act(missed, { kind: 'resolve', note: null }, at(6))).state;
    const message = (decision: Decision) => [say('b', { at: 7, thread: 'a', parent: 'a', decision })];
    for (const decision of [listed(), complains('critical')])
      expect(onlyCase(foldInto([resolved], message(decision)).cases)).toMatchObject({
        status: 'open',
        dueAt: decision.kind === 'complaint' ? hour(1) : hour(4),
        stoppedDueAt: null,
      });
    const answered: CaseAction = { kind: 'answered', at: hour(6.5), note: null };
    expect(done(act(resolved, answered, at(7))).state.stoppedDueAt).toBeNull();
  });

  it('stays high where somebody may be in danger, unless those say so who are trusted with it', () => {
    const danger = fresh({ danger: 'product', severity: 'critical' });
    expect(refusal(act(danger, severity('low'), at(1)))).toEqual({ code: 'danger_stays' });
    expect(done(act(danger, severity('low'), at(1, { clearances: ['danger'] }))).state.severity).toBe('low');
  });

  it('is nothing when it is the same, and refused of what has ended', () => {
    expect(act(fresh(), severity('high'), at(1))).toEqual({ kind: 'unchanged' });
    expect(refusal(act(fresh({ status: 'closed' }), severity('low'), at(1)))).toMatchObject({
      code: 'closed',
    });
  });
});

describe('a case in dispute', () => {
  const counsel = { clearances: ['counsel'] } as const;
  const dispute = (isOn: boolean): CaseAction => ({ kind: 'dispute', isOn, reason: 'a suit' });

  it('is put there, worked and taken out by counsel alone, and its clock runs on', () => {
    expect(refusal(act(fresh(), dispute(true), at(1)))).toEqual({ code: 'counsel_only' });
    const { state } = done(act(fresh(), dispute(true), at(1, counsel)));
    expect(state).toEqual({ ...fresh(), inDispute: true });
    const take: CaseAction = { kind: 'take', takeOver: false };
    expect(refusal(act(state, take, at(2)))).toEqual({ code: 'in_dispute' });
    expect(done(act(state, take, at(2, counsel))).state.assignee).toBe('kim');
    expect(refusal(act(state, dispute(false), at(2)))).toEqual({ code: 'counsel_only' });
    expect(done(act(state, dispute(false), at(2, counsel))).state).toEqual(fresh());
    expect(refusal(act(fresh(), dispute(false), at(2, counsel)))).toEqual({ code: 'no_dispute' });
  });
});

describe('whose case it is', () => {
  const assign = (to: string, takeOver = false): CaseAction => ({ kind: 'assign', to, takeOver });
  const release = (takeOver = false): CaseAction => ({ kind: 'release', takeOver, note: null });

  it('is handed on by who has it, given to anybody while nobody has it, and taken over by name only', () => {
    const { state } = done(act(fresh(), assign('bo'), at(1)));
    expect(state).toMatchObject({ status: 'open', assignee: 'bo', takenAt: hour(1), firstTakenAt: hour(1) });
    expect(refusal(act(state, assign('lu'), at(2)))).toMatchObject({ code: 'taken', by: 'bo' });
    expect(done(act(state, assign('lu'), at(2, { actor: 'bo' }))).activity).toMatchObject({
      previous: 'bo',
      value: 'lu',
    });
    expect(done(act(state, assign('lu', true), at(2))).state.assignee).toBe('lu');
    expect(act(state, assign('bo'), at(2))).toEqual({ kind: 'unchanged' });
  });

  it('is nobody’s once it is given back, and stays open', () => {
    const { state } = done(act(fresh(), assign('bo'), at(1)));
    expect(refusal(act(state, release(), at(2)))).toMatchObject({ code: 'taken', by: 'bo' });
    for (const outcome of [act(state, release(), at(2, { actor: 'bo' })), act(state, release(true), at(2))])
      expect(done(outcome).state).toMatchObject({ status: 'open', assignee: null, takenAt: null });
    expect(refusal(act(fresh(), release(), at(2)))).toEqual({ code: 'not_taken' });
  });
});

describe('closing', () => {
  const close: CaseAction = { kind: 'close', note: null };

  it('ends a resolved case, so that what is said next opens a linked one', () => {
    expect(refusal(act(fresh(), close, at(1)))).toEqual({ code: 'not_resolved' });
    const resolved = done(act(fresh(), { kind: 'resolve', note: null }, at(1))).state;
    const { state } = done(act(resolved, close, at(2)));
    expect(state).toMatchObject({
      status: 'closed',
      disposition: null,
      closedAt: hour(2),
      resolvedAt: hour(1),
    });
    expect(refusal(act(state, close, at(3)))).toMatchObject({ code: 'closed' });
    const next = foldInto([state], [say('b', { at: 9, thread: 'a', text: 'something else' })]);
    expect(next.opened[0]?.linkedTo).toBe(state.id);
  });
});

describe('whatever people do', () => {
  const anyAction: fc.Arbitrary<CaseAction> = fc.oneof(
    fc.integer({ min: 1, max: 200 }).map((tenths) => snooze(tenths / 10)),
    fc.constantFrom('low', 'medium', 'high', 'critical' as const).map(severity),
    fc.constantFrom<CaseAction>(
      hold,
      { ...hold, as: 'pending' },
      resume,
      { kind: 'resolve', note: null },
      { kind: 'reopen', note: null, goesOnIn: null },
      { kind: 'dispute', isOn: true, reason: 'a suit' },
    ),
  );

  it('a deadline moves later only with a severity that a person lowers, and no case sleeps past it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(anyAction, fc.integer({ min: 0, max: 30 })), { maxLength: 12 }),
        (steps) => {
          let state = fresh();
          let now = 0;
          for (const [action, tenths] of steps) {
            now += tenths / 10;
            const outcome = act(state, action, at(now, { clearances: ['counsel'] }));
            if (outcome.kind !== 'done') continue;
            const after = outcome.state;
            const isLower = severityRank(after.severity) < severityRank(state.severity);
            if (state.dueAt !== null && after.dueAt !== null && !isLower)
              expect(after.dueAt.getTime()).toBeLessThanOrEqual(state.dueAt.getTime());
            if (after.dueAt !== null)
              expect(sleeps(after, new Date(after.dueAt.getTime() - hourMs / 4))).toBe(false);
            state = after;
          }
        },
      ),
      { numRuns: 1_000 },
    );
  });
});

describe('a refusal of these', () => {
  it('leaves no placeholder open in either language', () => {
    const timeText = (time: Date): string => time.toISOString();
    for (const language of ['en', 'de'] as const)
      for (const one of [
        { code: 'counsel_only' },
        { code: 'no_dispute' },
        { code: 'not_resolved' },
        { code: 'not_taken' },
        { code: 'not_waiting' },
        { code: 'not_queued' },
        { code: 'danger_stays' },
        { code: 'snooze_in_past', at: hour(1) },
        { code: 'due_too_soon', at: hour(1) },
        { code: 'stale', version: 7 },
        { code: 'same_case' },
        { code: 'other_brand', other: '7' },
        { code: 'other_customer', other: '7' },
        { code: 'merged_later', other: '7' },
        { code: 'not_merged' },
        { code: 'no_such_post', post: '31' },
        { code: 'splits_nothing' },
        { code: 'splits_all' },
      ] as const)
        expect(refusalText(one, { caseId: '12', now: hour(3), language, timeText })).not.toMatch(
          /\{|undefined| {2}/,
        );
  });
});
