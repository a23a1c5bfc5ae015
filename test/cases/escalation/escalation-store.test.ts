import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { buildEscalation } from '../../../config/build-protection.ts';
import { actOnCase } from '../../../src/cases/action.store.ts';
import { runChains } from '../../../src/cases/escalation/chain.store.ts';
import {
  changeEscalation,
  type EscalationAsk,
  readEscalation,
  requestEscalation,
  sweepEscalations,
} from '../../../src/cases/escalation/executive.store.ts';
import type { ExecutiveEvent } from '../../../src/cases/escalation/executive.ts';
import { accuse } from '../../../src/cases/lease/accused.store.ts';
import type { ChainStep, EscalationChain } from '../../../src/domain/escalation.ts';
import type { Person } from '../../../src/domain/person.ts';
import { warnOfDeadlines } from '../../../src/notify/watch.store.ts';
import type { Database } from '../../../src/postgres/database.ts';
import { dueUnder } from '../../../src/triage/policy-deadline.ts';
import { emptyRecord } from '../../support/desk-rows.ts';
import { engines, keepRecord } from '../../support/engines.ts';
import { commitPosts } from '../desk-factory.ts';
import { complains, hour } from '../fold-samples.ts';

const person = (name: string, more: Partial<Person> = {}): Person => ({
  name,
  roles: ['support_lead'],
  languages: ['en'],
  brands: null,
  clearances: [],
  line: [],
  email: null,
  ...more,
});
const people = [person('kim'), person('lea', { brands: ['seeweg'] }), person('bo')];
const steps: readonly ChainStep[] = [
  { kind: 'channel', channel: 'duty' },
  { kind: 'wait', ms: 3_600_000 },
  { kind: 'round_robin', people: ['kim', 'lea', 'bo'] },
];
const late: EscalationChain = {
  name: 'late',
  when: { breached: 1, severities: ['high'], olderThanMs: null, failedRemedy: false, brands: null },
  steps,
  repeats: 0,
};
const { executive } = buildEscalation();

describe.each(engines)('escalation on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const look = async (at: number, chains = [late]): Promise<number> => {
    await db.transaction('desk', (tx) => warnOfDeadlines(tx, hour(at)));
    return db.transaction('desk', (tx) => runChains(tx, { chains, people, now: hour(at) }));
  };
  const alerts = async () =>
    (await db.kysely.selectFrom('desk.outbox').select('alert').orderBy('outbox_id').execute())
      .map(({ alert }) => alert as { kind: string; channel?: string | null; person?: string | null })
      .filter(({ kind }) => kind.startsWith('escalation'));
  const told = async () =>
    (await alerts())
      .filter(({ kind }) => kind === 'escalation_step')
      .map(({ channel, person: who }) => channel ?? who);
  const open = (id: string, severity: 'low' | 'high' = 'high', more: object = {}) =>
    commitPosts(db, [{ id, at: 0, by: id, decision: complains(severity), ...more }]);
  const answer = (caseId: string, at: number) =>
    db.transaction('desk', (tx) =>
      actOnCase(tx, {
        caseId,
        action: { kind: 'answered', at: hour(at), note: null },
        actor: 'kim',
        now: hour(at),
        dueUnder,
      }),
    );

  describe('chains', () => {
    it('start when the deadline is missed, take each step once, and end when the customer is answered', async () => {
      await open('a');
      await open('b', 'low');
      expect(await look(3)).toBe(0);
      expect(await look(5)).toBe(1);
      expect(await look(5)).toBe(0);
      expect(await told()).toEqual(['duty']);
      await answer('1', 5.5);
      expect(await look(7)).toBe(0);
      expect(await told()).toEqual(['duty']);
      const [run] = await db.kysely.selectFrom('desk.escalation_run').select('ended').execute();
      expect(run?.ended).toBe('not_waiting');
    });

    it('take turns among those who may see the case', async () => {
      await Promise.all(['a', 'b', 'c'].map((id) => open(id)));
      await look(5);
      await look(7);
      const [first, second, third] = (await told()).filter((who) => who !== 'duty');
      expect([first, second, third].map(String).toSorted()).toEqual(['bo', 'kim', 'kim']);
      expect(await told()).not.toContain('lea');
    });

    it('ask and name nobody from whom the case is kept, and say so when nobody is left', async () => {
      const cleared = { clearances: ['staff_conduct', 'danger'] } as const;
      const staff = [
        person('kim', cleared),
        person('mo', { ...cleared, line: ['max'] }),
        person('max', cleared),
        person('bo'),
        person('lea', { ...cleared, brands: ['seeweg'] }),
      ];
      const takeAll = async (...named: readonly ChainStep[]) => {
        await look(5, []);
        await db.transaction('desk', (tx) =>
          runChains(tx, { chains: [{ ...late, steps: named }], people: staff, now: hour(5) }),
        );
      };
      const names = ['bo', 'lea', 'mo', 'kim'];
      await open('a', 'high', { decision: complains('high', ['staff']) });
      await db.transaction('desk', (tx) => accuse(tx, { caseId: '1', person: 'mo', by: 'kim', at: hour(0) }));
      await takeAll(
        { kind: 'person', person: 'mo' },
        { kind: 'person', person: 'max' },
        { kind: 'round_robin', people: names },
        { kind: 'round_robin', people: ['bo', 'lea', 'mo', 'nobody'] },
      );
      expect(await told()).toEqual(['kim']);
      const unheard = (await alerts()).filter(({ kind }) => kind === 'escalation_unheard');
      expect(unheard).toHaveLength(3);
      expect(JSON.stringify(unheard)).not.toMatch(/"mo"|"max"|EH-|caseId/);

      await emptyRecord(db);
      await open('d', 'high', { decision: { ...complains('high'), danger: 'threat_to_others' } });
      await takeAll({ kind: 'person', person: 'bo' }, { kind: 'round_robin', people: names });
      expect((await alerts()).map(({ kind, person: who }) => [kind, who])).toEqual([
        ['escalation_unheard', undefined],
        ['escalation_step', null],
        ['escalation_step', 'mo'],
      ]);
    });

    it('lose and repeat no step when processes look at once', async () => {
      await Promise.all(Array.from({ length: 8 }, (_, i) => open(`p${i}`)));
      await Promise.all(Array.from({ length: 6 }, () => look(5)));
      await Promise.all(Array.from({ length: 6 }, () => look(7)));
      expect(await told()).toHaveLength(16);
      expect((await told()).filter((who) => who === 'duty')).toHaveLength(8);
    });

    it('wait for everything that is named', async () => {
      await open('a', 'low');
      const aged: EscalationChain = {
        ...late,
        when: { ...late.when, breached: null, severities: null, olderThanMs: 10 * 3_600_000 },
      };
      const failed: EscalationChain = {
        ...late,
        name: 'failed',
        when: { ...aged.when, olderThanMs: null, failedRemedy: true },
      };
      expect(await look(9, [aged, failed])).toBe(0);
      expect(await look(11, [aged, failed])).toBe(1);
      const elsewhere: EscalationChain = { ...aged, name: 'x', when: { ...aged.when, brands: ['seeweg'] } };
      expect(await look(12, [elsewhere])).toBe(0);
    });
  });

  const ask = (more: Partial<EscalationAsk> = {}, at = 5) =>
    db.transaction('desk', (tx) =>
      requestEscalation(
        tx,
        {
          caseId: '1',
          identifier: null,
          via: 'staff',
          by: 'kim',
          criterion: 'severity',
          reasonCode: 'other',
          note: null,
          askedAt: hour(at),
          now: hour(at),
          ...more,
        },
        executive,
      ),
    );
  const change = (event: ExecutiveEvent, at = 6, number = '1', path = executive) =>
    db.transaction('desk', (tx) => changeEscalation(tx, { number, event, now: hour(at) }, path));

  describe('the executive path', () => {
    it('opens by what the record shows and by nothing that is claimed', async () => {
      await open('a', 'low');
      expect(await ask()).toEqual({ kind: 'not_met', met: [], breaches: 0 });
      expect(await ask({ caseId: '99' })).toEqual({ kind: 'unknown_case' });
      expect(await ask({ criterion: 'age' }, 24 * 15)).toMatchObject({ kind: 'done' });
      expect(await ask({ criterion: 'age' }, 24 * 15)).toMatchObject({ kind: 'known' });
    });

    it('knows two missed deadlines from the record', async () => {
      await open('a', 'low');
      await db.transaction('desk', (tx) => warnOfDeadlines(tx, hour(200)));
      expect(await ask({ criterion: 'breached_twice' }, 201)).toMatchObject({ kind: 'not_met', breaches: 1 });
      await answer('1', 202);
      await commitPosts(db, [
        { id: 'b', at: 203, by: 'a', thread: 'a', text: 'still nothing', decision: complains('low') },
      ]);
      await db.transaction('desk', (tx) => warnOfDeadlines(tx, hour(600)));
      expect(await ask({ criterion: 'breached_twice' }, 601)).toMatchObject({ kind: 'done' });
    });

    it('lets a customer ask by a number that a post of the case gave, and by no other', async () => {
      await open('a', 'high', { identifiers: ['VT7718203'] });
      const customer = { caseId: null, via: 'customer', by: 'customer', criterion: null } as const;
      expect(await ask({ ...customer, identifier: 'VT0000001' })).toEqual({ kind: 'unknown_case' });
      expect(await ask({ ...customer, caseId: '1', identifier: 'VT0000001' })).toEqual({
        kind: 'unknown_case',
      });
      expect(await ask({ ...customer, identifier: 'VT7718203' })).toMatchObject({
        kind: 'done',
        escalation: { via: 'customer', criterion: 'severity', caseId: '1' },
      });
    });

    it('keeps the quota of the week, for each brand, when all are granted at once', async () => {
      for (let i = 1; i <= 4; i += 1) {
        await open(`p${i}`);
        await ask({ caseId: String(i) });
      }
      const two = { ...executive, weeklyQuota: 2 };
      const granted = await Promise.all(
        ['1', '2', '3', '4'].map((number) => change({ kind: 'grant', by: 'lea' }, 6, number, two)),
      );
      expect(granted.map((one) => (one.kind === 'refused' ? one.code : one.kind)).toSorted()).toEqual([
        'done',
        'done',
        'quota_used',
        'quota_used',
      ]);
    });

    it('moves no deadline and no severity, whatever is decided', async () => {
      await open('a');
      const stand = () =>
        db.kysely.selectFrom('desk.case').select(['severity', 'due_at', 'clock_start', 'version']).execute();
      const before = await stand();
      await ask();
      await change({ kind: 'grant', by: 'lea' });
      await change({ kind: 'answer', by: 'lea', text: 'We refunded you.' }, 7);
      expect(await stand()).toEqual(before);
      const kinds = await db.kysely
        .selectFrom('desk.activity')
        .select('kind')
        .orderBy('activity_id')
        .execute();
      expect(kinds.map(({ kind }) => kind)).toEqual([
        'case_opened',
        'escalation_requested',
        'escalation_granted',
        'escalation_answered',
      ]);
    });

    it('lapses when nobody decides, is told once when overdue, and is closed by an answer', async () => {
      await open('a');
      await ask();
      const sweep = (at: number) => db.transaction('desk', (tx) => sweepEscalations(tx, executive, hour(at)));
      expect(await sweep(24)).toEqual({ lapsed: 0, overdue: 0 });
      expect(await sweep(24 * 8)).toEqual({ lapsed: 1, overdue: 1 });
      expect(await sweep(24 * 8)).toEqual({ lapsed: 0, overdue: 0 });
      expect(await change({ kind: 'grant', by: 'lea' }, 24 * 8)).toMatchObject({ code: 'lapsed' });
      await change({ kind: 'answer', by: 'lea', text: 'We are sorry.' }, 24 * 8);
      const found = await db.transaction('desk', (tx) => readEscalation(tx, '1'));
      expect(found).toMatchObject({ state: 'answered', decision: 'lapsed', answer: 'We are sorry.' });
    });

    it.each([
      ['danger', { danger: 'person_at_risk', case: 'EH-1' }],
      ['in_dispute', { danger: null, case: '' }],
      ['staff', { danger: null, case: '' }],
      ['accused', { danger: null, case: '' }],
      ['nothing', { danger: null, case: 'EH-1' }],
    ])('marks danger, and names no dispute and no complaint about staff: %s', async (what, told) => {
      await open('a');
      await ask();
      const change = {
        danger: "set danger = 'person_at_risk'",
        in_dispute: 'set in_dispute = true',
        staff: "set categories = array['staff']",
      }[what];
      if (change !== undefined) await sql.raw(`update desk."case" ${change}`).execute(db.kysely);
      if (what === 'accused')
        await db.transaction('desk', (tx) =>
          accuse(tx, { caseId: '1', person: 'kim', by: 'lea', at: hour(6) }),
        );
      await db.transaction('desk', (tx) => sweepEscalations(tx, executive, hour(24 * 8)));
      const overdue = (await alerts()).find((alert) => alert.kind === 'escalation_overdue');
      expect(overdue).toMatchObject({ danger: told.danger, values: { number: '1', case: told.case } });
    });
  });
});
