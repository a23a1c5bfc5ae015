import { csvPages } from './file/csv/csv-pages.ts';
import { type FileMap, plainMap } from './file/file-map.ts';
import { type FileFormat, type FileInput, fileError, inspectFile } from './file/input.ts';
import { ndjsonPages } from './file/ndjson-pages.ts';
import type { FileCursor } from './file/page.ts';
import type { RecordedPlatform } from './recorded/readers.ts';
import type { Source, SourceDeps, SourcePage } from './source.ts';

export { type FileMap, loadFileMap, mapOf } from './file/file-map.ts';
export type { FileFormat } from './file/input.ts';
export type { FileCursor } from './file/page.ts';

export interface FileSourceOptions {
  readonly name: string;
  readonly path: string;
  /** By the file's ending, else by its first character. */
  readonly format?: FileFormat;
  /** How the file's columns or keys are called; our own names when absent. */
  readonly map?: FileMap;
  /** Every line is a JSON value as this platform sends it; then neither format nor map counts. */
  readonly from?: RecordedPlatform;
  /** 16 hex digits that stand for the file: with the line they name a post that has no id. */
  readonly hash: string;
  readonly pageSize?: number;
  /** Whether the lines tell how far posts spread; a file that is polled usually does not. */
  readonly knowsSpread?: boolean;
}

/** NDJSON or CSV, packed with gzip or not; lines that are added later are read by the next walk. */
export const createFileSource = (options: FileSourceOptions): Source<FileCursor> => ({
  name: options.name,
  kind: 'file',
  knowsSpread: options.knowsSpread ?? false,
  freshnessTargetMs: freshMs,
  pages: (cursor, deps) => walk(options, cursor, deps),
  nextPollMs: () => pollMs,
});

const pollMs = 60_000;
/** Nobody promises that a file grows; what is fresh is that it was looked at. */
const freshMs = 15 * 60_000;
/** As many posts as a batch of the inbox holds. */
const defaultPageSize = 500;

async function* walk(
  options: FileSourceOptions,
  cursor: FileCursor | null,
  deps: SourceDeps,
): AsyncGenerator<SourcePage<FileCursor>> {
  const map = options.map ?? plainMap;
  const input = await inspectFile(options.path, map.encoding);
  if (cursor !== null && cursor.byte > input.size && !input.isGzip && input.encoding === 'utf8')
    throw fileError(
      'permanent',
      `${options.path} is shorter than when it was read last; give a new file a new name`,
    );
  const isCsv = options.from === undefined && formatOf(options, input) === 'csv';
  const pages = isCsv ? csvPages : ndjsonPages;
  yield* pages(input, cursor, {
    map,
    ...(options.from === undefined ? {} : { from: options.from }),
    hash: options.hash,
    pageSize: options.pageSize ?? defaultPageSize,
    signal: deps.signal,
  });
}

const formatOf = ({ path, format }: FileSourceOptions, { head }: FileInput): FileFormat => {
  if (format !== undefined) return format;
  const name = path.toLowerCase().replace(/\.gz$/, '');
  if (/\.(csv|tsv)$/.test(name)) return 'csv';
  if (/\.(ndjson|jsonl|json)$/.test(name)) return 'ndjson';
  return /^\s*[{[]/.test(head.toString('utf8', 0, 1_000)) ? 'ndjson' : 'csv';
};
