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

  it('keeps the words of somebody in danger to people who are cleared for it', async () => {
    await open('a', {
      text: 'The battery burns.',
      decision: inDanger,
    });
    const words = async (key: string) => (await api.ask('/cases/1', { key })).body.posts[0].text;
    expect(await words(await reader())).toBeNull();
    expect(await words(await api.key(['cases:read'], { person: 'kim' }))).toBeNull();
    expect(await words(await api.key(['cases:read'], { person: 'ada' }))).toBe('The battery burns.');
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
