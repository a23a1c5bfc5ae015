import { importPKCS8, SignJWT } from 'jose';

export interface SigningKey {
  readonly algorithm: 'RS256' | 'ES256';
  /** PEM, PKCS #8. */
  readonly privateKey: string;
  readonly keyId: string | null;
}

export interface Claims {
  readonly issuer: string;
  readonly audience: string;
  readonly scope?: string;
  readonly lastsS: number;
}

/** A token that proves who asks, signed here; the key never leaves the process. */
export const signJwt = async (key: SigningKey, claims: Claims, now: Date): Promise<string> => {
  const { algorithm, privateKey, keyId } = key;
  const at = Math.floor(now.getTime() / 1000);
  return new SignJWT(claims.scope === undefined ? {} : { scope: claims.scope })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', ...(keyId === null ? {} : { kid: keyId }) })
    .setIssuer(claims.issuer)
    .setAudience(claims.audience)
    .setIssuedAt(at)
    .setExpirationTime(at + claims.lastsS)
    .sign(await importPKCS8(privateKey, algorithm));
};

/** A token lives as long as the process: it is a secret, and no part of a cursor. */
export interface HeldToken {
  token: string | null;
  expiresAtMs: number;
}

export const newHeldToken = (): HeldToken => ({ token: null, expiresAtMs: 0 });

/** Before its end, so that no request meets it. */
const MARGIN_MS = 60_000;

export const heldToken = async (
  held: HeldToken,
  now: Date,
  make: () => Promise<{ readonly token: string; readonly lastsS: number }>,
): Promise<string> => {
  if (held.token !== null && now.getTime() < held.expiresAtMs - MARGIN_MS) return held.token;
  const { token, lastsS } = await make();
  held.token = token;
  held.expiresAtMs = now.getTime() + lastsS * 1000;
  return token;
};
