import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { recordedReaders } from '../../../src/sources/recorded/readers.ts';

describe.each(Object.entries(recordedReaders))('the reader of recorded %s traffic', (_, createReader) => {
  it('never throws, whatever a line holds', () => {
    const read = createReader();
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const { events, refused } = read(value);
        expect(events).toEqual([]);
        for (const reason of refused) expect(reason).not.toBe('');
      }),
    );
  });
});

describe('what recorded traffic holds beside posts', () => {
  const like = {
    did: 'did:plc:a',
    time_us: 1,
    kind: 'commit',
    commit: { rev: 'a', operation: 'create', collection: 'app.bsky.feed.like', rkey: 'a', record: {} },
  };
  it.each([
    ['x', { meta: { result_count: 0 } }],
    ['bluesky', like],
    ['mastodon', []],
    ['mastodon', { event: 'notification', payload: '{}' }],
    ['reddit', { kind: 'Listing', data: { children: [] } }],
    ['reddit', [{ kind: 't2', data: { name: 't2_a' } }]],
  ] as const)('is passed over by name, and no fault: %s %j', (platform, value) => {
    expect(recordedReaders[platform]()(value)).toEqual({
      events: [],
      refused: [],
      passedOver: ['a line without a post'],
    });
  });

  it.each([
    ['x', { id: '1', title_of_ours: 'a' }],
    ['bluesky', { data: [] }],
    ['mastodon', { data: [] }],
    ['reddit', { data: [{ id: '1', text: 'of X' }] }],
  ] as const)('is not what another platform sends: %s %j', (platform, value) => {
    const { events, refused } = recordedReaders[platform]()(value);
    expect([events, refused.length]).toEqual([[], 1]);
  });
});
