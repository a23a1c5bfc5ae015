import { describe, expect, it } from '@jest/globals';
import { createFreshBatches } from '../../workers/fresh-batches.ts';

describe('batches that this process has just packed', () => {
  it('are given away once', () => {
    const fresh = createFreshBatches();
    const payload = Buffer.from('packed');
    fresh.keep('a', payload);
    expect(fresh.take('a')).toBe(payload);
    expect(fresh.take('a')).toBeNull();
    expect(fresh.take('never')).toBeNull();
  });

  it('never hold more bytes than they may: the oldest are read from the inbox', () => {
    const fresh = createFreshBatches(100);
    for (const id of ['a', 'b', 'c']) fresh.keep(id, Buffer.alloc(40));
    expect(fresh.take('a')).toBeNull();
    expect(fresh.take('c')?.length).toBe(40);
    fresh.keep('d', Buffer.alloc(60));
    expect(fresh.take('b')?.length).toBe(40);
    fresh.keep('too large', Buffer.alloc(101));
    expect(['d', 'too large'].map((id) => fresh.take(id))).toEqual([null, null]);
  });
});
