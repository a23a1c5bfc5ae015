/** Something to look for in bytes, made ready. */
export interface BytePattern {
  readonly signs: Uint8Array;
  /** How far to go on when this byte stands where the last one should. */
  readonly shifts: Uint8Array;
}

/** ASCII, at most 255 signs. */
export const bytePattern = (text: string): BytePattern => {
  const signs = new Uint8Array(Buffer.from(text, 'latin1'));
  const shifts = new Uint8Array(256).fill(signs.length);
  for (let i = 0; i < signs.length - 1; i += 1) shifts[signs[i] ?? 0] = signs.length - 1 - i;
  return { signs, shifts };
};

/**
 * Where the pattern begins, or -1 (Horspool 1980): the longer the pattern, the fewer bytes are looked at. `indexOf` of
 * strings looks at each quote of a line of JSON, and the one of buffers costs a call out of the engine.
 */
export const findBytes = (
  bytes: Uint8Array,
  { signs, shifts }: BytePattern,
  from: number,
  to: number,
): number => {
  const { length } = signs;
  const lastSign = signs[length - 1];
  for (let last = from + length - 1; last < to; ) {
    const byte = bytes[last] as number;
    if (byte === lastSign) {
      let i = length - 2;
      while (i >= 0 && bytes[last - length + 1 + i] === signs[i]) i -= 1;
      if (i < 0) return last - length + 1;
    }
    last += shifts[byte] as number;
  }
  return -1;
};
