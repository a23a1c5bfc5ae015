import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { actOnCase } from '../../src/cases/action.store.ts';
import { deskPerson, personNamed } from '../../src/cases/lease/desk-person.ts';
import { actAs } from '../../src/cases/lease/take.store.ts';
import { verifyRows } from '../../src/cases/log/verify-rows.store.ts';
import type { Clearance, Person } from '../../src/domain/person.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dueUnder } from '../../src/triage/policy-deadline.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { engines, keepRecord } from '../support/engines.ts';
import { commitPosts } from './desk-factory.ts';
import { complains, hour } from './fold-samples.ts';

const person = (name: string, clearances: readonly Clearance[] = []): Person => ({
  name,
  roles: ['agent'],
  languages: ['en'],
  brands: null,
  clearances,
  line: [],
  email: null,
});
const people = [
  person('kim'),
  person('dana', ['danger']),
  person('sam', ['staff_conduct']),
  person('col', ['counsel']),
];
const danger = { ...complains('critical', ['delivery']), danger: 'product' } as const;

describe.each(engines)('a case that becomes confidential while somebody has it (%s)', (_name, start) => {
  let db: Database;
  keepRecord(start, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await commitPosts(db, [{ id: 'a', at: 0, by: 'a', decision: complains('high', ['delivery']) }]);
  });

  const take = (actor: string) =>
    db.transaction('desk', (tx) =>
      actOnCase(tx, {
        caseId: '1',
        action: { kind: 'take', takeOver: false },
        actor,
        now: hour(1),
        dueUnder,
      }),
    );
  const hold = (holder: string) =>
    sql`insert into desk.lease values (1, ${holder}, ${hour(1)}, ${hour(9)})`.execute(db.kysely);
  const write = (decision: ReturnType<typeof complains>, by: readonly Person[] = people) =>
    commitPosts(db, [{ id: 'b', at: 2, by: 'a', thread: 'a', text: 'smoke', decision }], 2, by);
  const dispute = (isOn = true) =>
    db.transaction('desk', (tx) =>
      actAs(
        tx,
        {
          caseId: '1',
          action: { kind: 'dispute', isOn, reason: 'a suit' },
          actor: 'col',
          now: hour(2),
          dueUnder,
          clearances: ['counsel'],
        },
        {
          by: deskPerson(person('col', ['counsel']), people),
          personOf: (name) => personNamed(name, people),
        },
      ),
    );
  const owner = async () =>
    (await sql<{ assignee: string | null }>`select assignee from desk."case"`.execute(db.kysely)).rows[0]
      ?.assignee;
  const released = async () =>
    (
      await sql`select actor, is_automated, previous, value, note from desk.activity where kind = 'released'`.execute(
        db.kysely,
      )
    ).rows;
  const back = { actor: 'evenhand', is_automated: true, previous: null, value: 'kept', note: null };

  it.each([
    ['tells of danger', danger, 'dana'],
    ['tells of somebody who works here', complains('high', ['delivery', 'staff']), 'sam'],
  ])('by a message that %s, goes back to the queue, and names nobody', async (_what, decision, cleared) => {
    await take('kim');
    await write(decision);
    expect(await owner()).toBeNull();
    expect(await released()).toEqual([back]);
    await emptyRecord(db);
    await commitPosts(db, [{ id: 'a', at: 0, by: 'a', decision: complains('high', ['delivery']) }]);
    await take(cleared);
    await write(decision);
    expect([await owner(), await released()]).toEqual([cleared, []]);
  });

  it('is looked at no more by whoever held it for a while', async () => {
    await hold('kim');
    await write(danger);
    expect(await countRows(db, 'desk.lease')).toBe(0);
    expect(await released()).toEqual([]);
  });

  it('by a dispute goes back, and the answer says how it stands now', async () => {
    await take('kim');
    const acted = await dispute();
    expect(acted).toMatchObject({ kind: 'done', version: 4, state: { inDispute: true, assignee: null } });
    expect(await released()).toEqual([back]);
    await dispute(false);
    expect(await released()).toEqual([back]);
  });

  it('stays with counsel, and by an ordinary message with everybody', async () => {
    await take('col');
    await dispute();
    expect(await owner()).toBe('col');
    await write(complains('critical', ['delivery']));
    expect([await owner(), await released()]).toEqual(['col', []]);
  });

  it('stays where no people are configured', async () => {
    await take('kim');
    await write(danger, []);
    expect(await owner()).toBe('kim');
  });

  it('stays as its activities tell', async () => {
    await take('kim');
    await write(danger);
    expect(await verifyRows(db)).toMatchObject({ cases: 1, untold: 0, differences: 0 });
  });
});
