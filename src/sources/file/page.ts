import type { RawEvent } from '../../domain/raw-mention.ts';
import type { Rejection, SourcePage } from '../source.ts';
import { createPassedOver } from './passed-over.ts';

/** Where a walk over a file stands: always between two lines or records. */
export interface FileCursor {
  /** Bytes of the unpacked, decoded file that are read. */
  readonly byte: number;
  /** Lines that are read. */
  readonly line: number;
  /** Bytes of the file on disk, for showing progress only. */
  readonly rawByte: number;
  readonly csv?: CsvDialect;
}

/** How a CSV file is written, found at its beginning and kept for resuming. */
export interface CsvDialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r';
  readonly columns: readonly string[];
}

/** Gathers what a few hundred lines gave. */
export interface PageBuilder {
  add(event: RawEvent | string, line: number, bytes: number): void;
  ignore(key: string): void;
  passOver(reason: string, line: number): void;
  isFull(): boolean;
  toPage(cursor: FileCursor, isLast: boolean): SourcePage<FileCursor>;
}

/** A page of long lines is cut earlier, so that memory stays small. */
export const maxPageBytes = 4_194_304;
/** A file whose keys are data (one per customer, say) must not fill the memory with them. */
export const maxIgnoredKeys = 100;
export const otherKeys = '(other keys)';
const maxKeyLength = 60;

export const createPageBuilder = (pageSize: number): PageBuilder => {
  let events: RawEvent[] = [];
  let rejected: Rejection[] = [];
  const ignored = createKeyCounter();
  let passed = createPassedOver();
  let bytes = 0;
  return {
    add: (event, line, size) => {
      if (typeof event === 'string') rejected.push({ at: `line ${line}`, reason: event });
      else events.push(event);
      bytes += size;
    },
    ignore: ignored.add,
    passOver: (reason, line) => passed.add({ reason, count: 1, line }),
    isFull: () => events.length + rejected.length >= pageSize || bytes >= maxPageBytes,
    toPage: (cursor, isLast) => {
      const page = {
        events,
        cursor,
        isLast,
        rejected,
        ignoredKeys: ignored.take(),
        passedOver: passed.all(),
      };
      events = [];
      rejected = [];
      passed = createPassedOver();
      bytes = 0;
      return page;
    },
  };
};

export interface KeyCounter {
  readonly add: (key: string) => void;
  /** How often each stood there since it was asked last. */
  take(): Readonly<Record<string, number>>;
}

/** Keys that nobody knows; no more of them than can be told. */
export const createKeyCounter = (): KeyCounter => {
  let counts = new Map<string, number>();
  return {
    add: (key) => {
      const known = counts.get(key);
      if (known !== undefined) counts.set(key, known + 1);
      else addKey(counts, key);
    },
    take: () => {
      const told = Object.fromEntries(counts);
      counts = new Map();
      return told;
    },
  };
};

const addKey = (ignored: Map<string, number>, key: string): void => {
  const short = key.length > maxKeyLength ? `${key.slice(0, maxKeyLength)}…` : key;
  const name = ignored.size >= maxIgnoredKeys && !ignored.has(short) ? otherKeys : short;
  ignored.set(name, (ignored.get(name) ?? 0) + 1);
};
