import { describe, expect, it } from '@jest/globals';
import type { Severity } from '../../src/domain/severity.ts';
import type { Listener } from '../../src/notify/hears.ts';
import { countLater, type Plan, type PlanInput, planNotifications } from '../../src/notify/plan.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import { at, caseAlert, deadlineAlert, hours, minutes, row, seconds } from './support/alerts.ts';

const listeners: readonly Listener[] = [
  { channel: 'desk', hearing: 'team', brands: null },
  { channel: 'duty', hearing: 'on_call', brands: ['nordbahn'] },
];
const plan = (changes: Partial<PlanInput>): Plan =>
  planNotifications({
    arrivals: [],
    states: [],
    listeners,
    policy: defaultPolicy,
    now: at(0),
    isHandled: () => false,
    ...changes,
  });
const told = (planned: Plan) =>
  planned.flushes.map(({ channel, kind, memberIds }) => [channel, kind, memberIds]);
const sixOf = (severity: Severity) =>
  ['1', '2', '3', '4', '5', '6'].map((id) => row(id, caseAlert(`EH-${id}`, { severity })));

describe('the default policy', () => {
  it('tells critical cases at once and singly', () => {
    const planned = plan({ arrivals: sixOf('critical') });
    expect(told(planned)).toEqual(['1', '2', '3', '4', '5', '6'].map((id) => ['desk', 'alerts', [id]]));
  });

  it('names a case in its group as people name it', () => {
    const planned = plan({ arrivals: [row('1', caseAlert('12', { severity: 'critical' }))] });
    expect(planned.flushes.map(({ groupKey }) => groupKey)).toEqual([
      'critical:{brand="nordbahn",case="EH-12"}',
    ]);
  });

  it('tells the high cases of one batch in one message', () => {
    expect(told(plan({ arrivals: sixOf('high') }))).toEqual([
      ['desk', 'alerts', ['1', '2', '3', '4', '5', '6']],
    ]);
  });

  it.each(['medium', 'low'] as const)('leaves %s cases to the summary', (severity) => {
    const planned = plan({ arrivals: sixOf(severity) });
    expect(planned.flushes).toEqual([]);
    expect(planned.unsent).toContainEqual({ alertId: '1', reason: 'summary_only' });
  });

  it('tells danger to the people on call only, at once, whatever the severity says', () => {
    const planned = plan({
      arrivals: [row('1', caseAlert('EH-1', { danger: 'product', severity: 'critical' }))],
    });
    expect(told(planned)).toEqual([['duty', 'alerts', ['1']]]);
  });

  it('tells danger to the team of a brand that has nobody on call, rather than to nobody', () => {
    const alert = caseAlert('EH-1', { danger: 'child', brand: 'other' });
    expect(told(plan({ arrivals: [row('1', alert)] }))).toEqual([['desk', 'alerts', ['1']]]);
  });

  it('says when nobody listens at all', () => {
    const planned = plan({ arrivals: [row('1', caseAlert('EH-1'))], listeners: [] });
    expect(planned.unsent).toEqual([{ alertId: '1', reason: 'no_channel' }]);
  });

  it('groups deadline warnings of a brand and tells them though their cases are taken', () => {
    const arrivals = [
      row('1', deadlineAlert('EH-1')),
      row('2', deadlineAlert('EH-2', { kind: 'deadline_missed' })),
    ];
    const waiting = plan({ arrivals, isHandled: () => true });
    expect(waiting.flushes).toEqual([]);
    const later = plan({ states: waiting.states, now: at(seconds(30)), isHandled: () => true });
    expect(told(later)).toEqual([['desk', 'alerts', ['1', '2']]]);
  });

  it('says all well once and keeps no row for it', () => {
    const alert = { kind: 'all_well', brand: null, values: { read: 812, cases: 14 } } as const;
    const planned = plan({ arrivals: [row('1', alert)] });
    expect(told(planned)).toEqual([['desk', 'alerts', ['1']]]);
    expect(plan({ states: planned.states, now: at(hours(24)) }).finished).toHaveLength(1);
  });
});

describe('a case that rises', () => {
  const opened = plan({ arrivals: [row('1', caseAlert('EH-1')), row('2', caseAlert('EH-2'))] });

  it('is told anew and no longer repeated where it stood before', () => {
    const raised = row('3', caseAlert('EH-1', { kind: 'severity_raised', severity: 'critical' }), minutes(1));
    const planned = plan({ arrivals: [raised], states: opened.states, now: at(minutes(1)) });
    expect(told(planned)).toEqual([['desk', 'alerts', ['3']]]);
    const repeated = plan({ states: planned.states, now: at(hours(4) + minutes(1)) });
    expect(told(repeated)).toEqual([
      ['desk', 'alerts', ['2']],
      ['desk', 'alerts', ['3']],
    ]);
  });

  it('to danger leaves the team’s groups before its text is sent there', () => {
    const second = plan({
      arrivals: [row('3', caseAlert('EH-3'), minutes(1))],
      states: opened.states,
      now: at(minutes(1)),
    });
    expect(second.flushes).toEqual([]);
    const danger = row(
      '4',
      caseAlert('EH-3', { kind: 'severity_raised', danger: 'product', severity: 'critical' }),
      minutes(2),
    );
    const planned = plan({ arrivals: [danger], states: second.states, now: at(minutes(2)) });
    expect(told(planned)).toEqual([['duty', 'alerts', ['4']]]);
    expect(planned.unsent).toEqual([{ alertId: '3', reason: 'superseded' }]);
    expect(told(plan({ states: planned.states, now: at(minutes(6)) }))).toEqual([]);
  });
});

describe('an older alert that is planned once more', () => {
  const older = row('9', caseAlert('EH-1'));
  const newer = row('10', caseAlert('EH-1', { kind: 'severity_raised' }), minutes(1));

  it('takes the place of no newer one that waits in its group', () => {
    const opened = plan({ arrivals: [row('1', caseAlert('EH-2'))] });
    const waits = plan({ arrivals: [newer], states: opened.states, now: at(minutes(1)) });
    expect(told(waits)).toEqual([]);
    const again = plan({ arrivals: [older], states: waits.states, now: at(minutes(2)) });
    expect(again.unsent).toEqual([{ alertId: '9', reason: 'superseded' }]);
    expect([again.states, again.finished]).toEqual([[], []]);
    expect(told(plan({ states: waits.states, now: at(minutes(6)) }))).toEqual([['desk', 'alerts', ['10']]]);
  });

  it('ends no repetition of a newer one that was told', () => {
    const raised = row('10', caseAlert('EH-1', { kind: 'severity_raised', severity: 'critical' }));
    const first = plan({ arrivals: [raised] });
    expect(told(first)).toEqual([['desk', 'alerts', ['10']]]);
    const again = plan({ arrivals: [older], states: first.states, now: at(minutes(1)) });
    expect([again.flushes, again.finished.map(({ groupKey }) => groupKey)]).toEqual([
      [],
      [expect.stringMatching(/^high:/)],
    ]);
    const repeated = plan({ states: first.states, now: at(hours(4)) });
    expect(told(repeated)).toEqual([['desk', 'alerts', ['10']]]);
  });
});

describe('after an outage', () => {
  const lateRows = [
    row('1', caseAlert('EH-1')),
    row('2', deadlineAlert('EH-2')),
    row('3', caseAlert('EH-3', { severity: 'critical' })),
    row('4', caseAlert('EH-4', { danger: 'person_at_risk', severity: 'critical' })),
    row('5', caseAlert('EH-5', { brand: 'kaffee' })),
  ];

  it('sends one message per channel, but critical and danger singly', () => {
    const planned = plan({ arrivals: lateRows, now: at(hours(2)) });
    expect(told(planned)).toEqual([
      ['desk', 'alerts', ['3']],
      ['duty', 'alerts', ['4']],
      ['desk', 'catch_up', ['1', '2', '5']],
    ]);
    expect(planned.flushes.at(-1)).toMatchObject({ groupKey: 'catch_up:{}', dueAt: at(0), turn: 1 });
  });

  it('still repeats a high case of the catch-up message that nobody takes', () => {
    const planned = plan({ arrivals: lateRows, now: at(hours(2)) });
    const repeated = plan({
      states: planned.states,
      now: at(hours(6)),
      isHandled: (caseId) => caseId !== 'EH-1',
    });
    expect(told(repeated)).toEqual([['desk', 'alerts', ['1']]]);
  });

  it('counts what is told later in each channel, without what is told singly', () => {
    const later = [
      { sample: caseAlert('EH-1'), count: 2_000 },
      { sample: caseAlert('EH-1', { brand: 'kaffee' }), count: 300 },
      { sample: deadlineAlert('EH-1'), count: 50 },
      { sample: caseAlert('EH-1', { severity: 'critical' }), count: 7 },
      { sample: caseAlert('EH-1', { severity: 'medium' }), count: 9_000 },
      { sample: caseAlert('EH-1', { danger: 'child' }), count: 3 },
    ];
    const of = (listener: Listener) => countLater(later, { policy: defaultPolicy, listeners: [listener] });
    expect(of({ channel: 'desk', hearing: 'team', brands: null })).toBe(2_350);
    expect(of({ channel: 'desk', hearing: 'team', brands: ['kaffee'] })).toBe(300);
    expect(of({ channel: 'duty', hearing: 'on_call', brands: null })).toBe(0);
  });

  it('sends a single late alert as itself', () => {
    expect(told(plan({ arrivals: [row('1', caseAlert('EH-1'))], now: at(hours(2)) }))).toEqual([
      ['desk', 'alerts', ['1']],
    ]);
  });

  it('sends alerts of up to 15 minutes as usual', () => {
    const arrivals = [row('1', caseAlert('EH-1')), row('2', deadlineAlert('EH-2'))];
    const planned = plan({ arrivals, now: at(minutes(15)) });
    expect(planned.flushes.map(({ kind }) => kind)).toEqual(['alerts', 'alerts']);
  });

  it('joins what waited in its groups when the service stopped', () => {
    const before = plan({
      arrivals: [row('1', deadlineAlert('EH-1')), row('2', deadlineAlert('EH-2', { brand: 'kaffee' }))],
    });
    expect(told(plan({ states: before.states, now: at(hours(1)) }))).toEqual([
      ['desk', 'catch_up', ['1', '2']],
    ]);
  });
});

it('gives the same plan for the same rows, and takes no alert again while its row lives', () => {
  const input = { arrivals: sixOf('high') };
  expect(plan(input)).toEqual(plan(input));
  const again = plan({ ...input, states: plan(input).states, now: at(hours(1)) });
  expect(again.flushes).toEqual([]);
});

it('sends at once what waits on a route that left the configuration', () => {
  const before = plan({ arrivals: [row('1', deadlineAlert('EH-1'))] });
  const policy = {
    ...defaultPolicy,
    routes: defaultPolicy.routes.filter(({ name }) => name !== 'deadlines'),
  };
  expect(told(plan({ states: before.states, policy }))).toEqual([['desk', 'alerts', ['1']]]);
});

describe('the groups that a plan writes', () => {
  it('are those that changed, however many wait beside them', () => {
    const before = plan({ arrivals: sixOf('critical') }).states;
    expect(before).toHaveLength(6);
    // As the database gives them back: in another order of keys.
    const states = before.map(({ members, ...rest }) => ({ members, ...rest }));
    const next = plan({
      states,
      arrivals: [row('7', caseAlert('EH-7', { severity: 'critical' }), minutes(1))],
      now: at(minutes(1)),
    });
    expect(next.states.map(({ members }) => members.map(({ alertId }) => alertId))).toEqual([['7']]);
    const handled = plan({ states, now: at(minutes(1)), isHandled: (id) => id === 'EH-3' });
    expect([...handled.states, ...handled.finished]).toHaveLength(1);
  });
});
