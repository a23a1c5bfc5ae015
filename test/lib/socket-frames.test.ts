import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clientFrame, createFrameReader, SocketProtocolError } from '../../src/lib/socket-frames.ts';

const frame = (first: number, payload: Buffer): Buffer => {
  const { length } = payload;
  if (length < 126) return Buffer.concat([Buffer.from([first, length]), payload]);
  const head = Buffer.alloc(4);
  head[0] = first;
  head[1] = 126;
  head.writeUInt16BE(length, 2);
  return Buffer.concat([head, payload]);
};

/** A message in pieces, with a ping between them. */
const framesOf = (text: string, size: number): Buffer => {
  const bytes = Buffer.from(text);
  const frames: Buffer[] = [];
  for (let at = 0; at === 0 || at < bytes.length; at += size) {
    const isLast = at + size >= bytes.length;
    frames.push(frame((isLast ? 0x80 : 0) | (at === 0 ? 1 : 0), bytes.subarray(at, at + size)));
    frames.push(frame(0x89, Buffer.from('p')));
  }
  return Buffer.concat(frames);
};

const messagesOf = (all: Buffer, cuts: readonly number[]): readonly string[] => {
  const read = createFrameReader(1_000_000);
  const places = [...new Set([0, ...cuts.map((cut) => cut % (all.length + 1)), all.length])].sort(
    (a, b) => a - b,
  );
  return places
    .slice(1)
    .flatMap((end, i) =>
      read(all.subarray(places[i], end)).flatMap((one) =>
        one.kind === 'message' ? [one.bytes.toString('utf8')] : [],
      ),
    );
};

describe('the frames of a web socket', () => {
  it('give the same messages wherever the bytes are cut', () => {
    const texts = fc.array(
      fc.tuple(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 1, max: 400 })),
      {
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(texts, fc.array(fc.nat()), (sent, cuts) => {
        const all = Buffer.concat(sent.map(([text, size]) => framesOf(text, size)));
        expect(messagesOf(all, cuts)).toEqual(sent.map(([text]) => text));
      }),
    );
  });

  it('give the same message when cut at every byte', () => {
    const all = framesOf('süß 🔥 日本語 '.repeat(20), 61);
    const cuts = Array.from({ length: all.length }, (_, i) => i);
    expect(messagesOf(all, cuts)).toEqual(['süß 🔥 日本語 '.repeat(20)]);
  });

  it.each([
    ['masked by the server', Buffer.from([0x81, 0x81, 1, 2, 3, 4, 5])],
    ['of a reserved kind', Buffer.from([0x83, 0])],
    ['packed, though nobody agreed on it', Buffer.from([0xc1, 0])],
    ['a ping in pieces', Buffer.from([0x09, 0])],
    ['a rest without a beginning', Buffer.from([0x80, 0])],
    ['a second beginning', Buffer.concat([frame(0x01, Buffer.from('a')), frame(0x81, Buffer.from('b'))])],
    ['longer than is taken', frame(0x81, Buffer.alloc(2_000))],
    ['longer in its pieces', Buffer.concat([frame(0x01, Buffer.alloc(800)), frame(0x80, Buffer.alloc(800))])],
  ])('are refused when one is %s', (_, bytes) => {
    expect(() => createFrameReader(1_000)(bytes)).toThrow(SocketProtocolError);
  });

  it('tell why the server says good-bye', () => {
    const [close] = createFrameReader(1_000)(frame(0x88, Buffer.from([0x03, 0xf4, 0x73, 0x6f])));
    expect(close).toEqual({ kind: 'close', code: 1012, reason: 'so' });
  });

  it('of a client are masked', () => {
    const sent = clientFrame('pong', Buffer.from('ab'), Buffer.from([1, 2, 3, 4]));
    expect([...sent]).toEqual([0x8a, 0x82, 1, 2, 3, 4, 0x61 ^ 1, 0x62 ^ 2]);
  });
});
