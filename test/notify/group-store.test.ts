import { beforeEach, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Alert } from '../../src/domain/alert.ts';
import type { GroupState } from '../../src/notify/group.ts';
import { dropGroups, keepGroups, readGroups } from '../../src/notify/plan.store.ts';
import { arrivedIn, type Plan, type PlanInput, planNotifications } from '../../src/notify/plan.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import type { Database } from '../../src/postgres/database.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { at, caseAlert, deadlineAlert, minutes, row } from './support/alerts.ts';

const listeners = [
  { channel: 'desk', hearing: 'team', brands: null },
  { channel: 'duty', hearing: 'on_call', brands: ['nordbahn'] },
] as const;

const anyAlert: fc.Arbitrary<Alert> = fc
  .record({
    caseId: fc.integer({ min: 1, max: 8 }).map(String),
    brand: fc.constantFrom('nordbahn', 'voltara'),
    severity: fc.constantFrom('high' as const, 'critical' as const),
    kind: fc.constantFrom('case_opened' as const, 'severity_raised' as const, 'deadline_missed' as const),
    danger: fc.constantFrom(null, null, null, 'product' as const),
  })
  .map(({ caseId, kind, ...fields }) =>
    kind === 'deadline_missed'
      ? deadlineAlert(caseId, { kind, brand: fields.brand })
      : caseAlert(caseId, { ...fields, kind }),
  );
const anyTurns = fc.array(
  fc.record({
    passed: fc.constantFrom(0, 0, 1, 4, 30, 241),
    alerts: fc.array(anyAlert, { maxLength: 4 }),
  }),
  { minLength: 2, maxLength: 15 },
);

describe.each(engines)('the groups that a plan reads on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  it('give the plan that all of them would give', async () => {
    await fc.assert(
      fc.asyncProperty(anyTurns, async (turns) => {
        await emptyRecord(db);
        const all = new Map<string, GroupState>();
        let [minute, id] = [0, 0];
        for (const { passed, alerts } of turns) {
          minute += passed;
          const now = at(minutes(minute));
          const arrivals = alerts.map((alert) => row(String(++id), alert, minutes(minute)));
          const planned = (states: PlanInput['states']): Plan =>
            planNotifications({
              arrivals,
              states,
              listeners,
              policy: defaultPolicy,
              now,
              isHandled: () => false,
            });
          const whole = planned([...all.values()]);
          const stored = await db.transaction('desk', async (tx) => {
            const plan = planned(await readGroups(tx, new Date(now), arrivedIn(arrivals, [defaultPolicy])));
            await keepGroups(tx, plan.states);
            await dropGroups(tx, plan.finished);
            return plan;
          });
          expect(told(stored)).toEqual(told(whole));
          for (const state of whole.states) all.set(keyOf(state), state);
          for (const group of whole.finished) all.delete(keyOf(group));
        }
      }),
      { numRuns: 15 },
    );
  });

  it('leave out the single cases that nothing has arrived of', async () => {
    const plan = planNotifications({
      arrivals: ['1', '2', '3'].map((id) => row(id, caseAlert(id, { severity: 'critical' }))),
      states: [],
      listeners,
      policy: defaultPolicy,
      now: at(0),
      isHandled: () => false,
    });
    await db.transaction('desk', (tx) => keepGroups(tx, plan.states));
    const arrived = arrivedIn([row('4', deadlineAlert('2'))], [defaultPolicy]);
    const read = await db.transaction('desk', (tx) => readGroups(tx, new Date(at(0)), arrived));
    expect(read.flatMap(({ members }) => members.map(({ caseId }) => caseId))).toEqual(['2']);
  });
});

/** What people see of a plan; a row of which nothing is due may be tidied later. */
const told = ({ flushes, finished, unsent }: Plan) => ({
  flushes: flushes
    .map(({ channel, id, kind, memberIds }) => [channel, id, kind, ...memberIds.toSorted()].join(' '))
    .toSorted(),
  finished: finished.map(keyOf).toSorted(),
  unsent: unsent.toSorted((a, b) => Number(a.alertId) - Number(b.alertId)),
});

const keyOf = ({ channel, groupKey }: Pick<GroupState, 'channel' | 'groupKey'>) => `${channel} ${groupKey}`;
