import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import {
  type HmacSender,
  keyOfRequest,
  refuseRead,
  refuseUnread,
  type StandardSender,
  toleranceMs,
} from '../../../src/http/ingest/sender.ts';
import { itWithShared } from '../../sources/x/with-shared.ts';

const now = new Date('2026-11-21T12:00:00Z');
const seconds = String(now.getTime() / 1_000);
const standard: StandardSender = {
  kind: 'standard-webhooks',
  secret: `whsec_${Buffer.from('0123456789abcdef01234567').toString('base64')}`,
};
const hmac: HmacSender = {
  kind: 'hmac',
  secret: 'a secret of our own',
  signatureHeader: 'x-signature',
  timestampHeader: 'x-time',
  idHeader: 'x-id',
};
const body = Buffer.from('{"text":"The lamp is broken – schon wieder"}');

const signed = (id: string, text: Uint8Array, at = now): Record<string, string> => ({
  'webhook-id': id,
  'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)),
  'webhook-signature': new Webhook(standard.secret).sign(id, at, Buffer.from(text).toString('utf8')),
});

describe('a sender with Standard Webhooks', () => {
  it('is known by what the reference library signs', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.string({ unit: 'grapheme' }), (id, text) => {
        const bytes = Buffer.from(text, 'utf8');
        const headers = signed(id, bytes);
        expect(refuseUnread(standard, headers, now)).toBeNull();
        expect(refuseRead(standard, headers, bytes)).toBeNull();
        expect(refuseRead(standard, headers, Buffer.concat([bytes, Buffer.from(' ')]))).toMatch(
          /does not fit/,
        );
        expect(refuseRead(standard, { ...headers, 'webhook-id': `${id}x` }, bytes)).toMatch(/does not fit/);
        const later = { ...headers, 'webhook-timestamp': String(Number(seconds) + 1) };
        expect(refuseRead(standard, later, bytes)).toMatch(/does not fit/);
      }),
    );
  });

  itWithShared('is judged as the published vectors are', () => {
    const path = new URL('../../../../shared/fixtures/standard-webhooks/vectors.json', import.meta.url);
    const vectors = JSON.parse(readFileSync(path, 'utf8')) as {
      secret: string;
      id: string;
      timestamp: number;
      payload: string;
      signature: string;
      valid: boolean;
    }[];
    expect(vectors.length).toBeGreaterThanOrEqual(4);
    for (const { secret, id, timestamp, payload, signature, valid } of vectors) {
      const headers = {
        'webhook-id': id,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature,
      };
      const sender = { kind: 'standard-webhooks', secret } as const;
      expect(refuseRead(sender, headers, Buffer.from(payload)) === null).toBe(valid);
    }
  });

  it('may send several signatures while its secret is changed', () => {
    const headers = signed('msg_1', body);
    const rotated = { ...headers, 'webhook-signature': `v1,AAAA v2,b ${headers['webhook-signature']}` };
    expect(refuseRead(standard, rotated, body)).toBeNull();
    expect(refuseRead(standard, { ...headers, 'webhook-signature': '' }, body)).toMatch(/does not fit/);
  });

  it('is refused outside of five minutes either way, and without a header, before its body is read', () => {
    const at = (ms: number) =>
      refuseUnread(standard, signed('msg_1', body, new Date(now.getTime() + ms)), now);
    expect([at(toleranceMs), at(-toleranceMs)]).toEqual([null, null]);
    for (const ms of [toleranceMs + 1_000, -toleranceMs - 1_000])
      expect(at(ms)).toMatch(/more than 5 minutes away/);
    expect(refuseUnread(standard, {}, now)).toBe(
      'the headers webhook-signature and webhook-timestamp and webhook-id are missing',
    );
    const odd = { ...signed('msg_1', body), 'webhook-timestamp': '2026-11-21' };
    expect(refuseUnread(standard, odd, now)).toMatch(/not a time in unix seconds/);
  });
});

describe('a sender with an HMAC of its own', () => {
  const sign = (text: string, encoding: 'hex' | 'base64') =>
    createHmac('sha256', hmac.secret).update(text).update(body).digest(encoding);

  it.each([
    ['hex', sign(`${seconds}.`, 'hex')],
    ['base64', sign(`${seconds}.`, 'base64')],
    ['prefixed', `sha256=${sign(`${seconds}.`, 'hex')}`],
  ])('signs the time and the body, %s', (_, signature) => {
    const headers = { 'x-signature': signature, 'x-time': seconds };
    expect(refuseUnread(hmac, headers, now)).toBeNull();
    expect(refuseRead(hmac, headers, body)).toBeNull();
    expect(refuseRead(hmac, { ...headers, 'x-time': '1' }, body)).toMatch(/does not fit/);
    expect(refuseUnread(hmac, { ...headers, 'x-time': '1' }, now)).toMatch(/more than 5 minutes/);
    expect(refuseUnread(hmac, { 'x-signature': signature }, now)).toBe('the header x-time is missing');
  });

  const hashBody = () => 'abc';
  it('may sign the body alone, and is known again by the body then', () => {
    const timeless = { ...hmac, timestampHeader: null, idHeader: null };
    const headers = { 'x-signature': `sha256=${sign('', 'hex')}` };
    expect(refuseUnread(timeless, headers, now)).toBeNull();
    expect(refuseRead(timeless, headers, body)).toBeNull();
    expect(keyOfRequest(timeless, headers, hashBody)).toBe('body abc');
    expect(keyOfRequest({ ...timeless, idHeader: 'x-id' }, { 'x-id': '7' }, hashBody)).toBe('7');
    expect(keyOfRequest(hmac, headers, hashBody)).toBeNull();
    expect(keyOfRequest(standard, signed('msg_1', body), hashBody)).toBe('msg_1');
    const token = { kind: 'token', token: 'secret' } as const;
    expect(keyOfRequest(token, { 'idempotency-key': 'k' }, hashBody)).toBe('k');
    expect(keyOfRequest(token, {}, hashBody)).toBeNull();
  });

  it('is never let in by chance', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (signature, time) => {
        expect(refuseRead(hmac, { 'x-signature': signature, 'x-time': time }, body)).not.toBeNull();
      }),
    );
  });
});
