import { createHmac, timingSafeEqual } from 'node:crypto';

/** WebSub 7.1: `X-Hub-Signature: method=hex`, an HMAC of the body as it came, by one of these. */
const METHODS = /^(sha1|sha256|sha384|sha512)=([0-9a-f]+)$/i;

export const isSignedByHub = (secret: string, header: string | undefined, body: Buffer): boolean => {
  const [, method, written] = METHODS.exec(header?.trim() ?? '') ?? [];
  if (method === undefined || written === undefined) return false;
  const told = Buffer.from(written, 'hex');
  const right = createHmac(method.toLowerCase(), secret).update(body).digest();
  return told.length === right.length && timingSafeEqual(told, right);
};
