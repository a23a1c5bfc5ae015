import { createHmac } from 'node:crypto';

/**
 * What the record keeps of an identifier that came from the company's systems: most customers there never complained
 * in public. The same identifier under the key of this installation gives the same 32 hex digits.
 */
export const identifierHash = (key: string, identifier: string): string =>
  createHmac('sha256', key).update(`identifier\n${identifier}`).digest('hex').slice(0, 32);

/** By which a contact is known again; the log's own name of it may hold the number, and so may one made of its line. */
export const contactName = (key: string, externalId: string): string =>
  createHmac('sha256', key).update(`contact\n${externalId}`).digest('hex').slice(0, 32);
