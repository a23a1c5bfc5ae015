import { maxLineBytes } from '../lines.ts';

/** Where a record ends, seen from its first byte. */
export type RecordEnd =
  /** `end` is exclusive and without the line end, `next` begins the following record, `lines` are those it fills. */
  | { readonly kind: 'record'; readonly end: number; readonly next: number; readonly lines: number }
  /** It goes on beyond the buffer. */
  | { readonly kind: 'open' };

export interface RecordDialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  /** Nothing follows the buffer. */
  readonly isEnd: boolean;
}

const quote = 0x22;
const carriageReturn = 0x0d;

/**
 * Finds the end of a CSV record without reading its cells, so that a quotation mark which is never closed costs its own
 * line and not the rest of the file. A quotation mark opens a cell only at the cell's beginning, as csv-parse reads it.
 */
export const nextRecord = (buffer: Buffer, from: number, dialect: RecordDialect): RecordEnd => {
  const delimiter = dialect.delimiter.charCodeAt(0);
  const newline = dialect.newline.charCodeAt(0);
  let isCellStart = true;
  let lines = 1;
  for (let at = from; at < buffer.length; at += 1) {
    const byte = buffer[at];
    if (byte === newline)
      return { kind: 'record', end: trimEnd(buffer, from, at, newline), next: at + 1, lines };
    if (byte === quote && isCellStart) {
      const close = closingQuote(buffer, at + 1, newline);
      if (close === null) return { kind: 'open' };
      at = close.at;
      lines += close.newlines;
    }
    isCellStart = byte === delimiter;
  }
  if (!dialect.isEnd || from >= buffer.length) return { kind: 'open' };
  return { kind: 'record', end: trimEnd(buffer, from, buffer.length, newline), next: buffer.length, lines };
};

const trimEnd = (buffer: Buffer, from: number, end: number, newline: number): number =>
  newline !== carriageReturn && end > from && buffer[end - 1] === carriageReturn ? end - 1 : end;

/** A doubled quotation mark stands for itself. */
const closingQuote = (
  buffer: Buffer,
  from: number,
  newline: number,
): { at: number; newlines: number } | null => {
  let at = buffer.indexOf(quote, from);
  while (at !== -1 && buffer[at + 1] === quote) at = buffer.indexOf(quote, at + 2);
  return at === -1 ? null : { at, newlines: count(buffer, newline, from, at) };
};

const count = (buffer: Buffer, byte: number, from: number, to: number): number => {
  let found = 0;
  for (let at = buffer.indexOf(byte, from); at !== -1 && at < to; at = buffer.indexOf(byte, at + 1))
    found += 1;
  return found;
};

/** A record's own bytes, or why it cannot be read. */
export interface CsvRecord {
  /** The line that it begins on, counted from 1. */
  readonly line: number;
  /** The last line that it fills. */
  readonly lastLine: number;
  /** Byte after the record and its line end. */
  readonly end: number;
  readonly bytes: Buffer | string;
}

export interface RecordSplitter {
  feed(chunk: Buffer): Generator<CsvRecord>;
  /** The records that are left when nothing follows. */
  end(): Generator<CsvRecord>;
}

const neverClosed = 'opens a quotation mark that is not closed within 1 MB';
const tooLong = 'is longer than 1 MB';

/** Cuts chunks into records; blank lines are passed over. `line` counts the lines before `byte`. */
export const createRecordSplitter = (
  start: { byte: number; line: number },
  dialect: Omit<RecordDialect, 'isEnd'>,
): RecordSplitter => {
  const newline = dialect.newline.charCodeAt(0);
  let { byte, line } = start;
  let pending: Buffer = Buffer.alloc(0);
  let isSkipping = false;
  const advance = (bytes: number, lines: number): void => {
    byte += bytes;
    line += lines;
    pending = pending.subarray(bytes);
  };
  const give = (bytes: Buffer | string, length: number, lines: number): CsvRecord => {
    const first = line + 1;
    advance(length, lines);
    return { line: first, lastLine: line, end: byte, bytes };
  };
  /** Gives up the line on which a record that never ends begins, and goes on behind it. */
  const giveUp = (isEnd: boolean): CsvRecord | null => {
    const at = pending.indexOf(newline);
    const reason = isSkipping || at === -1 ? tooLong : neverClosed;
    if (at !== -1 || isEnd) {
      const isTail = isEnd && at === -1 && !isSkipping;
      isSkipping = false;
      return give(isTail ? neverClosed : reason, at === -1 ? pending.length : at + 1, 1);
    }
    isSkipping = true;
    advance(pending.length, 0);
    return null;
  };
  const drain = function* (isEnd: boolean): Generator<CsvRecord> {
    while (pending.length > 0 || (isEnd && isSkipping)) {
      const found: RecordEnd = isSkipping ? { kind: 'open' } : nextRecord(pending, 0, { ...dialect, isEnd });
      if (found.kind === 'open') {
        if (!isEnd && !isSkipping && pending.length <= maxLineBytes) return;
        const given = giveUp(isEnd);
        if (given !== null) yield given;
      } else if (found.end === 0) advance(found.next, found.lines);
      else if (found.end > maxLineBytes) yield give(tooLong, found.next, found.lines);
      else yield give(pending.subarray(0, found.end), found.next, found.lines);
    }
  };
  return {
    *feed(chunk) {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      yield* drain(false);
    },
    *end() {
      yield* drain(true);
    },
  };
};
