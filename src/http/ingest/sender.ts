import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** How a sender proves who it is. A sender with a signature of its own is not let in by the token of all. */
export type Sender = TokenSender | StandardSender | HmacSender;

export interface TokenSender {
  readonly kind: 'token';
  readonly token: string;
}

/** standardwebhooks.com, version 1. */
export interface StandardSender {
  readonly kind: 'standard-webhooks';
  /** `whsec_` and base64. */
  readonly secret: string;
}

/** HMAC-SHA256 of the body, or of `timestamp.body`, in hex or base64. Header names are lower-case. */
export interface HmacSender {
  readonly kind: 'hmac';
  readonly secret: string;
  readonly signatureHeader: string;
  /** null: the sender tells no time, and there is no window; what is sent again is known by its key. */
  readonly timestampHeader: string | null;
  readonly idHeader: string | null;
}

/** Standard Webhooks asks receivers for a tolerance; its libraries take five minutes either way. */
export const toleranceMs = 300_000;

/** Why a request is refused before its body is read; null: it may be read. */
export const refuseUnread = (sender: Sender, headers: IncomingHttpHeaders, now: Date): string | null => {
  if (sender.kind === 'token')
    return isSame(sha256(bearerOf(headers)), sha256(sender.token))
      ? null
      : 'the bearer token is missing or wrong';
  const { signature, timestamp, id } = namesOf(sender);
  const missing = [signature, timestamp, sender.kind === 'hmac' ? null : id].filter(
    (name) => name !== null && textOf(headers, name) === '',
  );
  if (missing.length === 1) return `the header ${missing[0]} is missing`;
  if (missing.length > 1) return `the headers ${missing.join(' and ')} are missing`;
  return timestamp === null ? null : refuseTime(textOf(headers, timestamp), timestamp, now);
};

/** Why a request is refused once its body is there, byte by byte as it came; null: it is the sender's. */
export const refuseRead = (sender: Sender, headers: IncomingHttpHeaders, body: Uint8Array): string | null => {
  if (sender.kind === 'token') return null;
  const { signature, timestamp, id } = namesOf(sender);
  const at = timestamp === null ? '' : `${textOf(headers, timestamp)}.`;
  const signed = sender.kind === 'hmac' ? at : `${textOf(headers, id ?? '')}.${at}`;
  const expected = createHmac('sha256', keyOf(sender)).update(signed).update(body).digest();
  return signaturesIn(sender, textOf(headers, signature)).some((told) => isSame(told, expected))
    ? null
    : 'the signature does not fit the body: check the secret, and that the body is signed as it is sent';
};

/**
 * What names the request, so that it counts once: its id, or, of a sender that tells neither id nor time, its very
 * body. null: a request of the same bytes is another one.
 */
export const keyOfRequest = (
  sender: Sender,
  headers: IncomingHttpHeaders,
  hashBody: () => string,
): string | null => {
  const name = sender.kind === 'token' ? 'idempotency-key' : namesOf(sender).id;
  const told = name === null ? '' : textOf(headers, name);
  if (told !== '') return told;
  return sender.kind === 'hmac' && sender.timestampHeader === null ? `body ${hashBody()}` : null;
};

const namesOf = (sender: StandardSender | HmacSender) =>
  sender.kind === 'standard-webhooks'
    ? { signature: 'webhook-signature', timestamp: 'webhook-timestamp', id: 'webhook-id' }
    : { signature: sender.signatureHeader, timestamp: sender.timestampHeader, id: sender.idHeader };

const textOf = (headers: IncomingHttpHeaders, name: string): string => {
  const value = headers[name];
  return (Array.isArray(value) ? value.join(', ') : (value ?? '')).trim();
};

const refuseTime = (told: string, name: string, now: Date): string | null => {
  if (!/^\d{1,12}$/.test(told)) return `the header ${name} is not a time in unix seconds`;
  const offMs = Math.abs(now.getTime() - Number(told) * 1_000);
  return offMs <= toleranceMs
    ? null
    : `the request was signed more than ${toleranceMs / 60_000} minutes away from this server's clock: sign it anew, and check both clocks`;
};

const keyOf = (sender: StandardSender | HmacSender): Buffer =>
  sender.kind === 'hmac'
    ? Buffer.from(sender.secret, 'utf8')
    : Buffer.from(sender.secret.replace(/^whsec_/, ''), 'base64');

/** Standard Webhooks: several with spaces between them, while secrets are rotated. Others: one, perhaps after `sha256=`. */
const signaturesIn = (sender: StandardSender | HmacSender, told: string): readonly Buffer[] => {
  if (sender.kind === 'standard-webhooks')
    return told
      .split(/\s+/)
      .flatMap((one) => (one.startsWith('v1,') ? [Buffer.from(one.slice(3), 'base64')] : []));
  const value = told.replace(/^(?:sha256|v1)=/i, '');
  return [Buffer.from(value, /^[0-9a-f]{64}$/i.test(value) ? 'hex' : 'base64')];
};

const bearerOf = (headers: IncomingHttpHeaders): string =>
  /^Bearer (.+)$/i.exec(headers.authorization ?? '')?.[1] ?? '';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

const isSame = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
