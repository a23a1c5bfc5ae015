import { describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { buildEscalation } from '../../../config/build-protection.ts';
import { lockComplainants } from '../../../src/cases/case.store.ts';
import { holdContacts, writeContacts } from '../../../src/cases/contacts/contact.store.ts';
import { escalate } from '../../../workers/escalate.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { countRows, readCases } from '../../support/desk-rows.ts';
import { hasPostgres } from '../../support/engines.ts';
import { until } from '../../support/service.ts';
import { keepApi } from './api-service.ts';

describe('contacts and escalations through the API', () => {
  const api = keepApi(usualEngine);
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

  it('answers whoever asks for an executive the same, case or none, and looks for the case afterwards', async () => {
    await open('high');
    const ask = (identifier: string, more = {}) =>
      send('/escalations', { identifier, ...more }, 'escalations:write');
    expect(await ask('VT-7718203', { criterion: 'followers' })).toMatchObject({ status: 400 });
    const answers = [
      await ask('VT-0000001'),
      await ask('VT-7718203', { criterion: 'age' }),
      await ask('VT-7718203'),
      await ask('VT-7718203'),
    ];
    const [first] = answers;
    expect(Object.keys(first?.body)).toEqual(['answerDueAt']);
    for (const { status, body } of answers) expect([status, body]).toEqual([202, first?.body]);
    expect(await countRows(api.db, 'desk.escalation')).toBe(0);
    const config = { escalation: buildEscalation(), people: [] };
    const errors: unknown[] = [];
    await escalate({ db: api.db, config, onError: (error) => errors.push(error) }, hour(1));
    expect(errors).toEqual([]);
    expect(await countRows(api.db, 'desk.escalation')).toBe(1);
    expect(await countRows(api.db, 'desk.escalation_ask', "identifier = 'VT7718203'")).toBe(0);
    expect((await ask('VT-7718203')).body).toEqual(first?.body);
  });

  it('heeds the contacts of a request in it, and leaves a long import of others to whoever heeds all', async () => {
    await open('low');
    await commitPosts(api.db, [
      { id: 'b', at: 0, by: 'b', decision: complains('low'), identifiers: ['VT1000001'] },
    ]);
    const imported = {
      externalId: 'i1',
      identifier: 'VT1000001',
      at: hour(-1),
      kind: 'call',
      isAnswered: false,
    } as const;
    await api.db.transaction('desk', (tx) => writeContacts(tx, [imported], hour(1)));
    await send('/contacts', { contacts: [call()] }, 'contacts:write');
    expect((await readCases(api.db)).map(({ severity }) => severity)).toEqual(['medium', 'low']);
    expect(await countRows(api.db, 'desk.contact', 'plain is not null')).toBe(1);
  });

  const onServer = hasPostgres ? it : it.skip;
  onServer('keeps no batch waiting that has a customer of the contacts in hand', async () => {
    await open('low');
    const key = await api.key(['contacts:write']);
    const sent: Promise<{ readonly status: number }>[] = [];
    await api.db.transaction('desk', async (tx) => {
      await lockComplainants(tx, [
        { brand: 'nordbahn', complainant: (await readCases(api.db))[0]?.complainant ?? '' },
      ]);
      if (sent.length === 0) sent.push(api.ask('/contacts', { key, json: { contacts: [call()] } }));
      await until(async () => (await countRows(api.db, 'desk.contact')) === 1);
      await sql`set local lock_timeout = '2s'`.execute(tx);
      await holdContacts(tx);
    });
    expect((await sent[0])?.status).toBe(200);
    expect((await readCases(api.db))[0]?.severity).toBe('medium');
  });
});

describe('alerts through the API', () => {
  const api = keepApi(usualEngine);
  const scopes = ['alerts:read', 'alerts:write'] as const;
  const lead = () => api.key(scopes, { person: 'lee' });
  const wanted = (more: object = {}) => ({ endsAt: hour(3).toISOString(), comment: 'a strike', ...more });
  const open = (id: string, more: object = {}) =>
    commitPosts(api.db, [{ id, at: 0, by: id, decision: complains('high'), ...more }]);

  it('are silenced with author, comment and end, listed, and ended', async () => {
    const key = await lead();
    const added = await api.ask('/silences', { key, json: wanted({ brand: 'nordbahn', severity: 'high' }) });
    expect(added).toMatchObject({
      status: 201,
      body: {
        id: '1',
        brand: 'nordbahn',
        severity: 'high',
        author: 'lee',
        comment: 'a strike',
        endedAt: null,
      },
    });
    expect((await api.ask('/silences', { key })).body.items).toEqual([added.body]);
    expect((await api.ask('/silences/1/end', { key, method: 'POST' })).body).toMatchObject({
      endedBy: 'lee',
      endedAt: hour(1).toISOString(),
    });
    expect((await api.ask('/silences', { key })).body.items).toEqual([]);
    expect((await api.ask('/silences?all=true', { key })).body.items).toHaveLength(1);
    expect((await api.ask('/silences/1/end', { key, method: 'POST' })).body).toMatchObject({ code: 'over' });
    expect((await api.ask('/silences/2/end', { key, method: 'POST' })).body).toMatchObject({ status: 404 });
  });

  it.each([
    ['everything', {}, 422, 'nothing_named'],
    ['a brand that is none', { brand: 'nobody' }, 404, 'unknown_brand'],
    ['a case that is none', { case: '7' }, 404, 'unknown_case'],
    ['a case of danger', { case: '1' }, 404, 'unknown_case'],
    ['for ever', { severity: 'low', endsAt: hour(31 * 24).toISOString() }, 422, 'too_long'],
    ['the past', { severity: 'low', endsAt: hour(1).toISOString() }, 422, 'in_past'],
    ['what compliance hears', { kind: 'out_of_band_attack' }, 422, 'never_silenced'],
    ['by reach', { followers: 12 }, 400, 'unfit'],
  ])('are not silenced for %s', async (_what, more, status, code) => {
    await open('a', { decision: { ...complains('critical'), danger: 'product' } });
    const key = await lead();
    expect((await api.ask('/silences', { key, json: wanted(more) })).body).toMatchObject({ status, code });
    expect((await api.ask('/silences?all=true', { key })).body.items).toEqual([]);
  });

  it('are the business of those who lead, and silences about confidential cases of those who know of them', async () => {
    await open('a', { decision: { ...complains('critical'), danger: 'product' } });
    const kim = await api.key(scopes, { person: 'kim' });
    expect((await api.ask('/silences', { key: kim, json: wanted({ case: '1' }) })).status).toBe(403);
    const all = await api.key(scopes, { person: 'all' });
    expect((await api.ask('/silences', { key: all, json: wanted({ case: '1' }) })).body.case).toBe('EH-1');
    expect((await api.ask('/silences', { key: kim })).body.items).toEqual([]);
    expect((await api.ask('/silences/1/end', { key: await lead(), method: 'POST' })).status).toBe(404);
  });

  it('are acknowledged while a case waits for somebody', async () => {
    await open('a');
    const key = await api.key([...scopes, 'cases:write'], { person: 'kim' });
    expect((await api.ask('/cases/1/acknowledge', { key, json: { minutes: 30 } })).body).toEqual({
      case: 'EH-1',
      actor: 'kim',
      at: hour(1).toISOString(),
      until: hour(1.5).toISOString(),
    });
    expect((await api.ask('/cases/1/acknowledge', { key, json: { minutes: 1_441 } })).status).toBe(400);
    expect((await api.ask('/cases/7/acknowledge', { key, json: {} })).body).toMatchObject({ status: 404 });
    await api.ask('/cases/1/take', { key, json: {} });
    expect((await api.ask('/cases/1/acknowledge', { key, json: {} })).body).toMatchObject({
      status: 409,
      code: 'nothing_waits',
    });
    expect(await countRows(api.db, 'desk.alert_ack')).toBe(1);
  });
});
