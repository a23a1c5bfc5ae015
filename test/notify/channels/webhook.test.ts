import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { packageRoot } from '../../../src/lib/package-root.ts';
import { createSafeFetch } from '../../../src/lib/safe-fetch.ts';
import { UserError } from '../../../src/lib/user-error.ts';
import type { SendDeps } from '../../../src/notify/channels/channel.ts';
import { createWebhookChannel, parseSecret, sign } from '../../../src/notify/channels/webhook.ts';
import { freeze } from '../../../src/notify/freeze.ts';
import { at, caseAlert, contentOf, deadlineAlert, letter } from '../support/alerts.ts';
import { openReceiver, type Receiver } from '../support/receiver.ts';

const secretOf = (letterOfIt: string) => `whsec_${Buffer.from(letterOfIt.repeat(32)).toString('base64')}`;
const [oldSecret, newSecret] = [secretOf('a'), secretOf('b')];
const content = contentOf([caseAlert('EH-12')]);

let receiver: Receiver;
let abort: AbortController;
beforeEach(async () => {
  receiver = await openReceiver();
  abort = new AbortController();
});
afterEach(() => receiver.close());

const channel = (changes: { secrets?: readonly string[]; timeoutMs?: number; url?: string } = {}) =>
  createWebhookChannel({ name: 'hook', url: receiver.url, secrets: [oldSecret], ...changes });
const deps = (): SendDeps => ({ fetch, now: () => new Date(), signal: abort.signal });
const send = (to = channel()) => to.send(freeze(to, content, 'en'), deps());

describe('a webhook', () => {
  it('is verified by the library that receivers use', async () => {
    expect(await send()).toEqual({ kind: 'delivered' });
    const { body, headers } = receiver.received[0] ?? {};
    const payload = new Webhook(oldSecret).verify(String(body), headers as Record<string, string>);
    expect(payload).toMatchObject({
      type: 'case.opened',
      data: { turn: 1, alerts: [{ caseId: 'EH-12', severity: 'high' }] },
    });
    expect(headers?.['webhook-id']).toBe(content.id);
  });

  it('is signed with every secret while they are rotated', async () => {
    await send(channel({ secrets: [newSecret, oldSecret] }));
    const { body, headers } = receiver.received[0] ?? {};
    for (const secret of [oldSecret, newSecret]) {
      expect(new Webhook(secret).verify(String(body), headers as Record<string, string>)).toBeDefined();
    }
    expect(() =>
      new Webhook(secretOf('c')).verify(String(body), headers as Record<string, string>),
    ).toThrow();
  });

  it('repeats the same bytes under the same id', async () => {
    const to = channel();
    const frozen = freeze(to, content, 'de');
    receiver.reply = { status: 500 };
    expect(await to.send(frozen, deps())).toEqual({ kind: 'transient', reason: 'http_500' });
    receiver.reply = { status: 204 };
    expect(await to.send(frozen, deps())).toEqual({ kind: 'delivered' });
    const [first, second] = receiver.received;
    expect(second?.body.equals(first?.body ?? Buffer.alloc(0))).toBe(true);
    expect(second?.headers['webhook-id']).toBe(first?.headers['webhook-id']);
  });

  const path = join(packageRoot, '../shared/fixtures/standard-webhooks/vectors.json');
  const canSkip = !existsSync(path) && process.env.EVENHAND_SHARED !== 'required';
  (canSkip ? it.skip : it)(
    `matches the published vectors${canSkip ? ' (skipped, needs ../shared)' : ''}`,
    () => {
      const vectors = JSON.parse(readFileSync(path, 'utf8')) as readonly Vector[];
      expect(vectors.length).toBeGreaterThanOrEqual(4);
      for (const { secret, id, timestamp, payload, signature, valid } of vectors) {
        const made = sign(parseSecret(secret, 'hook'), { id, timestamp, body: Buffer.from(payload) });
        expect(made === signature).toBe(valid);
      }
    },
  );

  it.each(['whsec_', 'whsec_c2hvcnQ=', 'not-a-secret', `whsec_${Buffer.alloc(65).toString('base64')}`])(
    'refuses the secret %j in a sentence that does not quote it',
    (secret) => {
      const make = () => channel({ secrets: [secret] });
      expect(make).toThrow(UserError);
      expect(make).toThrow(/channel hook: the webhook secret must be/);
      if (secret !== 'whsec_') expect(make).not.toThrow(secret);
    },
  );
});

describe('the answer to a webhook', () => {
  it.each([
    [{ status: 202 }, { kind: 'delivered' }],
    [{ status: 410 }, { kind: 'permanent', reason: 'http_410', disables: true }],
    [{ status: 400 }, { kind: 'transient', reason: 'http_400' }],
    [
      { status: 301, headers: { location: '/elsewhere' } },
      { kind: 'transient', reason: 'http_301' },
    ],
    [{ status: 404 }, { kind: 'transient', reason: 'http_404' }],
    [{ status: 408 }, { kind: 'transient', reason: 'http_408' }],
    [{ status: 425 }, { kind: 'transient', reason: 'http_425' }],
    [
      { status: 429, headers: { 'retry-after': '120' } },
      { kind: 'transient', reason: 'http_429', retryAfterMs: 120_000 },
    ],
    [
      { status: 503, headers: { 'retry-after': 'soon' } },
      { kind: 'transient', reason: 'http_503' },
    ],
    [
      { status: 200, manner: 'drop' },
      { kind: 'transient', reason: 'network' },
    ],
    [{ status: 200, manner: 'endless' }, { kind: 'delivered' }],
  ] as const)('%j means %j', async (reply, delivery) => {
    receiver.reply = reply;
    expect(await send()).toEqual(delivery);
    expect(receiver.received).toHaveLength(1);
  });

  it('may name a date to come back', async () => {
    const now = new Date(at(0));
    receiver.reply = {
      status: 429,
      headers: { 'retry-after': new Date(now.getTime() + 90_000).toUTCString() },
    };
    const to = channel();
    const delivery = await to.send(freeze(to, content, 'en'), { ...deps(), now: () => now });
    expect(delivery).toEqual({ kind: 'transient', reason: 'http_429', retryAfterMs: 90_000 });
  });

  it('may never come: the attempt ends by itself', async () => {
    receiver.reply = { status: 200, manner: 'hang' };
    expect(await send(channel({ timeoutMs: 100 }))).toEqual({ kind: 'transient', reason: 'timeout' });
  });

  it('is not waited for when the process stops', async () => {
    receiver.reply = { status: 200, manner: 'hang' };
    setTimeout(() => abort.abort(), 50);
    expect(await send()).toEqual({ kind: 'transient', reason: 'stopped' });
  });

  it('waits for a person when the guard refuses the address, and loses nothing', async () => {
    const to = channel();
    const delivery = await to.send(freeze(to, content, 'en'), { ...deps(), fetch: createSafeFetch() });
    expect(delivery).toEqual({ kind: 'transient', reason: 'address_refused' });
    expect(receiver.received).toHaveLength(0);
  });
});

describe('the body of a webhook', () => {
  const read = (of: Parameters<ReturnType<typeof channel>['render']>[0]) =>
    JSON.parse(new TextDecoder().decode(channel().render(of, 'de'))) as {
      type: string;
      data: Record<string, unknown>;
    };

  it('names what happened', () => {
    expect(read(contentOf([deadlineAlert('EH-9')])).type).toBe('case.deadline_near');
    expect(read(contentOf([caseAlert('EH-1'), caseAlert('EH-2')])).type).toBe('alerts.grouped');
    expect(read(contentOf([caseAlert('EH-1')], { kind: 'catch_up' })).type).toBe('alerts.caught_up');
    const first = contentOf([caseAlert('EH-1'), caseAlert('EH-2')], { kind: 'catch_up', later: 2_998 });
    expect(read(first).data).toMatchObject({ later: 2_998 });
    expect(read(letter(['eins'])).type).toBe('digest.ready');
  });

  it('carries no text of a danger case, and masks the text of others once more', () => {
    const text = 'call me: 0170 1234567';
    const danger = read(contentOf([caseAlert('EH-1', { danger: 'child', excerpt: text })]));
    expect(danger.data.alerts).toMatchObject([{ danger: 'child', excerpt: null }]);
    expect(JSON.stringify(danger)).not.toContain('call me');
    const other = read(contentOf([caseAlert('EH-1', { excerpt: text })]));
    expect(other.data.alerts).toMatchObject([{ excerpt: 'call me: [Telefon]' }]);
  });
});

interface Vector {
  readonly secret: string;
  readonly id: string;
  readonly timestamp: number;
  readonly payload: string;
  readonly signature: string;
  readonly valid: boolean;
}
