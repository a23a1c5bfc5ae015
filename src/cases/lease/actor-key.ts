import { createHmac } from 'node:crypto';

/** The pseudonym under which skips and receipts are kept: the same for the same person, and nobody's without the key. */
export const actorKey = (instanceKey: string, name: string): string =>
  createHmac('sha256', instanceKey).update(`actor\n${name}`).digest('hex').slice(0, 16);
