import { createPrivateKey } from 'node:crypto';

/** A private key in PKCS #8, as it stands in a variable of the environment: its lines may be written `\n`, or all of it as base64. */
export const pemOf = (written: string): string => {
  const text = decoded(written).replaceAll('\\n', '\n').trim();
  return `${text}\n`;
};

/** Whether it is a key of the kind that an algorithm signs with; never says what stands in it. */
export const isPrivateKey = (written: string, kind: 'ec' | 'rsa'): boolean => {
  try {
    const pem = pemOf(written);
    return pem.startsWith('-----BEGIN PRIVATE KEY-----') && createPrivateKey(pem).asymmetricKeyType === kind;
  } catch {
    return false;
  }
};

export interface ServiceAccount {
  readonly clientEmail: string;
  readonly privateKey: string;
  readonly keyId: string | null;
}

/** The file of a Google service account, its JSON as it is or as base64; null: it is none. */
export const serviceAccountOf = (written: string): ServiceAccount | null => {
  const parsed = jsonOf(decoded(written));
  if (parsed === null) return null;
  const { client_email: clientEmail, private_key: privateKey, private_key_id: keyId } = parsed;
  if (typeof clientEmail !== 'string' || typeof privateKey !== 'string') return null;
  if (!isPrivateKey(privateKey, 'rsa')) return null;
  return { clientEmail, privateKey: pemOf(privateKey), keyId: typeof keyId === 'string' ? keyId : null };
};

const decoded = (written: string): string =>
  /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(written) ? Buffer.from(written, 'base64').toString('utf8') : written;

const jsonOf = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : null;
  } catch {
    return null;
  }
};
