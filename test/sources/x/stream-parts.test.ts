import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { afterTrouble, calmStream, mayOpen, waitAfter } from '../../../src/sources/x/stream-backoff.ts';
import { createLineDecoder } from '../../../src/sources/x/stream-lines.ts';

describe('lines of the stream', () => {
  it('are the same wherever the bytes are cut, in the middle of a character too', () => {
    const lines = fc.array(
      fc.string({ unit: 'binary' }).map((text) => text.toWellFormed().replaceAll('\r\n', '')),
    );
    fc.assert(
      fc.property(lines, fc.array(fc.nat(40), { maxLength: 60 }), (texts, cuts) => {
        const sound = texts.map((text) => text.replaceAll('\r', ''));
        const bytes = Buffer.from(sound.map((text) => `${text}\r\n`).join(''));
        const decoder = createLineDecoder();
        const heard: string[] = [];
        let at = 0;
        for (const length of cuts) {
          heard.push(...decoder.feed(bytes.subarray(at, at + length)));
          at += length;
        }
        heard.push(...decoder.feed(bytes.subarray(at)));
        // The decoder drops one byte order mark at the very beginning, as it must.
        expect(heard.join('\n').replace(/^\uFEFF/, '')).toBe(sound.join('\n').replace(/^\uFEFF/, ''));
      }),
    );
  });

  it('that never end do not fill the memory, and are told as one that cannot be read', () => {
    const decoder = createLineDecoder();
    const megabyte = Buffer.alloc(1_048_576, 'a');
    for (let n = 0; n < 10; n += 1) expect(decoder.feed(megabyte)).toEqual([]);
    expect(decoder.feed(Buffer.from('\r\nnext\r\n'))).toEqual(['(too long)', 'next']);
  });
});

describe('the three waits before the stream is opened again', () => {
  const waits = (kind: Parameters<typeof waitAfter>[0], times: number): number[] =>
    Array.from({ length: times }, (_, index) => waitAfter(kind, index + 1));

  it('grow by 250 ms up to 16 s where the connection broke', () => {
    const told = waits('broken', 80);
    expect(told.slice(0, 4)).toEqual([250, 500, 750, 1000]);
    expect(told.slice(62, 66)).toEqual([15_750, 16_000, 16_000, 16_000]);
  });

  it('double from 5 s up to 320 s where the platform answered with an error', () => {
    expect(waits('refused', 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 320, 320].map((s) => s * 1000));
  });

  it('double from a minute where it answered 429, and never end before its own reset', () => {
    expect(waits('limited', 6)).toEqual([60, 120, 240, 480, 900, 900].map((s) => s * 1000));
    const now = new Date('2026-11-20T12:00:00Z');
    const state = afterTrouble(calmStream, 'limited', { now, retryAfterMs: 300_000 });
    expect(state).toMatchObject({ openAt: '2026-11-20T12:05:00.000Z', waitMs: 300_000 });
    expect(mayOpen(state, new Date('2026-11-20T12:04:59Z'))).toBe(false);
    expect(mayOpen(state, new Date('2026-11-20T12:05:00Z'))).toBe(true);
  });

  it('begin anew when the stream fails in another way', () => {
    const now = new Date('2026-11-20T12:00:00Z');
    const twice = afterTrouble(afterTrouble(calmStream, 'broken', { now }), 'broken', { now });
    expect(twice).toMatchObject({ trouble: { kind: 'broken', times: 2 }, waitMs: 500 });
    expect(afterTrouble(twice, 'refused', { now }).waitMs).toBe(5_000);
  });
});
