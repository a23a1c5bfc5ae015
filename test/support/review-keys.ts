import { createPublicKey, generateKeyPairSync, type KeyObject, verify } from 'node:crypto';

/** Keys made for one run: no secret lies in the project. */
const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' });

const pem = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }) as string;

export const playKeyFile = JSON.stringify({
  type: 'service_account',
  project_id: 'velora',
  private_key_id: 'rsa-key-1',
  private_key: pem(rsa.privateKey),
  client_email: 'evenhand@velora.iam.gserviceaccount.com',
  token_uri: 'https://oauth2.googleapis.com/token',
});
export const applePrivateKey = pem(ec.privateKey);
export const appleKey = { keyId: '2X9R4HXF34', issuerId: '57246542-96fe-1a63-e053-0824d011072a' };

export interface Verified {
  readonly header: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** As the platform verifies it, with node's own cryptography; null: the signature is not the key's. */
const verified = (jwt: string, key: KeyObject, algorithm: 'RS256' | 'ES256'): Verified | null => {
  const [header = '', claims = '', signature = ''] = jwt.split('.');
  const signed = Buffer.from(`${header}.${claims}`);
  const options =
    algorithm === 'ES256' ? { key, dsaEncoding: 'ieee-p1363' as const } : { key: createPublicKey(key) };
  if (!verify('sha256', signed, options, Buffer.from(signature, 'base64url'))) return null;
  const read = (part: string) =>
    JSON.parse(Buffer.from(part, 'base64url').toString('utf8')) as Readonly<Record<string, unknown>>;
  return read(header).alg === algorithm ? { header: read(header), claims: read(claims) } : null;
};

export const verifiedByGoogle = (jwt: string): Verified | null => verified(jwt, rsa.privateKey, 'RS256');
export const verifiedByApple = (jwt: string): Verified | null => verified(jwt, ec.publicKey, 'ES256');
