import { createHash } from 'node:crypto';
import type { RecordedPlatform } from '../../recorded/readers.ts';
import { type FileMap, plainMap } from '../file-map.ts';
import type { FileFormat } from '../input.ts';

/** How a file is read, as far as that decides what its lines say. */
export interface Reading {
  readonly map: FileMap | undefined;
  readonly format: FileFormat | undefined;
  readonly from: RecordedPlatform | undefined;
}

/**
 * 16 hex digits for a file as it is read: a line without an id is named by them, so that the same line read with another
 * mapping is another post. Read plainly it is the file's own hash.
 */
export const readingHash = (contentHash: string, { map, format, from }: Reading): string => {
  const how = [
    ...(format === undefined ? [] : [format]),
    ...(from === undefined ? [] : [`from ${from}`]),
    ...wordsOf(map ?? plainMap),
  ];
  return how.length === 0 ? contentHash.slice(0, 16) : digest([contentHash, ...how]);
};

/** The cursor of an import: the same file, read alike, into the same source. */
export const importKey = (hash: string, source: string): string => `import:${digest([hash, source])}`;

/** Nothing for our own names; where the mapping was written changes nothing. */
const wordsOf = ({ fields, time, delimiter, encoding }: FileMap): readonly string[] => {
  const columns = fields === null ? null : Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1));
  const words = [columns, time.zone, time.format ?? null, delimiter ?? null, encoding ?? null];
  const plain = [null, plainMap.time.zone, null, null, null];
  const written = JSON.stringify(words);
  return written === JSON.stringify(plain) ? [] : [written];
};

const digest = (parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
