import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { HookDelivery, Sink } from '../../../src/notify/sinks/sink.ts';
import { kinds } from '../../support/sinks/kinds.ts';

const secret = 'a-secret-of-the-hook';
const now = new Date('2026-11-20T09:00:00Z');

describe.each(kinds.map((kind) => [kind.name, kind] as const))('a bell of %s', (_name, kind) => {
  const sink: Sink = kind.connect({ baseUrl: 'http://127.0.0.1:1' } as never);
  const rung = (at = now, how = secret): HookDelivery =>
    kind.ring('1007', { secret: how, at, delivery: 'd-1' });
  const heard = (delivery: HookDelivery, at = now) => sink.parseWebhook(delivery, secret, at);

  it('names its ticket and its delivery', () => {
    expect(heard(rung())).toMatchObject({ kind: 'rung', ticket: '1007', id: expect.stringContaining('d-1') });
  });

  it('is refused without its signature, and with that of another secret', () => {
    expect(heard({ ...rung(), headers: {} })).toEqual({ kind: 'refused', why: 'unsigned' });
    expect(heard(rung(now, 'another-secret-of-hooks'))).toEqual({ kind: 'refused', why: 'forged' });
  });

  it('is refused when one sign of the signature is another, or of what it signs', () => {
    const good = rung();
    const names = Object.keys(good.headers).filter((name) => /signature|secret/.test(name));
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), (name, place) => {
        const value = good.headers[name] ?? '';
        const at = place % value.length;
        const changed = value.slice(0, at) + (value[at] === 'A' ? 'B' : 'A') + value.slice(at + 1);
        // The last sign of base64 and the case of hex may say the same.
        fc.pre(changed.toLowerCase() !== value.toLowerCase() && at < value.length - 2);
        expect(heard({ ...good, headers: { ...good.headers, [name]: changed } }).kind).toBe('refused');
      }),
    );
    if (kind.name === 'freshdesk') return;
    const other = Buffer.from(good.body.toString().replace('1007', '1008'));
    expect(heard({ ...good, body: other })).toEqual({ kind: 'refused', why: 'forged' });
  });

  it('is refused when it was recorded more than five minutes ago, where it tells a time', () => {
    const later = new Date(now.getTime() + 301_000);
    expect(heard(rung(), later).kind).toBe(kind.tellsTime ? 'refused' : 'rung');
    expect(heard(rung(), new Date(now.getTime() + 299_000)).kind).toBe('rung');
  });

  it('breaks at no body', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        expect(heard({ headers: rung().headers, body: Buffer.from(bytes) }).kind).toBe('refused');
      }),
    );
  });
});
