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
