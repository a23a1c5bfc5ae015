import { parse } from 'csv-parse/sync';
import { nextRecord } from './csv-records.ts';
import { type FileField, type FileMap, fileFields } from './file-map.ts';
import { type FileInput, fileError } from './input.ts';
import type { CsvDialect } from './page.ts';

/** The dialect and where the first record after the header stands. */
export interface CsvStart {
  readonly dialect: CsvDialect;
  readonly byte: number;
  readonly line: number;
}

/** Finds line ends, delimiter and columns at the beginning of a file. */
export const readCsvStart = (input: FileInput, map: FileMap): CsvStart => {
  const newline = !input.head.includes(0x0a) && input.head.includes(0x0d) ? '\r' : '\n';
  const first = recordAt(input.head, 0, { delimiter: map.delimiter ?? ',', newline });
  // Spreadsheets of some countries say their delimiter on a line of its own.
  const said = /^"?sep=(.)"?$/i.exec(first.text)?.[1];
  const skipped = said === undefined ? { next: 0, lines: 0 } : first;
  const begin = skipBlank(input.head, skipped);
  const header = recordAt(input.head, begin.next, { delimiter: map.delimiter ?? said ?? ',', newline });
  const delimiter = map.delimiter ?? said ?? likeliestDelimiter(header.text);
  const cells = parse(header.text, { delimiter, relax_quotes: true, relax_column_count: true })[0] ?? [];
  const columns = cells.map((cell) => cell.replaceAll('\0', '').trim());
  if (columns.every((column) => column === ''))
    throw fileError(
      'permanent',
      `${input.path} has no line with the names of its columns; begin it with one`,
    );
  const bom = input.hasBom ? 3 : 0;
  return {
    dialect: { delimiter, newline, columns },
    byte: header.next + bom,
    line: begin.lines + header.lines,
  };
};

const recordAt = (
  head: Buffer,
  from: number,
  dialect: { delimiter: string; newline: '\n' | '\r' },
): { text: string; next: number; lines: number } => {
  const found = nextRecord(head, from, { ...dialect, isEnd: true });
  if (found.kind !== 'record') return { text: '', next: head.length, lines: 1 };
  return { text: head.toString('utf8', from, found.end), next: found.next, lines: found.lines };
};

const skipBlank = (head: Buffer, from: { next: number; lines: number }): { next: number; lines: number } => {
  let { next, lines } = from;
  while (head[next] === 0x0a || head[next] === 0x0d) {
    if (head[next] === 0x0a) lines += 1;
    next += 1;
  }
  return { next, lines };
};

/** The one of the usual delimiters that stands most often between the names of the columns. */
const likeliestDelimiter = (header: string): string => {
  const bare = header.replace(/"(?:[^"]|"")*"/g, '');
  const counted = [',', ';', '\t', '|'].map((delimiter) => ({
    delimiter,
    count: bare.split(delimiter).length,
  }));
  return counted.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
};

/** Which cell of a record holds which field. */
export type CellPlaces = Readonly<Partial<Record<FileField, number>>>;

export const placeCells = (input: FileInput, map: FileMap, columns: readonly string[]): CellPlaces => {
  const places: Partial<Record<FileField, number>> = {};
  for (const field of fileFields) {
    const wanted = map.fields === null ? field : map.fields[field];
    if (wanted === undefined) continue;
    const place = placeOf(columns, wanted);
    if (place !== -1) places[field] = place;
    else if (map.fields !== null) throw absentColumn(input, map, { field, wanted }, columns);
  }
  if (places.text === undefined) throw noTextColumn(input, columns);
  return places;
};

const placeOf = (columns: readonly string[], wanted: string): number => {
  const exact = columns.indexOf(wanted.trim());
  return exact !== -1
    ? exact
    : columns.findIndex((column) => column.toLowerCase() === wanted.trim().toLowerCase());
};

const absentColumn = (
  input: FileInput,
  map: FileMap,
  { field, wanted }: { field: FileField; wanted: string },
  columns: readonly string[],
) =>
  fileError(
    'permanent',
    `${input.path} has no column "${wanted}", which ${map.writtenIn ?? 'the mapping'} names for "${field}"; its columns are ${listed(columns)}`,
  );

const noTextColumn = (input: FileInput, columns: readonly string[]) =>
  fileError(
    'permanent',
    `${input.path} has no column "text"; its columns are ${listed(columns)}: say which one holds the words with a mapping`,
  );

const listed = (columns: readonly string[]): string => {
  const shown = columns.slice(0, 40).map((column) => `"${column.slice(0, 60)}"`);
  return `${shown.join(', ')}${columns.length > 40 ? ', …' : ''}`;
};
