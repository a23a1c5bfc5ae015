import { beforeEach, describe, expect, it } from '@jest/globals';
import { readCaseFile } from '../../../src/cases/case-file.store.ts';
import { writeContacts } from '../../../src/cases/contacts/contact.store.ts';
import { heedAll, takeContacts } from '../../../src/cases/contacts/take-contacts.store.ts';
import { readDeadlines } from '../../../src/cases/policy.store.ts';
import type { LoggedContact } from '../../../src/domain/contact.ts';
import type { Database, Transaction } from '../../../src/postgres/database.ts';
import { dueUnder } from '../../../src/triage/policy-deadline.ts';
import { emptyRecord } from '../../support/desk-rows.ts';
import { engines, keepRecord } from '../../support/engines.ts';
import { commitPosts } from '../desk-factory.ts';
import { complains, hour, listed } from '../fold-samples.ts';

const call = (externalId: string, at: number, more: Partial<LoggedContact> = {}): LoggedContact => ({
  externalId,
  identifier: 'VT7718203',
  at: hour(at),
  kind: 'call',
  isAnswered: false,
  ...more,
});
const deadlines = (tx: Transaction) => readDeadlines(tx, dueUnder);
const withNumber = { identifiers: ['VT7718203'] };

describe.each(engines)('the own log of contacts, on %s', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(() => emptyRecord(db));

  const take = (contacts: readonly LoggedContact[], at = 2) =>
    takeContacts(db, contacts, { now: hour(at), readDeadlines: deadlines });
  const file = async (caseId = '1') => {
    const found = await db.transaction('desk', (tx) => readCaseFile(tx, caseId));
    if (found === null) throw new Error(`no case ${caseId}`);
    return found;
  };
  const kinds = async () => (await file()).activities.map(({ kind }) => kind);
  const alerts = async () =>
    (await db.kysely.selectFrom('desk.outbox').select('alert').execute()).map(({ alert }) => alert);

  it('raises a case that is there, with an earlier deadline, the activities and an alert', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low'), ...withNumber }]);
    const before = (await file()).row;
    const done = await take([call('c1', -1), call('c2', -2), call('c3', -3)]);
    expect(done).toEqual({ taken: 3, known: 0, answered: 0, raised: ['1'] });
    const { row } = await file();
    expect(row.severity).toBe('high');
    expect(row.dueAt?.getTime()).toBeLessThan(before.dueAt?.getTime() ?? 0);
    expect(await kinds()).toEqual(['case_opened', 'contacts_found', 'severity_raised']);
    expect(await alerts()).toMatchObject([{ kind: 'severity_raised', caseId: '1', severity: 'high' }]);
  });

  it('raises a case that opens after the calls, which is told once as it stands', async () => {
    await take([call('c1', -1), call('c2', -2), call('c3', -3)], -1);
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low'), ...withNumber }]);
    expect((await file()).row.severity).toBe('high');
    expect((await file()).row.reasons[0]).toMatchObject({ code: 'contact_log' });
    expect(await kinds()).toEqual(['case_opened', 'contacts_found', 'severity_raised']);
  });

  it('raises a case when the number comes later in the thread', async () => {
    await take([call('c1', -1)], -1);
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low') }]);
    expect((await file()).row.severity).toBe('low');
    await commitPosts(db, [
      { id: 'b', at: 1, thread: 'a', parent: 'a', text: 'VT-7718203', decision: listed(), ...withNumber },
    ]);
    expect((await file()).row.severity).toBe('medium');
    expect(await kinds()).toEqual(['case_opened', 'post_joined', 'contacts_found', 'severity_raised']);
  });

  it('joins by nothing but an identifier that the customer gave', async () => {
    await commitPosts(db, [
      { id: 'a', at: 0, by: 'ann', decision: complains('low') },
      { id: 'b', at: 0, by: 'bob', decision: complains('low'), identifiers: ['VT0000001'] },
    ]);
    expect((await take([call('c1', -1)])).raised).toEqual([]);
    expect((await file('1')).row.severity).toBe('low');
    expect((await file('2')).row.severity).toBe('low');
  });

  it('counts the same id once, and knows when it is answered later', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low'), ...withNumber }]);
    await take([call('c1', -1), call('c1', -1)]);
    expect(await take([call('c1', -1)])).toEqual({ taken: 0, known: 1, answered: 0, raised: [] });
    expect(await take([call('c1', -1, { isAnswered: true })])).toMatchObject({ known: 1, answered: 1 });
    expect(await take([call('c2', -3), call('c3', -4)])).toMatchObject({ raised: [] });
    expect((await file()).row.severity).toBe('medium');
  });

  it('keeps no identifier in plain words once cases were looked for', async () => {
    await take([call('c1', -1)]);
    const [kept] = await db.kysely.selectFrom('desk.contact').select(['identifier', 'plain']).execute();
    expect(kept).toEqual({ identifier: expect.stringMatching(/^[0-9a-f]{32}$/), plain: null });
  });

  it('looks later for what a process that died had only written', async () => {
    await commitPosts(db, [{ id: 'a', at: 0, decision: complains('low'), ...withNumber }]);
    await db.transaction('desk', (tx) => writeContacts(tx, [call('c1', -1)], hour(1)));
    expect((await file()).row.severity).toBe('low');
    expect(await heedAll(db, { now: hour(2), readDeadlines: deadlines })).toEqual(['1']);
    expect((await file()).row.severity).toBe('medium');
  });

  it('loses none when calls and complaints come at once', async () => {
    const numbers = Array.from({ length: 12 }, (_, i) => `VT90000${10 + i}`);
    await Promise.all(
      numbers.flatMap((identifier, i) => [
        commitPosts(db, [
          { id: `p${i}`, at: 0, by: `u${i}`, decision: complains('low'), identifiers: [identifier] },
        ]),
        take([call(`c${i}`, -1, { identifier })]),
      ]),
    );
    const rows = await db.kysely.selectFrom('desk.case').select('severity').execute();
    expect(rows.map(({ severity }) => severity)).toEqual(numbers.map(() => 'medium'));
  });
});
