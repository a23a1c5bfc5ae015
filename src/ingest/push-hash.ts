import { createHash } from 'node:crypto';

/** 32 hex digits that stand for a pushed post, a request's id or its body; the record holds none of them themselves. */
export const pushHash = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(`${part.length}:`).update(part);
  return hash.digest('hex').slice(0, 32);
};
