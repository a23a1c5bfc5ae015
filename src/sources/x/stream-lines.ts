export interface LineDecoder {
  /** The lines that these bytes complete; an empty one is a sign of life. */
  feed(bytes: Uint8Array): readonly string[];
}

/** Longer than any post with all that comes along; a line without end must not fill the memory. */
const MAX_LENGTH = 4 * 1_048_576;

/** Lines from bytes that may be cut anywhere, in the middle of a character too: `\r\n` ends one, a lone `\n` may be part of none. */
export const createLineDecoder = (): LineDecoder => {
  const decoder = new TextDecoder();
  let rest = '';
  let isTooLong = false;
  return {
    feed: (bytes) => {
      rest += decoder.decode(bytes, { stream: true });
      const lines = rest.split('\r\n');
      rest = lines.pop() ?? '';
      if (isTooLong && lines.length > 0) {
        lines[0] = CUT;
        isTooLong = false;
      }
      if (rest.length > MAX_LENGTH) {
        isTooLong = true;
        rest = '';
      }
      return lines;
    },
  };
};

/** Stands for a line that was too long: it is no JSON, and so is told as one that cannot be read. */
const CUT = '(too long)';
