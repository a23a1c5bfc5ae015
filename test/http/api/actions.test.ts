import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { readActivities } from '../../support/desk-rows.ts';
import { keepApi } from './api-service.ts';

describe('actions on a case through the API', () => {
  const api = keepApi(usualEngine);
  let key = '';
  beforeEach(async () => {
    await commitPosts(api.db, [{ id: 'a', at: 0, by: 'a', decision: complains('high') }]);
    key = await api.key(['cases:read', 'cases:write'], { person: 'kim' });
  });

  const act = (verb: string, json: unknown = {}, headers: Readonly<Record<string, string>> = {}) =>
    api.ask(`/cases/1/${verb}`, { key, json, headers: { 'if-match': '*', ...headers } });
  const acts = async () =>
    (await readActivities(api.db)).filter(({ actor }) => actor === 'kim').map(({ kind }) => kind);

  it('works a case from hand to hand until it ends, in the name of the person whose key it is', async () => {
    expect((await act('take')).body).toMatchObject({
      isChanged: true,
      version: 2,
      assignee: 'kim',
      status: 'open',
    });
    const answered = await act('answered', { at: '2026-05-04T11:00:00+02:00', note: 'called back' });
    expect(answered.body).toMatchObject({
      dueAt: null,
      status: 'pending',
      firstResponse: { at: hour(1).toISOString() },
    });
    expect(answered.headers.get('etag')).toBe('"3"');
    expect((await act('resolve')).body).toMatchObject({ status: 'resolved' });
    expect((await act('reopen', { note: 'came back' })).body).toMatchObject({ status: 'open' });
    expect((await act('dismiss', { as: 'spam', reason: 'an advertisement' })).body).toMatchObject({
      disposition: 'spam',
    });
    expect(await acts()).toEqual(['taken', 'answered', 'resolved', 'reopened', 'dismissed']);
  });

  it('says that nothing had to be done, with the version that stands', async () => {
    await act('take');
    expect((await act('take')).body).toMatchObject({ isChanged: false, version: 2 });
  });

  it('does nothing for whoever read an older version', async () => {
    await act('note', { text: 'looked at it' });
    const stale = await act('resolve', {}, { 'if-match': '"1"' });
    expect(stale.body).toMatchObject({ status: 412, code: 'stale_version' });
    expect((await act('resolve', {}, { 'if-match': 'W/"2"' })).status).toBe(412);
    expect(await acts()).toEqual(['note']);
    expect((await act('resolve', {}, { 'if-match': '"2"' })).status).toBe(200);
  });

  it('wants to know which version is meant, but of whoever takes a case or writes something down', async () => {
    const ask = (verb: string, json: object) => api.ask(`/cases/1/${verb}`, { key, json });
    expect((await ask('take', {})).status).toBe(200);
    expect((await ask('note', { text: 'looked at it' })).status).toBe(200);
    for (const [verb, json] of [
      ['resolve', {}],
      ['release', {}],
      ['severity', { to: 'low', reason: 'x' }],
    ] as const)
      expect((await ask(verb, json)).body).toMatchObject({ status: 428, code: 'version_required' });
    expect(await acts()).toEqual(['taken', 'note']);
  });

  it('refuses what does not fit the case, in the language asked for', async () => {
    await act('resolve');
    expect((await act('take')).body).toMatchObject({ status: 409, code: 'resolved' });
    const german = await act('take', {}, { 'accept-language': 'de-DE,de;q=0.9,en;q=0.1' });
    expect(german.body.detail).toContain('gelöst');
    expect((await act('reopen')).status).toBe(200);
    expect((await act('answered', { at: '2030-01-01T00:00:00Z' })).body).toMatchObject({
      status: 422,
      code: 'answer_in_future',
    });
    expect((await act('dispute', { isOn: true, reason: 'a lawyer wrote' })).status).toBe(403);
    expect(await acts()).toEqual(['resolved', 'reopened']);
  });

  it('leaves to those who lead what somebody else has in hand', async () => {
    await api.ask('/cases/1/take', { key: await api.key(['cases:write'], { person: 'lee' }), json: {} });
    expect((await act('take')).body).toMatchObject({ status: 409, code: 'taken' });
    expect((await act('take', { takeOver: true })).body).toMatchObject({ status: 403, code: 'not_allowed' });
    expect((await act('assign', { to: 'eve' })).body).toMatchObject({ status: 422, code: 'unknown_person' });
    expect(await acts()).toEqual([]);
  });

  it('knows no case of a brand that is not the caller’s', async () => {
    key = await api.key(['cases:write'], { person: 'bo' });
    expect((await act('take')).body).toMatchObject({ status: 404, code: 'unknown_case' });
  });

  it('joins two cases of a customer and parts them again, for those who lead and are trusted with both', async () => {
    await commitPosts(api.db, [
      { id: 'b', at: 0.5, by: 'a', thread: 'other', decision: complains('low', ['billing']) },
      { id: 'c', at: 0.5, by: 'c', decision: complains('high', ['staff']) },
    ]);
    const join = (path: string, json: object, version = '*') =>
      api.ask(path, { key, json, headers: { 'if-match': version } });
    expect((await join('/cases/2/merge', { into: 'EH-1' })).body).toMatchObject({ status: 403 });
    key = await api.key(['cases:read', 'cases:write'], { person: 'lee' });
    expect((await join('/cases/2/merge', { into: 'EH-3' })).body).toMatchObject({ code: 'unknown_case' });
    expect((await join('/cases/2/merge', { into: 'EH-2' })).body).toMatchObject({ code: 'same_case' });
    expect((await join('/cases/2/merge', { into: 'EH-1' }, '"7"')).body).toMatchObject({
      code: 'stale_version',
    });
    const merged = await join('/cases/2/merge', { into: 'EH-1', note: 'the same parcel' }, '"1"');
    expect(merged.body.cases).toMatchObject([
      { id: 'EH-2', version: 2, mergedInto: 'EH-1' },
      { id: 'EH-1', severity: 'high', posts: 2 },
    ]);
    expect(merged.headers.get('etag')).toBe('"2"');
    expect((await join('/cases/1/split', { posts: ['999'] })).body).toMatchObject({ code: 'no_such_post' });
    expect((await join('/cases/2/unmerge', {})).body.cases).toMatchObject([
      { id: 'EH-2', mergedInto: null, posts: 1 },
      { id: 'EH-1', posts: 1 },
    ]);
    expect((await join('/cases/2/unmerge', {})).body).toMatchObject({ status: 409, code: 'not_merged' });
  });

  it('makes a case of its own of posts that are about something else', async () => {
    await commitPosts(api.db, [{ id: 'b', at: 0.5, by: 'a', thread: 'other', decision: complains('low') }]);
    key = await api.key(['cases:read', 'cases:write'], { person: 'lee' });
    const join = (path: string, json: object) => api.ask(path, { key, json, headers: { 'if-match': '*' } });
    await join('/cases/2/merge', { into: 'EH-1' });
    const { posts } = (await api.ask('/cases/1', { key })).body;
    const parted = await join('/cases/1/split', { posts: [posts[1].id] });
    expect(parted.body.cases).toMatchObject([
      { id: 'EH-1', posts: 1 },
      { id: 'EH-3', posts: 1 },
    ]);
    expect((await join('/cases/1/split', { posts: [posts[0].id] })).body).toMatchObject({
      code: 'splits_all',
    });
  });

  it('answers the same request under the same name once and the same', async () => {
    const name = { 'idempotency-key': 'd6f1' };
    const first = await act('note', { text: 'looked at it' }, name);
    const again = await act('note', { text: 'looked at it' }, name);
    expect([again.status, again.body, again.headers.get('etag')]).toEqual([200, first.body, '"2"']);
    expect([first, again].map(({ headers }) => headers.get('idempotency-replayed'))).toEqual([null, 'true']);
    expect((await act('note', { text: 'another' }, name)).body).toMatchObject({
      status: 422,
      code: 'idempotency_key_reused',
    });
    expect(await acts()).toEqual(['note']);
    key = await api.key(['cases:write'], { person: 'lee' });
    expect((await act('note', { text: 'another' }, name)).status).toBe(200);
  });

  it('repeats a refusal under its name, though it would not be one any more', async () => {
    const name = { 'idempotency-key': 'one' };
    expect((await act('reopen', {}, name)).body).toMatchObject({ code: 'not_ended' });
    await act('resolve');
    expect((await act('reopen', {}, name)).body).toMatchObject({ code: 'not_ended' });
    expect((await act('reopen', {}, { 'idempotency-key': 'two' })).status).toBe(200);
  });

  it('does what was sent many times at once under one name a single time', async () => {
    const name = { 'idempotency-key': 'rush' };
    const answers = await Promise.all(Array.from({ length: 8 }, () => act('note', { text: 'once' }, name)));
    expect(await acts()).toEqual(['note']);
    for (const { status, body } of answers)
      expect([200, 409].includes(status) ? 'as documented' : body).toBe('as documented');
    expect(answers.some(({ status }) => status === 200)).toBe(true);
  });

  it.each([
    ['a name that is too long', { 'idempotency-key': 'x'.repeat(201) }, 'bad_idempotency_key'],
    ['a name with a blank', { 'idempotency-key': 'a b' }, 'bad_idempotency_key'],
  ])('refuses %s', async (_what, headers, code) => {
    expect((await act('note', { text: 'x' }, headers)).body).toMatchObject({ status: 400, code });
    expect(await acts()).toEqual([]);
  });

  it.each([
    ['no body', { raw: '' }, 400],
    ['half a body', { raw: '{"text":' }, 400],
    ['bytes that are no UTF-8', { raw: Buffer.from([0x22, 0xff, 0x22]) }, 400],
    [
      'another type',
      { raw: 'text=x', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
      415,
    ],
    ['too much', { raw: JSON.stringify({ text: 'x'.repeat(300_000) }) }, 413],
    ['a body nested deeper than any stack', { raw: `${'['.repeat(100_000)}${']'.repeat(100_000)}` }, 400],
    ['NUL', { json: { text: 'a\0b' } }, 400],
    ['half a surrogate pair', { raw: '{"text":"\\ud800"}' }, 400],
    ['nothing but blanks', { json: { text: '   ' } }, 400],
    ['a key that it does not know', { json: { text: 'x', followers: 12 } }, 400],
  ])('refuses %s, and nothing changes', async (_what, ask, status) => {
    const answer = await api.ask('/cases/1/note', { key, method: 'POST', ...ask });
    expect([answer.status, answer.body.status]).toEqual([status, status]);
    expect(await acts()).toEqual([]);
    expect(api.errors).toEqual([]);
  });

  it('forgets what it answered after a day', async () => {
    await act('note', { text: 'x' }, { 'idempotency-key': 'one' });
    const { rows } = await sql`select 1 from ops.api_request`.execute(api.db.kysely);
    expect(rows).toHaveLength(1);
    const { forgetRequests } = await import('../../../src/http/api/idempotency.store.ts');
    const forget = (hours: number) => api.db.transaction('desk', (tx) => forgetRequests(tx, hour(hours), 10));
    expect([await forget(24), await forget(26)]).toEqual([0, 1]);
  });
});
