import { describe, expect, it, jest } from '@jest/globals';
import { revokeKey } from '../../../src/http/api/keys/key.store.ts';
import { hour } from '../../cases/fold-samples.ts';
import { usualEngine } from '../../postgres/usual-engine.ts';
import { until } from '../../support/service.ts';
import { keepApi } from './api-service.ts';

describe('the keys of the API', () => {
  const api = keepApi(usualEngine);

  it.each([
    ['none', null],
    ['one that is none', 'secret'],
    ['a forged one', `evh_00000000_${'a'.repeat(43)}`],
  ])('refuses %s before anything else is looked at', async (_what, key) => {
    const { status, headers, body } = await api.ask('/cases/nonsense', { key });
    expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
    expect(body).toMatchObject({ code: 'wrong_key' });
  });

  it('refuses a key of which one letter is wrong', async () => {
    const key = await api.key(['cases:read']);
    const last = key.endsWith('A') ? 'B' : 'A';
    expect((await api.ask('/cases', { key: `${key.slice(0, -1)}${last}` })).status).toBe(401);
    expect((await api.ask('/cases', { key })).status).toBe(200);
  });

  it('refuses a key that was revoked, and one that has expired', async () => {
    const [revoked, expired] = [
      await api.key(['cases:read']),
      await api.key(['cases:read'], { expiresAt: hour(2) }),
    ];
    expect((await api.ask('/cases', { key: expired })).status).toBe(200);
    api.at(2);
    expect((await api.ask('/cases', { key: expired })).body).toMatchObject({
      status: 401,
      code: 'key_expired',
    });
    await api.db.transaction('desk', (tx) =>
      revokeKey(tx, revoked.slice(4, 12), { by: 'test', now: hour(2) }),
    );
    expect((await api.ask('/cases', { key: revoked })).status).toBe(401);
  });

  it('asks the database once a second about a key that it knows, and ends one that was revoked within that time', async () => {
    const key = await api.key(['cases:read']);
    const asked = jest.spyOn(api.db, 'read');
    for (let n = 0; n < 3; n += 1) await api.ask('/cases', { key });
    expect(asked).toHaveBeenCalledTimes(1 + 3);
    asked.mockRestore();
    await api.db.transaction('desk', (tx) => revokeKey(tx, key.slice(4, 12), { by: 'test', now: hour(1) }));
    await until(async () => (await api.ask('/cases', { key })).status === 401, { withinMs: 3_000 });
  });

  it('opens what its scopes name and nothing else; admin opens everything', async () => {
    const answer = await api.ask('/cases', { key: await api.key(['problems:read']) });
    expect(answer.body).toMatchObject({ status: 403, code: 'not_allowed' });
    expect((await api.ask('/cases', { key: await api.key(['admin']) })).status).toBe(200);
  });

  it("also asks for the role of the person whose key it is, and for the person's place in the configuration", async () => {
    const statusAs = async (person: string) =>
      (await api.ask('/cases', { key: await api.key(['admin'], { person }) })).status;
    expect([await statusAs('kim'), await statusAs('col'), await statusAs('gone')]).toEqual([200, 403, 403]);
  });

  it('slows down whoever tries keys, and nobody whose key opened before, though they share an address', async () => {
    const key = await api.key(['cases:read']);
    expect((await api.ask('/cases', { key })).status).toBe(200);
    const statuses: number[] = [];
    for (let tries = 0; tries < 32; tries += 1) statuses.push((await api.ask('/cases')).status);
    expect([statuses[0], statuses.at(-1)]).toEqual([401, 429]);
    expect((await api.ask('/cases', { key })).status).toBe(200);
    expect((await api.ask('/cases')).status).toBe(429);
    api.at(3);
    expect((await api.ask('/cases')).status).toBe(401);
  });

  it('asks the database of no key from an address that must wait, but of those that opened before', async () => {
    const key = await api.key(['cases:read']);
    await api.ask('/cases', { key });
    for (let tries = 0; tries < 31; tries += 1) await api.ask('/cases');
    const asked = jest.spyOn(api.db, 'read');
    const forged = `${key.slice(0, -2)}${key.endsWith('AA') ? 'BB' : 'AA'}`;
    for (const wrong of [forged, `evh_00000000_${'a'.repeat(43)}`, await api.key(['cases:read'])])
      expect((await api.ask('/cases', { key: wrong })).status).toBe(429);
    expect(asked).not.toHaveBeenCalled();
    expect((await api.ask('/cases', { key })).status).toBe(200);
    await api.db.transaction('desk', (tx) => revokeKey(tx, key.slice(4, 12), { by: 'test', now: hour(1) }));
    await until(async () => (await api.ask('/cases', { key })).status === 401, { withinMs: 3_000 });
    asked.mockClear();
    expect((await api.ask('/cases', { key })).status).toBe(429);
    expect(asked).not.toHaveBeenCalled();
    asked.mockRestore();
  });
});

describe('the keys of the API behind a proxy', () => {
  const api = keepApi(usualEngine, { trustedProxies: ['127.0.0.1'] });

  it('knows callers by the address that the proxy tells', async () => {
    const from = async (address: string) =>
      (await api.ask('/cases', { headers: { 'x-forwarded-for': address } })).status;
    for (let tries = 0; tries < 31; tries += 1) await from('198.51.100.7');
    expect([await from('198.51.100.7'), await from('198.51.100.8')]).toEqual([429, 401]);
  });
});

describe('the share of a key', () => {
  const api = keepApi(usualEngine, { requestsPerMinute: 3 });

  it('ends for a minute, with the time to wait, and leaves the others theirs', async () => {
    const [one, other] = [await api.key(['cases:read']), await api.key(['cases:read'])];
    for (const status of [200, 200, 200, 429]) {
      const answer = await api.ask('/cases', { key: one });
      expect(answer.status).toBe(status);
      if (status === 429) {
        expect(answer.body).toMatchObject({ code: 'too_many_requests' });
        expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
      }
    }
    expect((await api.ask('/cases', { key: other })).status).toBe(200);
  });
});
