import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { accuse } from '../../../src/cases/lease/accused.store.ts';
import type { Decision } from '../../../src/domain/decision.ts';
import type { Person } from '../../../src/domain/person.ts';
import { revokeKey } from '../../../src/http/api/keys/key.store.ts';
import { claimMessage, planWebhooks } from '../../../src/http/api/webhooks/send.store.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { keepApi, people } from './api-service.ts';

const url = 'https://helpdesk.example/hook';
const confidences = ['danger', 'counsel', 'staff_conduct'];

describe('what a webhook hears of who made it', () => {
  const api = keepApi(usualEngine);
  let key = '';
  let id = '';
  const addBy = async (keyOf: Promise<string>, json: object = { confidences }) => {
    key = await keyOf;
    ({ id } = (await api.ask('/webhooks', { key, json: { url, ...json } })).body);
  };
  const byPerson = (json?: object) => addBy(api.key(['webhooks:write'], { person: 'all' }), json);
  const byProgram = (json?: object, expiresAt?: Date) =>
    addBy(
      api.key(
        ['webhooks:write', 'danger:read', 'disputes:read', 'staff-conduct:read'],
        expiresAt === undefined ? {} : { expiresAt },
      ),
      json,
    );
  const openAll = () =>
    commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: { ...complains('critical'), danger: 'child' } as Decision },
      { id: 'b', at: 0, by: 'b', decision: complains('high', ['staff']) },
      { id: 'c', at: 0, by: 'c', decision: complains('high') },
      { id: 'd', at: 0, by: 'd', decision: complains('high', ['delivery']) },
    ]);
  const accused = (caseId: string, person: string) =>
    api.db.transaction('desk', (tx) => accuse(tx, { caseId, person, by: 'sam', at: hour(1) }));
  const plan = (known: readonly Person[], hours = 1) =>
    api.db.transaction('desk', (tx) => planWebhooks(tx, { people: known, now: hour(hours) }));
  /** Numbers of the cases of which it is to be told. */
  const told = async (): Promise<string> => {
    const { rows } = await sql<{ body: string }>`select body from desk.webhook_delivery`.execute(
      api.db.kysely,
    );
    return [...new Set(rows.map(({ body }) => JSON.parse(body).data.case.slice(3)))]
      .sort((a, b) => a - b)
      .join('');
  };
  const all = (more: Partial<Person>): readonly Person[] =>
    people.map((each) => (each.name === 'all' ? { ...each, ...more } : each));

  beforeEach(() => {
    [key, id] = ['', ''];
  });

  it('is what a person may know, as they are configured now', async () => {
    await byPerson();
    await openAll();
    await plan(people);
    expect(await told()).toBe('1234');
  });

  it.each([
    ['is gone', (): readonly Person[] => people.filter(({ name }) => name !== 'all'), '34'],
    ['has no clearance any more', () => all({ roles: ['admin'], clearances: [] }), '34'],
    ['has one clearance left', () => all({ roles: ['admin'], clearances: ['staff_conduct'] }), '234'],
    ['works for another brand now', () => all({ brands: ['seeweg'] }), ''],
  ])('is no more than that when the person %s', async (_what, known, expected) => {
    await byPerson();
    await openAll();
    await plan(known());
    expect(await told()).toBe(expected);
  });

  it('is nothing of a complaint about them or their line, whatever kind of case it is', async () => {
    await byPerson();
    await openAll();
    await accused('2', 'all');
    await accused('4', 'kim');
    await plan(people.map((each) => (each.name === 'kim' ? { ...each, line: ['all'] } : each)));
    expect(await told()).toBe('13');
  });

  it('is nothing of what anybody is accused of when nobody knows whose line its maker stood in', async () => {
    await byPerson({});
    await openAll();
    await accused('4', 'kim');
    await plan(people.filter(({ name }) => name !== 'all'));
    expect(await told()).toBe('3');
  });

  it('is what its scopes allow for a program, and nothing confidential once its key has expired', async () => {
    await byProgram(undefined, hour(2));
    await openAll();
    await plan(people);
    expect(await told()).toBe('1234');
    await sql`delete from desk.webhook_delivery; update desk.webhook set last_event = 0`.execute(
      api.db.kysely,
    );
    await plan(people, 3);
    expect(await told()).toBe('34');
  });

  it('is nothing at all once the key of the program was revoked, nor is what waited sent', async () => {
    await byProgram({});
    await openAll();
    await plan(people);
    expect(await told()).toBe('34');
    await api.db.transaction('desk', (tx) => revokeKey(tx, key.slice(4, 12), { by: 'ops', now: hour(1) }));
    const next = () => api.db.transaction('desk', (tx) => claimMessage(tx, id, hour(2)));
    expect(await next()).toBeNull();
    await commitPosts(api.db, [{ id: 'e', at: 1, by: 'e', decision: complains('high') }]);
    await plan(people, 2);
    expect(await told()).toBe('34');
    const ops = await api.key(['webhooks:write'], { person: 'ops' });
    const resumed = await api.ask(`/webhooks/${id}/resume`, { key: ops, json: {} });
    expect(resumed.body).toMatchObject({ reason: 'key_revoked', disabledAt: hour(1).toISOString() });
    expect((await api.ask('/webhooks', { key: ops })).body.items).toMatchObject([{ reason: 'key_revoked' }]);
    expect(await next()).toBeNull();
  });
});
