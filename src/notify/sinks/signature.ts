import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** Peers' convention, facts/peers.md 4: at most five minutes between the clocks. */
const skewMs = 300_000;

/** Whether the time of a signature, unix seconds, milliseconds or ISO 8601, lies near enough. */
export const isFresh = (written: string, now: Date): boolean => {
  const at = /^\d{9,11}$/.test(written)
    ? Number(written) * 1_000
    : /^\d{12,14}$/.test(written)
      ? Number(written)
      : Date.parse(written);
  return Number.isFinite(at) && Math.abs(now.getTime() - at) <= skewMs;
};

interface Signed {
  readonly method: 'sha1' | 'sha256';
  readonly secret: string;
  /** What stands before the body. */
  readonly before?: string;
  readonly body: Buffer;
}

export const isSigned = (told: Buffer, { method, secret, before = '', body }: Signed): boolean => {
  const right = createHmac(method, secret).update(before).update(body).digest();
  return told.length === right.length && timingSafeEqual(told, right);
};

/** `sha256=6f…`, as WebSub writes it; of another method it is empty, and fits nothing. */
export const hexOf = (header: string | undefined, method: 'sha1' | 'sha256'): Buffer => {
  const [, written] = new RegExp(`^${method}=([0-9a-f]+)$`, 'i').exec(header?.trim() ?? '') ?? [];
  return Buffer.from(written ?? '', 'hex');
};

export const isSameSecret = (told: string, right: string): boolean =>
  timingSafeEqual(hashOf(told), hashOf(right));

/** Names a delivery that bears no id of its own. */
export const idOfBody = (body: Buffer): string =>
  createHash('sha256').update(body).digest('hex').slice(0, 40);

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest();

export const parsedBody = (body: Buffer): unknown => {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
};
