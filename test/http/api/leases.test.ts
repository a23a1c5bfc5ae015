import { beforeEach, describe, expect, it } from '@jest/globals';
import { accuse } from '../../../src/cases/lease/accused.store.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { engines } from '../../support/engines.ts';
import { keepApi } from './api-service.ts';

describe.each(engines)('the next case through the API on %s', (_name, start) => {
  const api = keepApi(start);
  let [kim, lee] = ['', ''];
  beforeEach(async () => {
    await commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: complains('low') },
      { id: 'b', at: 0, by: 'b', decision: complains('high') },
      { id: 'c', at: 0.5, by: 'c', decision: complains('high') },
    ]);
    kim = await api.key(['cases:read', 'cases:write'], { person: 'kim' });
    lee = await api.key(['cases:read', 'cases:write'], { person: 'lee' });
  });

  const post = (path: string, key: string, json: object = {}) => api.ask(path, { key, json });
  const next = async (key: string) => (await post('/queue/next', key)).body;

  it('hands over what is owed first, to one person for ten minutes, and the same again to whoever asks twice', async () => {
    const first = await next(kim);
    expect(first).toMatchObject({
      kind: 'leased',
      until: hour(1 + 1 / 6).toISOString(),
      case: { id: 'EH-2' },
    });
    expect(await next(kim)).toMatchObject({ kind: 'held', case: { id: 'EH-2' } });
    expect(await next(lee)).toMatchObject({ kind: 'leased', case: { id: 'EH-3' } });
  });

  it('wants no body where there is nothing to say, and names what lacks where there is', async () => {
    expect(await api.ask('/queue/next', { method: 'POST', key: kim })).toMatchObject({ status: 200 });
    const skipped = await api.ask('/cases/2/skip', { method: 'POST', key: kim });
    expect([skipped.status, skipped.body.detail]).toEqual([400, expect.stringContaining('because')]);
    expect(await api.ask('/queue/next', { method: 'POST', key: kim, json: null })).toMatchObject({
      status: 400,
    });
  });

  it('keeps a lease while it is refreshed, and hands the case to the next when it has lapsed', async () => {
    await next(kim);
    api.at(1.1);
    expect((await post('/cases/2/lease/refresh', kim)).body).toMatchObject({ case: 'EH-2' });
    expect((await post('/cases/2/lease/refresh', lee)).body).toMatchObject({ status: 409, code: 'leased' });
    expect((await post('/cases/2/take', lee)).body).toMatchObject({ status: 409, code: 'leased' });
    api.at(1.5);
    expect((await post('/cases/2/lease/refresh', kim)).body).toMatchObject({ status: 409, code: 'lapsed' });
    expect(await next(lee)).toMatchObject({ kind: 'leased', case: { id: 'EH-2' } });
  });

  it('passes a case on for good reasons without a word', async () => {
    await next(kim);
    expect((await post('/cases/2/skip', kim, { because: 'language', note: 'x' })).status).toBe(422);
    expect((await post('/cases/2/skip', kim, { because: 'distress' })).status).toBe(200);
    expect(await next(kim)).toMatchObject({ case: { id: 'EH-3' } });
    expect((await post('/cases/2/skip', kim, { because: 'distress' })).body).toMatchObject({
      status: 409,
      code: 'not_leased',
    });
  });

  it('wants a reason of whoever takes another case than the queue hands over', async () => {
    expect((await post('/cases/3/take', kim)).body).toMatchObject({ status: 409, code: 'older_wait' });
    expect((await post('/cases/3/take', kim, { because: 'famous' })).status).toBe(400);
    expect((await post('/cases/3/take', kim, { because: 'same_customer' })).body).toMatchObject({
      isChanged: true,
      assignee: 'kim',
    });
    await next(lee);
    expect((await post('/cases/2/take', lee)).status).toBe(200);
  });

  it('hands complaints about staff, danger and disputes to no program, and shows them to none of whom they tell', async () => {
    await commitPosts(api.db, [{ id: 'd', at: 0.1, by: 'd', decision: complains('critical', ['staff']) }]);
    expect((await post('/cases/4/take', kim)).body).toMatchObject({ status: 404, code: 'unknown_case' });
    const sam = await api.key(['cases:read'], { person: 'sam' });
    const kay = await api.key(['cases:read'], { person: 'kay' });
    expect((await api.ask('/cases/4', { key: kay })).status).toBe(200);
    const program = await api.key(['cases:write']);
    expect((await next(program)).case).toMatchObject({ id: 'EH-2' });
    await api.db.transaction('desk', (tx) =>
      accuse(tx, { caseId: '4', person: 'kay', by: 'sam', at: hour(1) }),
    );
    expect((await api.ask('/cases/4', { key: kay })).status).toBe(404);
    expect((await api.ask('/cases?list=all', { key: kay })).body.items).toHaveLength(3);
    expect((await api.ask('/cases/4', { key: sam })).status).toBe(200);
    expect((await api.ask('/cases?list=all', { key: sam })).body.items).toHaveLength(4);
  });

  it('says when nobody waits', async () => {
    const bo = await api.key(['cases:write'], { person: 'bo' });
    expect(await next(bo)).toEqual({ kind: 'idle', until: null, case: null });
  });
});
