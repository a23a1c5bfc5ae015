import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** `evh_` + eight hex digits that name the key + `_` + 256 random bits: high entropy, so that a plain hash keeps it. */
export interface NewKey {
  readonly id: string;
  /** Shown once. */
  readonly key: string;
  readonly hash: Buffer;
}

export const makeKey = (): NewKey => {
  const id = randomBytes(4).toString('hex');
  const key = `evh_${id}_${randomBytes(32).toString('base64url')}`;
  return { id, key, hash: hashKey(key) };
};

/** SHA-256 of the whole key. */
export const hashKey = (key: string): Buffer => createHash('sha256').update(key).digest();

/** The name inside a key that could be one of ours; null: it could not. */
export const keyIdOf = (key: string): string | null => {
  const [, id] = /^evh_([0-9a-f]{8})_[\w-]{43}$/.exec(key) ?? [];
  return id ?? null;
};

export const isSameHash = (a: Uint8Array, b: Uint8Array): boolean =>
  a.byteLength === b.byteLength && timingSafeEqual(a, b);
