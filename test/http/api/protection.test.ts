import { describe, expect, it } from '@jest/globals';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { countRows, readCases } from '../../support/desk-rows.ts';
import { embeddedEngine } from '../../support/engines.ts';
import { keepApi } from './api-service.ts';

describe('contacts and escalations through the API', () => {
  const api = keepApi(() => Promise.resolve(embeddedEngine()));
  const open = (severity: 'low' | 'high') =>
    commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: complains(severity), identifiers: ['VT7718203'] },
    ]);
  const call = (more: object = {}) => ({
    externalId: 'c1',
    identifier: 'VT-771 8203',
    at: hour(-1).toISOString(),
    kind: 'call',
    isAnswered: false,
    ...more,
  });
  const send = async (path: string, body: object, scope: 'contacts:write' | 'escalations:write') =>
    api.ask(path, { method: 'POST', key: await api.key([scope]), json: body });

  it('takes contacts once each and raises the case of whoever was not answered', async () => {
    await open('low');
    const sent = { contacts: [call()] };
    expect(await send('/contacts', sent, 'contacts:write')).toMatchObject({
      status: 200,
      body: { taken: 1, known: 0, answered: 0 },
    });
    expect((await send('/contacts', sent, 'contacts:write')).body).toEqual({
      taken: 0,
      known: 1,
      answered: 0,
    });
    expect((await readCases(api.db))[0]?.severity).toBe('medium');
  });

  it.each([
    [{ contacts: [] }, 400],
    [{ contacts: [call({ identifier: 'Smith' })] }, 400],
    [{ contacts: [call({ kind: 'fax' })] }, 400],
    [{ contacts: [call({ followers: 9 })] }, 400],
    [{ contacts: [call(), call({ externalId: 'c2', at: hour(99).toISOString() })] }, 422],
  ])('refuses %j, and takes nothing', async (body, status) => {
    expect((await send('/contacts', body, 'contacts:write')).status).toBe(status);
    expect(await countRows(api.db, 'desk.contact')).toBe(0);
  });

  it('lets a customer escalate by what the record shows, once, and by a number of the own', async () => {
    await open('high');
    const ask = (identifier: string, more = {}) =>
      send('/escalations', { identifier, ...more }, 'escalations:write');
    expect(await ask('VT-0000001')).toMatchObject({ status: 404, body: { code: 'unknown_case' } });
    expect(await ask('VT-7718203', { criterion: 'age' })).toMatchObject({
      status: 409,
      body: { code: 'not_met' },
    });
    expect(await ask('VT-7718203', { criterion: 'followers' })).toMatchObject({ status: 400 });
    const first = await ask('VT-7718203');
    expect(first).toMatchObject({ status: 202, body: { escalation: '1', state: 'requested' } });
    expect((await ask('VT-7718203')).body).toEqual(first.body);
    expect(await countRows(api.db, 'desk.escalation')).toBe(1);
  });
});
