/** A line of a file; `bytes` is null when it is longer than may be held. */
export interface FileLine {
  /** Counted from 1. */
  readonly line: number;
  /** Byte after the line and its end. */
  readonly end: number;
  readonly bytes: Buffer | null;
}

/** Longer than this, a line is refused without being loaded. */
export const maxLineBytes = 1_048_576;

const newline = 0x0a;

export interface LineSplitter {
  feed(chunk: Buffer): Generator<FileLine>;
  /** The last line when the file does not end with a line end. */
  end(): FileLine | null;
}

/** Cuts chunks into lines, from a byte at the beginning of a line; `line` counts those before it. */
export const createLineSplitter = (
  start: { byte: number; line: number },
  maxBytes = maxLineBytes,
): LineSplitter => {
  let { byte, line } = start;
  let carried: Buffer[] = [];
  let carriedBytes = 0;
  const carry = (rest: Buffer): void => {
    carriedBytes += rest.length;
    if (carriedBytes > maxBytes) carried = [];
    else if (rest.length > 0) carried.push(rest);
  };
  const take = (last: Buffer): Buffer | null => {
    const isTooLong = carriedBytes + last.length > maxBytes;
    const whole = carriedBytes === 0 ? last : Buffer.concat([...carried, last]);
    carried = [];
    carriedBytes = 0;
    return isTooLong ? null : whole;
  };
  return {
    *feed(chunk) {
      let from = 0;
      for (let at = chunk.indexOf(newline); at !== -1; at = chunk.indexOf(newline, from)) {
        line += 1;
        byte += carriedBytes + at + 1 - from;
        const bytes = take(chunk.subarray(from, at));
        from = at + 1;
        yield { line, end: byte, bytes };
      }
      carry(chunk.subarray(from));
    },
    end() {
      if (carriedBytes === 0) return null;
      line += 1;
      byte += carriedBytes;
      return { line, end: byte, bytes: take(Buffer.alloc(0)) };
    },
  };
};
