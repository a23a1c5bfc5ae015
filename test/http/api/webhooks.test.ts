import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import type { Decision } from '../../../src/domain/decision.ts';
import { createSafeFetch } from '../../../src/lib/safe-fetch.ts';
import { sendWebhooks } from '../../../workers/webhook.worker.ts';
import { commitPosts } from '../../cases/desk-factory.ts';
import { complains, hour } from '../../cases/fold-samples.ts';
import { engines } from '../../support/engines.ts';
import { keepApi, people } from './api-service.ts';

interface Got {
  readonly body: string;
  readonly headers: Record<string, string>;
}

describe.each(engines)('webhooks of the API on %s', (_name, start) => {
  const api = keepApi(start);
  const got: Got[] = [];
  let status = 204;
  let receiver: Server;
  let url = '';
  let key = '';
  beforeAll(async () => {
    receiver = createServer((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (text: string) => {
        body += text;
      });
      request.on('end', () => {
        got.push({ body, headers: request.headers as Record<string, string> });
        response.writeHead(status).end();
      });
    });
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/hook`;
  });
  afterAll(() => void receiver.close());
  beforeEach(async () => {
    got.length = 0;
    status = 204;
    key = await api.key(['webhooks:write', 'cases:write']);
  });

  const add = async (more: object = {}) =>
    (await api.ask('/webhooks', { key, json: { url, ...more } })).body as { id: string; secret: string };
  const run = async (hours = 1, allow: readonly string[] = [new URL(url).host]) => {
    const signal = new AbortController().signal;
    const fetch = createSafeFetch({ allow });
    await sendWebhooks({ db: api.db, people, clock: { now: () => hour(hours) }, fetch, signal });
  };
  const openCase = (id: string, brand = 'nordbahn') =>
    commitPosts(api.db, [{ id, at: 0, by: id, brand, text: 'Private words.', decision: complains('high') }]);
  const log = async (id: string, query = '') =>
    (await api.ask(`/webhooks/${id}/deliveries${query}`, { key })).body;

  it('sends what happens from now on, thin and signed so that the library of others accepts it', async () => {
    await openCase('before');
    const { id, secret } = await add();
    await openCase('a');
    await api.ask('/cases/2/take', { key, json: { because: 'other' } });
    await run();
    const told = got.map(
      ({ body, headers }) =>
        new Webhook(secret).sign(
          headers['webhook-id'] ?? '',
          new Date(Number(headers['webhook-timestamp']) * 1_000),
          body,
        ) === headers['webhook-signature'] && JSON.parse(body),
    );
    expect(told).toMatchObject([
      { type: 'case.opened', data: { case: 'EH-2', kind: 'case_opened', brand: 'nordbahn' } },
      { type: 'case.updated', data: { case: 'EH-2', kind: 'taken' } },
    ]);
    expect(got.map(({ body }) => body).join('')).not.toMatch(/Private|program-/);
    await run();
    expect(got).toHaveLength(2);
    expect(await log(id)).toMatchObject({
      items: [{ type: 'case.updated', state: 'delivered', attempts: 1 }, { type: 'case.opened' }],
      next: null,
    });
  });

  it('sends only the events and brands that were asked for', async () => {
    await add({ events: ['case.opened'], brands: ['seeweg'] });
    await openCase('a');
    await openCase('b', 'seeweg');
    await api.ask('/cases/2/take', { key, json: { because: 'other' } });
    await run();
    expect(got.map(({ body }) => JSON.parse(body).data.case)).toEqual(['EH-2']);
  });

  it('sends nothing of danger or of complaints about staff but to whoever asked for it and may know of them', async () => {
    await add();
    expect(await add({ confidences: ['danger'] })).toMatchObject({ status: 403, code: 'not_cleared' });
    key = await api.key(['webhooks:write', 'danger:read']);
    await add({ confidences: ['danger'] });
    await commitPosts(api.db, [
      { id: 'a', at: 0, by: 'a', decision: { ...complains('critical'), danger: 'child' } as Decision },
      { id: 'b', at: 0, by: 'b', decision: complains('high', ['staff']) },
      { id: 'c', at: 0, by: 'c', decision: complains('high') },
    ]);
    await run();
    const told = got.map(({ body }) => JSON.parse(body).data.case);
    expect(told.filter((name) => name === 'EH-3')).toHaveLength(2);
    expect(new Set(told)).toEqual(new Set(['EH-1', 'EH-3']));
    expect(told).toHaveLength(3);
  });

  it('tries again later under the same id, and again when a person asks for it', async () => {
    const { id } = await add();
    await openCase('a');
    status = 500;
    await run(1);
    await run(1);
    expect(got).toHaveLength(1);
    expect((await log(id, '?state=pending')).items).toMatchObject([{ attempts: 1, lastError: 'http_500' }]);
    status = 204;
    await run(2);
    const { items } = await log(id);
    expect(items).toMatchObject([{ state: 'delivered', attempts: 2, lastError: null }]);
    const replayed = await api.ask(`/webhooks/${id}/deliveries/${items[0].id}/replay`, { key, json: {} });
    expect([replayed.status, replayed.body.state]).toEqual([202, 'pending']);
    await run(2);
    expect(new Set(got.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
    expect(new Set(got.map(({ body }) => body)).size).toBe(1);
    expect(got).toHaveLength(3);
  });

  it('stops where its receiver is gone, and goes on with what waited when a person says so', async () => {
    const { id } = await add();
    await openCase('a');
    await openCase('b');
    status = 410;
    await run();
    expect(got).toHaveLength(1);
    const [listed] = (await api.ask('/webhooks', { key })).body.items;
    expect(listed).toMatchObject({ id, reason: 'http_410', disabledAt: hour(1).toISOString() });
    status = 204;
    await run();
    expect(got).toHaveLength(1);
    expect((await api.ask(`/webhooks/${id}/resume`, { key, json: {} })).body.disabledAt).toBeNull();
    await run();
    expect((await log(id)).items.map(({ state }: { state: string }) => state)).toEqual([
      'delivered',
      'delivered',
    ]);
  });

  it('calls no address of the own network that is not allowed', async () => {
    const { id } = await add();
    await openCase('a');
    await run(1, []);
    expect(got).toEqual([]);
    expect((await log(id)).items).toMatchObject([{ state: 'pending', lastError: 'address_refused' }]);
  });

  it('signs with both secrets while receivers change to a new one, and with the new one alone after that', async () => {
    const { id, secret } = await add();
    const rotated = await api.ask(`/webhooks/${id}/rotate`, { key, json: { graceHours: 2 } });
    expect(rotated.body).toMatchObject({ id, formerUntil: hour(3).toISOString() });
    expect(rotated.body.secret).not.toBe(secret);
    const accepts = (by: string) => {
      const { body, headers } = got.at(-1) ?? { body: '', headers: {} };
      const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
      const mine = new Webhook(by).sign(headers['webhook-id'] ?? '', at, body);
      return (headers['webhook-signature'] ?? '').split(' ').includes(mine);
    };
    await openCase('a');
    await run(2);
    expect([accepts(secret), accepts(rotated.body.secret)]).toEqual([true, true]);
    await openCase('b');
    await run(3);
    expect([accepts(secret), accepts(rotated.body.secret)]).toEqual([false, true]);
    expect(JSON.stringify((await api.ask('/webhooks', { key })).body)).not.toContain('whsec_');
    expect((await api.ask(`/webhooks/${id}/rotate`, { key, json: { graceHours: 999 } })).status).toBe(400);
  });

  it('ends with its log, and what is not there cannot be asked about', async () => {
    const { id } = await add();
    await openCase('a');
    expect((await api.ask(`/webhooks/${id}`, { key, method: 'DELETE' })).status).toBe(200);
    await run();
    expect(got).toEqual([]);
    for (const [path, more] of [
      [`/webhooks/${id}/deliveries`, {}],
      [`/webhooks/${id}/resume`, { json: {} }],
      [`/webhooks/${id}/rotate`, { json: {} }],
      [`/webhooks/${id}/deliveries/1/replay`, { json: {} }],
    ] as const)
      expect((await api.ask(path, { key, ...more })).body).toMatchObject({
        status: 404,
        code: 'unknown_webhook',
      });
  });

  it('is for those who run the service, and keeps to the brands of whoever adds it', async () => {
    const kim = await api.key(['webhooks:write'], { person: 'kim' });
    expect((await api.ask('/webhooks', { key: kim, json: { url } })).status).toBe(403);
    const ops = await api.key(['webhooks:write'], { person: 'ops' });
    expect((await api.ask('/webhooks', { key: ops, json: { url, brands: ['nobody'] } })).status).toBe(404);
    expect((await api.ask('/webhooks', { key: ops, json: { url } })).status).toBe(201);
  });

  it.each([
    ['no address', { url: 'nowhere' }, 422],
    ['another scheme', { url: 'file:///etc/passwd' }, 422],
    ['a password', { url: 'https://a:b@example.com/' }, 422],
    ['an event that is none', { url: 'https://example.com/', events: ['author.followers'] }, 400],
    ['no event', { url: 'https://example.com/', events: [] }, 400],
  ])('refuses %s', async (_what, json, expected) => {
    expect((await api.ask('/webhooks', { key, json })).status).toBe(expected);
    expect((await api.ask('/webhooks', { key })).body.items).toEqual([]);
  });

  it('takes twenty and no more', async () => {
    for (let count = 0; count < 20; count += 1) await add();
    expect(await add()).toMatchObject({ status: 409, code: 'too_many_webhooks' });
  });
});
