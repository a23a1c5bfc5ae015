import { describe, expect, it } from '@jest/globals';
import type { Decision } from '../../../src/domain/decision.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { engines } from '../../support/engines.ts';
import { keepApi } from './api-service.ts';

const inDanger = { ...complains('critical'), danger: 'product' } as Decision;

describe.each(engines)('cases through the API on %s', (_name, start) => {
  const api = keepApi(start);
  const open = (id: string, more: Partial<Parameters<typeof commitPosts>[1][number]> = {}) =>
    commitPosts(api.db, [{ id, at: 0, by: id, decision: complains('high'), ...more }]);
  const reader = () => api.key(['cases:read']);

  it('lists who waits, in the order in which answers are owed, page by page', async () => {
    await commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: complains('low') },
      { id: 'b', at: 0, by: 'b', decision: complains('high', ['billing']) },
      { id: 'c', at: 0, by: 'c', decision: complains('critical') },
    ]);
    const key = await reader();
    const first = await api.ask('/cases?limit=2', { key });
    expect(first.status).toBe(200);
    expect(first.body.items).toMatchObject([
      { id: 'EH-3', severity: 'critical', dueAt: hour(1).toISOString() },
      { id: 'EH-2', severity: 'high', categories: ['billing'] },
    ]);
    const second = await api.ask(`/cases?limit=2&after=${first.body.next}`, { key });
    expect(second.body).toMatchObject({ items: [{ id: 'EH-1' }], next: null });
  });

  it('shows a case with its version as ETag, under either way of writing its number', async () => {
    await open('a', { text: 'Charged twice.' });
    const key = await reader();
    const { status, headers, body } = await api.ask('/cases/EH-1', { key });
    expect(status).toBe(200);
    expect(headers.get('etag')).toBe('"1"');
    expect(body).toMatchObject({ id: 'EH-1', version: 1, posts: [{ text: 'Charged twice.', url: null }] });
    expect((await api.ask('/cases/1', { key })).body).toEqual(body);
  });

  it('knows no case of danger and no complaint about staff for whoever is not trusted with them', async () => {
    await open('a', { text: 'The battery burns.', decision: inDanger });
    await open('b', { text: 'The driver shouted at me.', decision: complains('high', ['staff']) });
    const seenBy = async (key: string) => [
      (await api.ask('/cases/1', { key })).status,
      (await api.ask('/cases/2', { key })).status,
      (await api.ask('/cases?list=all', { key })).body.items.map(({ id }: { id: string }) => id),
    ];
    const as = (person: string) => api.key(['cases:read', 'admin'], { person });
    expect(await seenBy(await reader())).toEqual([404, 404, []]);
    expect(await seenBy(await api.key(['admin']))).toEqual([404, 404, []]);
    expect(await seenBy(await as('kim'))).toEqual([404, 404, []]);
    expect(await seenBy(await as('ada'))).toEqual([200, 404, ['EH-1']]);
    expect(await seenBy(await as('sam'))).toEqual([404, 200, ['EH-2']]);
    expect(await seenBy(await api.key(['cases:read', 'danger:read', 'staff-conduct:read']))).toEqual([
      200,
      200,
      ['EH-2', 'EH-1'],
    ]);
    const unknown = await api.ask('/cases/77', { key: await as('kim') });
    const kept = await api.ask('/cases/1', { key: await as('kim') });
    expect(JSON.stringify(kept.body)).toBe(JSON.stringify(unknown.body).replace('EH-77', 'EH-1'));
    const ask = { method: 'POST', json: {}, headers: { 'if-match': '*' } };
    for (const path of ['take', 'resolve', 'lease/refresh', 'lease/release'])
      expect([path, (await api.ask(`/cases/1/${path}`, { ...ask, key: await as('kim') })).body.code]).toEqual(
        [path, 'unknown_case'],
      );
  });

  it('keeps the words of somebody in danger to people, whatever a program may know', async () => {
    await open('a', { text: 'The battery burns.', decision: inDanger });
    const words = async (key: string) => (await api.ask('/cases/1', { key })).body.posts[0].text;
    expect(await words(await api.key(['cases:read', 'danger:read']))).toBeNull();
    expect(await words(await api.key(['cases:read'], { person: 'ada' }))).toBe('The battery burns.');
  });

  it('tells of a dispute that there is one and when it is due, and nothing more but to counsel', async () => {
    await open('a', { text: 'I shall sue.' });
    const ada = await api.key(['cases:read', 'cases:write'], { person: 'ada' });
    await api.ask('/cases/1/dispute', {
      key: ada,
      json: { isOn: true, reason: 'a lawyer wrote' },
      headers: { 'if-match': '"1"' },
    });
    const kim = await api.key(['cases:read'], { person: 'kim' });
    const listed = async (key: string) => (await api.ask('/cases?list=all', { key })).body.items[0];
    expect(await listed(kim)).toMatchObject({ id: 'EH-1', inDispute: true, categories: [], reasons: [] });
    expect((await listed(ada)).categories).not.toEqual([]);
    expect((await api.ask('/cases/1', { key: kim })).body).toMatchObject({ status: 403, code: 'in_dispute' });
    expect((await api.ask('/cases/1', { key: ada })).status).toBe(200);
    const program = await api.key(['cases:read', 'disputes:read']);
    expect((await api.ask('/cases/1', { key: program })).body.posts).toMatchObject([
      { text: null, url: null },
    ]);
  });

  it('shows nobody the cases of brands that they do not work for', async () => {
    await open('a');
    await open('b', { brand: 'seeweg' });
    const key = await api.key(['cases:read'], { person: 'bo' });
    expect((await api.ask('/cases', { key })).body.items).toMatchObject([{ id: 'EH-2', brand: 'seeweg' }]);
    expect((await api.ask('/cases/1', { key })).body).toMatchObject({ status: 404, code: 'unknown_case' });
    expect((await api.ask('/cases?brand=nordbahn', { key })).body).toMatchObject({ code: 'unknown_brand' });
  });

  it.each([
    ['/cases?limit=0', 400, 'unfit'],
    ['/cases?limit=ten', 400, 'unfit'],
    ['/cases?limit=1&limit=2', 400, 'unfit'],
    ['/cases?sort=followers', 400, 'unfit'],
    ['/cases?severity=vip', 400, 'unfit'],
    ['/cases?after=queue.x', 400, 'bad_cursor'],
    ['/cases?brand=nobody', 404, 'unknown_brand'],
    ['/cases?brand=%00', 400, 'bad_text'],
    ['/cases/0', 400, 'unfit'],
    ['/cases/EH-1.5', 400, 'unfit'],
    ['/cases/9999999999999999999', 400, 'unfit'],
    ['/cases/77', 404, 'unknown_case'],
    ['/case', 404, 'no_such_path'],
  ])('says no to %s in a sentence', async (path, status, code) => {
    const key = await reader();
    const answer = await api.ask(path, { key });
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({ status, code, detail: expect.stringMatching(/\w/) });
    expect(answer.status).toBe(status);
    expect(api.errors).toEqual([]);
  });

  it('names every part of a request that does not fit', async () => {
    const { body } = await api.ask('/cases?limit=0&severity=vip', { key: await reader() });
    expect(body.errors.map(({ at }: { at: string }) => at)).toEqual(['query/severity', 'query/limit']);
  });

  it('names the methods of a path that it knows', async () => {
    const { status, headers } = await api.ask('/cases', { method: 'DELETE', key: await reader() });
    expect([status, headers.get('allow')]).toEqual([405, 'GET']);
  });
});
