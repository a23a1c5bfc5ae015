import { describe, expect, it } from '@jest/globals';
import { isIdeographOrSyllable } from '../../src/lib/ideographs.ts';

describe('ideographs and syllables', () => {
  it('are letters that neither case nor compatibility changes, so that tables need not ask', () => {
    const chars = Array.from({ length: 0x1_0000 }, (_, code) => code)
      .filter(isIdeographOrSyllable)
      .map((code) => String.fromCharCode(code));
    expect(chars).toHaveLength(6_592 + 20_992 + 11_172);
    const isPlain = (char: string): boolean =>
      /^\p{L}$/u.test(char) &&
      char.normalize('NFKC') === char &&
      char.toLowerCase() === char &&
      char.toUpperCase() === char &&
      !/^[a-z]{2,}$/i.test(char.normalize('NFKD'));
    expect(chars.filter((char) => !isPlain(char))).toEqual([]);
  });
});
