import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseUrl } from '../../src/lib/parse-url.ts';

describe('an address', () => {
  it('is read as the standard reads it, or is none, and nothing throws', () => {
    fc.assert(
      fc.property(fc.oneof(fc.webUrl(), fc.string({ unit: 'binary' })), (address) => {
        let expected: string | null = null;
        try {
          expected = new URL(address, 'https://forum.example/a/').href;
        } catch {}
        expect(parseUrl(address, 'https://forum.example/a/')?.href ?? null).toBe(expected);
      }),
    );
  });

  it('is none in the bytes of another encoding, however often it is asked for', () => {
    const address = `http://${Buffer.from('１２７.０.０.１').toString('latin1')}:8080/`;
    const answers = new Set(Array.from({ length: 20_000 }, () => parseUrl(address)));
    expect([...answers]).toEqual([null]);
  });
});
