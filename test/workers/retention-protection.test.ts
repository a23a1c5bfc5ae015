import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { buildEscalation } from '../../config/build-protection.ts';
import { actOnCase } from '../../src/cases/action.store.ts';
import { takeContacts } from '../../src/cases/contacts/take-contacts.store.ts';
import { changeEscalation, requestEscalation } from '../../src/cases/escalation/executive.store.ts';
import { askGuard } from '../../src/cases/guard/guard.store.ts';
import type { CaseAction } from '../../src/cases/life/action-types.ts';
import { readDeadlines } from '../../src/cases/policy.store.ts';
import { erasePosts } from '../../src/cli/erase/erase-posts.ts';
import type { LoggedContact } from '../../src/domain/contact.ts';
import type { Database, Transaction } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { applyRetention } from '../../workers/retention.ts';
import { commitPosts } from '../cases/desk-factory.ts';
import { complains, hour } from '../cases/fold-samples.ts';
import { wipe } from '../digest/digest-desk.ts';
import { emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';

const retention = {
  postsWithoutCaseDays: 30,
  exactCountsDays: 30,
  closedCasesDays: 365,
  contactsDays: 90,
  tombstoneDays: 35,
  ledger: null,
};
const { executive: path } = buildEscalation();

describe.each(engines)('retention of what protects complainants, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });

  const column = async (query: string): Promise<unknown[]> =>
    (await sql.raw<{ v: unknown }>(query).execute(db.kysely)).rows.map(({ v }) => v);

  const number = { identifiers: ['VT7718203'] };
  const guard = { randomShare: 0.01, recentDays: 180, validDays: 7 };
  const contact = (externalId: string, identifier: string, at: number): LoggedContact => ({
    externalId,
    identifier,
    at: hour(at),
    kind: 'call',
    isAnswered: false,
  });
  const desk = <T>(work: (tx: Transaction) => Promise<T>) => db.transaction('desk', work);
  const act = (action: CaseAction, at: number) =>
    desk((tx) => actOnCase(tx, { caseId: '1', action, actor: 'kim', now: hour(at), dueUnder }));
  const ask = (id: string, identifier: string, at: number) =>
    desk((tx) =>
      askGuard(
        tx,
        {
          id,
          kind: 'order_cancelled',
          written: [identifier],
          identifiers: [identifier],
          at: hour(at),
          requestedBy: 'kim',
        },
        { now: hour(at), ...guard },
      ),
    );
  const rowsOf = async (table: string): Promise<string> =>
    JSON.stringify(
      (await sql.raw(`select row_to_json(t) as r from desk.${table} t order by 1::text`).execute(db.kysely))
        .rows,
    );
  beforeEach(async () => {
    await wipe(db);
    await emptyRecord(db);
    await commitPosts(db, [{ id: 'a', at: 0, by: 'ann', decision: complains('high'), ...number }]);
    await takeContacts(db, [contact('call VT7718203', 'VT7718203', 0), contact('2', 'VT0000001', 0)], {
      now: hour(1),
      readDeadlines: (tx) => readDeadlines(tx, dueUnder),
    });
    await ask('cancel-VT7718203', 'VT7718203', 1);
    await ask('cancel-2', 'VT0000001', 1);
    await desk((tx) =>
      requestEscalation(
        tx,
        {
          caseId: '1',
          identifier: null,
          via: 'staff',
          by: 'kim',
          criterion: 'severity',
          reasonCode: 'other',
          note: 'ann called from hospital',
          askedAt: hour(1),
          now: hour(1),
        },
        path,
      ),
    );
    for (const event of [
      { kind: 'decline', by: 'lea', reason: 'ann was helped' },
      { kind: 'answer', by: 'lea', text: 'Dear Ann' },
    ] as const)
      await desk((tx) => changeEscalation(tx, { number: '1', event, now: hour(2) }, path));
  });

  it('takes the contacts of an erased author, unlinks the actions, and leaves those of others', async () => {
    const erased = { source: 'forum', targets: [], nativeIds: [], authors: ['ann'], deadLetters: [] };
    await erasePosts(db, erased, { now: hour(3), doneBy: 'lea', keep: () => undefined });
    const actions = await db.kysely
      .selectFrom('desk.adverse_action')
      .select(['action_id', 'identifiers', 'cases', 'answer', 'kind'])
      .orderBy('number')
      .execute();
    expect(actions).toMatchObject([
      { identifiers: [], cases: [], answer: 'second_approval_needed', kind: 'order_cancelled' },
      { action_id: 'cancel-2', identifiers: await column('select identifier as v from desk.contact') },
    ]);
    expect(actions[1]?.identifiers).toHaveLength(1);
  });

  it('lets contacts go after their days, actions and what was written at escalations with their case', async () => {
    const at = (time: number) => applyRetention({ db, retention, clock: { now: () => hour(time) } });
    expect(await rowsOf('contact')).not.toContain('VT');
    await act({ kind: 'resolve', note: null }, 3);
    expect(await at(24 * 90 - 1)).toMatchObject({ contacts: 0, actions: 0 });
    expect(await at(24 * 90 + 1)).toMatchObject({ contacts: 2, actions: 0, cases: 0 });
    expect(await rowsOf('escalation')).toContain('Dear Ann');
    expect(await at(24 * 366)).toMatchObject({ actions: 2, cases: 1 });
    for (const table of ['adverse_action', 'escalation', 'escalation_run', 'escalation_step', 'breach'])
      expect(await rowsOf(table)).not.toMatch(/VT|ann|Ann|cancel-/);
    expect(await rowsOf('adverse_action')).not.toContain('kim');
    expect(await rowsOf('adverse_action')).toMatch(/order_cancelled.*second_approval_needed/);
    expect(await rowsOf('escalation')).toMatch(/"decision":"declined"/);
    expect(await at(24 * 367)).toMatchObject({ actions: 0, cases: 0, contacts: 0, escalations: 0 });
    // What is forgotten is no one's id: the same name may be asked about as if never before.
    expect(await ask('cancel-2', 'VT0000009', 24 * 367)).not.toEqual({ kind: 'conflict' });
  });
});
