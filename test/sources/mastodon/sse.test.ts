import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { createSseDecoder } from '../../../src/sources/mastodon/sse.ts';

const wire =
  ':)\nevent: update\ndata: {"text":"Zug fällt aus 🚆"}\n\n:thump\nevent: delete\r\ndata: 12\r\n\r\ndata: a\ndata: b\n\n';
const told = [
  { event: 'update', data: '{"text":"Zug fällt aus 🚆"}' },
  { event: 'delete', data: '12' },
  { event: '', data: 'a\nb' },
];

describe('server-sent events', () => {
  it('are the same wherever the bytes are cut', () => {
    const bytes = Buffer.from(wire);
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat({ max: bytes.length }), { maxLength: 12 }), (cuts) => {
        const decoder = createSseDecoder();
        const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
        const events = places
          .slice(1)
          .flatMap((end, index) => decoder.feed(bytes.subarray(places[index], end)));
        expect(events).toEqual(told);
      }),
    );
    const decoder = createSseDecoder();
    expect([...bytes].flatMap((byte) => decoder.feed(Buffer.from([byte])))).toEqual(told);
  });

  it('never fill the memory with a line that does not end', () => {
    const decoder = createSseDecoder();
    for (let n = 0; n < 64; n += 1) decoder.feed(Buffer.alloc(65_536, 'x'));
    expect(decoder.feed(Buffer.from('\n\nevent: delete\ndata: 1\n\n'))).toEqual([
      { event: 'delete', data: '1' },
    ]);
  });
});
