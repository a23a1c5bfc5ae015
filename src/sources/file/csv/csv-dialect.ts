import { parse } from 'csv-parse/sync';
import { type Absent, absentText, listed } from '../absent-names.ts';
import { type FileField, type FileMap, fileFields } from '../file-map.ts';
import { type FileInput, fileError } from '../input.ts';
import { namesFor } from '../mapped-values.ts';
import type { CsvDialect } from '../page.ts';
import { nextRecord } from './csv-records.ts';

/** The dialect and where the first record after the header stands. */
export interface CsvStart {
  readonly dialect: CsvDialect;
  readonly byte: number;
  readonly line: number;
}

/** Finds line ends, delimiter and columns at the beginning of a file. */
export const readCsvStart = (input: FileInput, map: FileMap): CsvStart => {
  const newline = !input.head.includes(0x0a) && input.head.includes(0x0d) ? '\r' : '\n';
  const { said, from, lines: before } = skipPreface(input.head, newline);
  const told = map.delimiter ?? said;
  const place: HeaderPlace = { head: input.head, from, newline, told };
  const { header, columns, delimiter: guessed, lines } = findHeader(place, map, before);
  if (columns.every((column) => column === ''))
    throw fileError(
      'permanent',
      `${input.path} has no line with the names of its columns; begin it with one`,
    );
  return {
    dialect: { delimiter: guessed, newline, columns },
    byte: header.next + (input.hasBom ? 3 : 0),
    line: lines + header.lines,
  };
};

/** Some exports tell of themselves in lines before the names of the columns; nobody's preface is longer. */
const mostPreface = 40;

interface HeaderPlace {
  readonly head: Buffer;
  readonly from: number;
  readonly newline: '\n' | '\r';
  readonly told: string | undefined;
}

/** The first record, or the first of the next that has the column of the words by the mapping. */
const findHeader = (place: HeaderPlace, map: FileMap, lines: number) => {
  const first = { ...headerAt(place), lines };
  if (map.fields === null) return first;
  const wanted = namesFor(map.fields, 'text');
  let found = first;
  for (let n = 0; n < mostPreface && found.header.text !== ''; n += 1) {
    if (wanted.some((name) => placeOf(found.columns, name) !== -1)) return found;
    const blank = skipBlank(place.head, { next: found.header.next, lines: found.lines + found.header.lines });
    found = { ...headerAt({ ...place, from: blank.next }), lines: blank.lines };
  }
  return first;
};

const headerAt = ({ head, from, newline, told }: HeaderPlace) => {
  const delimiter = told ?? likeliestDelimiter(recordAt(head, from, { delimiter: ',', newline }).text);
  const header = recordAt(head, from, { delimiter, newline });
  return { header, delimiter, columns: readColumns(header.text, delimiter) };
};

const readColumns = (header: string, delimiter: string): string[] => {
  const cells = parse(header, { delimiter, relax_quotes: true, relax_column_count: true })[0] ?? [];
  return cells.map((cell) => cell.replaceAll('\0', '').trim());
};

/** Blank lines, and the line on which spreadsheets of some countries say their delimiter: `sep=;`. */
const skipPreface = (
  head: Buffer,
  newline: '\n' | '\r',
): { said: string | undefined; from: number; lines: number } => {
  const blank = skipBlank(head, { next: 0, lines: 0 });
  const first = recordAt(head, blank.next, { delimiter: ',', newline });
  const said = /^"?sep=(.)"?$/i.exec(first.text)?.[1];
  const from =
    said === undefined ? blank : skipBlank(head, { next: first.next, lines: blank.lines + first.lines });
  return { said, from: from.next, lines: from.lines };
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

/** Which cells of a record may hold which field: the first that is not empty does. */
export type CellPlaces = Readonly<Partial<Record<FileField, readonly number[]>>>;

export const placeCells = (input: FileInput, map: FileMap, columns: readonly string[]): CellPlaces => {
  const places: Partial<Record<FileField, readonly number[]>> = {};
  const absent: Absent[] = [];
  for (const field of fileFields) {
    const wanted = map.fields === null ? ourName(field) : namesFor(map.fields, field);
    const found = wanted.map((name) => placeOf(columns, name)).filter((place) => place !== -1);
    if (found.length > 0) places[field] = found;
    else if (field === 'text' || typeof map.fields?.[field] === 'string') absent.push({ field, wanted });
  }
  if (map.fields === null && absent.length > 0) throw noTextColumn(input, columns);
  if (absent.length > 0)
    throw fileError(
      'permanent',
      `${input.path} ${absentText(absent, { writtenIn: map.writtenIn ?? 'the mapping', holds: 'column', found: columns })}`,
    );
  return places;
};

const ourName = (field: FileField): readonly string[] =>
  field === 'title' || field === 'time' ? [] : [field];

const placeOf = (columns: readonly string[], wanted: string): number => {
  const exact = columns.indexOf(wanted.trim());
  return exact !== -1
    ? exact
    : columns.findIndex((column) => column.toLowerCase() === wanted.trim().toLowerCase());
};

const noTextColumn = (input: FileInput, columns: readonly string[]) =>
  fileError(
    'permanent',
    `${input.path} has no column "text"; its columns are ${listed(columns)}: say which one holds the words with a mapping`,
  );
