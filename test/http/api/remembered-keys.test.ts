import { describe, expect, it } from '@jest/globals';
import { createRememberedKeys } from '../../../src/http/api/access/remembered-keys.ts';
import { hour } from '../../cases/fold-samples.ts';

const key = {
  id: 'abcdefgh',
  name: 'helpdesk',
  person: null,
  scopes: ['cases:read'],
  createdAt: hour(0),
  createdBy: 'ops',
  expiresAt: null,
  revokedAt: null,
  lastUsedOn: null,
  hash: Buffer.from('hash'),
};

describe('keys that are remembered', () => {
  it('are remembered for a second from the look at the database, however often they are used', () => {
    let now = 0;
    const keys = createRememberedKeys(() => now);
    keys.note(key);
    for (now = 0; now < 1_000; now += 100) expect(keys.find(key.id)).toBe(key);
    expect([keys.find(key.id), keys.find('other')]).toEqual([null, null]);
  });
});
