import { parse } from 'csv-parse/sync';
import type { SourcePage } from '../../source.ts';
import { type AudienceField, audienceCell, audienceFields } from '../audience.ts';
import type { FileField } from '../file-map.ts';
import { type FileInput, readChunks } from '../input.ts';
import { joinValues, type MappedValues } from '../mapped-values.ts';
import type { WalkOptions } from '../ndjson-pages.ts';
import {
  type CsvDialect,
  createPageBuilder,
  type FileCursor,
  maxPageBytes,
  type PageBuilder,
} from '../page.ts';
import { type LineContext, type LineValues, toMention } from '../to-mention.ts';
import { type CellPlaces, placeCells, readCsvStart } from './csv-dialect.ts';
import { type CsvRecord, createRecordSplitter } from './csv-records.ts';

/** Reads the records of a CSV file from where the cursor stands. */
export async function* csvPages(
  input: FileInput,
  cursor: FileCursor | null,
  options: WalkOptions,
): AsyncGenerator<SourcePage<FileCursor>> {
  const start = startOf(input, cursor, options);
  const page = createRecordPage(
    start.dialect,
    placeCells(input, options.map, start.dialect.columns),
    options,
  );
  const reader = readChunks(input, start.byte);
  const records = createRecordSplitter(start, start.dialect);
  let { byte, line } = start;
  const cursorNow = (): FileCursor => ({ byte, line, rawByte: reader.rawBytes(), csv: start.dialect });
  for await (const chunk of reader.chunks) {
    for (const record of records.feed(chunk)) {
      page.take(record);
      ({ end: byte, lastLine: line } = record);
      if (!page.isFull()) continue;
      yield page.toPage(cursorNow(), false);
      if (options.signal.aborted) return;
    }
  }
  const failure = reader.failure();
  for (const record of failure === null ? records.end() : []) {
    page.take(record);
    ({ end: byte, lastLine: line } = record);
    if (page.isFull()) yield page.toPage(cursorNow(), false);
  }
  yield page.toPage(cursorNow(), failure === null);
  if (failure !== null) throw failure;
}

const startOf = (input: FileInput, cursor: FileCursor | null, { map }: WalkOptions) =>
  cursor?.csv === undefined
    ? readCsvStart(input, map)
    : { dialect: cursor.csv, byte: cursor.byte, line: cursor.line };

/** Holds records until the page is full, since csv-parse reads many at once far faster than one by one. */
const createRecordPage = (dialect: CsvDialect, places: CellPlaces, options: WalkOptions) => {
  const page = createPageBuilder(options.pageSize);
  const context: LineContext = { hash: options.hash, time: options.map.time, ignore: page.ignore };
  const valuesOf = cellReader(dialect, places);
  let held: CsvRecord[] = [];
  let bytes = 0;
  return {
    take: (record: CsvRecord): void => {
      held.push(record);
      bytes += record.bytes.length;
    },
    isFull: () => held.length >= options.pageSize || bytes >= maxPageBytes,
    toPage: (cursor: FileCursor, isLast: boolean) => {
      const rows = parseRecords(held, dialect.delimiter);
      held.forEach(({ line, bytes: told }, index) => {
        const values = typeof told === 'string' ? told : valuesOf(rows[index] ?? [], page);
        if (values === null) return;
        page.add(typeof values === 'string' ? values : toMention(values, line, context), line, told.length);
      });
      held = [];
      bytes = 0;
      return page.toPage(cursor, isLast);
    },
  };
};

type Row = readonly string[];

const parseRecords = (records: readonly CsvRecord[], delimiter: string): readonly Row[] => {
  const parts = records.map(({ bytes }) => (typeof bytes === 'string' ? Buffer.from('-') : bytes));
  const rows = parseRows(Buffer.concat(parts.flatMap((part) => [part, lineEnd])), delimiter);
  if (rows.length === parts.length) return rows;
  // One record that csv-parse reads as several would shift all others: then each is read alone.
  return parts.map((part) => parseRows(part, delimiter)[0] ?? []);
};

const lineEnd = Buffer.from('\n');

const parseRows = (bytes: Buffer, delimiter: string): Row[] =>
  parse(bytes, {
    delimiter,
    record_delimiter: '\n',
    relax_quotes: true,
    relax_column_count: true,
    max_record_size: 0,
  });

/** Cells by our names; a row without any word is blank, one with too many cells has lost its place. */
const cellReader = ({ columns }: CsvDialect, places: CellPlaces) => {
  const taken = new Set(Object.values(places).flat());
  const others = columns.flatMap((column, place) => (taken.has(place) ? [] : [{ column, place }]));
  const audience = audienceFields.filter((field) => places[field] !== undefined);
  return (row: Row, page: PageBuilder): LineValues | string | null => {
    if (row.every((cell) => cell.trim() === '')) return null;
    if (row.slice(columns.length).some((cell) => cell.trim() !== ''))
      return `has ${row.length} cells, and the file has ${columns.length} columns; put quotation marks around text that holds a delimiter`;
    for (const { column, place } of others)
      if ((row[place] ?? '') !== '') page.ignore(column || `column ${place + 1}`);
    return joinValues({ ...namesOf(row, places), audience: audienceOf(row, places, audience) });
  };
};

const namesOf = (row: Row, places: CellPlaces): MappedValues => {
  const at = (field: FileField): string | undefined => cellOf(row, places[field]);
  return {
    text: at('text'),
    title: at('title'),
    id: at('id'),
    author: at('author'),
    at: at('at')?.trim(),
    time: at('time'),
    thread: at('thread'),
    parent: at('parent'),
    url: at('url'),
    lang: at('lang'),
    image: at('image'),
  };
};

/** The first that is not empty. */
const cellOf = (row: Row, places: readonly number[] = []): string | undefined => {
  for (const place of places) {
    const cell = row[place];
    if (cell !== undefined && cell !== '') return cell;
  }
  return undefined;
};

const audienceOf = (
  row: Row,
  places: CellPlaces,
  fields: readonly AudienceField[],
): Record<string, unknown> | null => {
  if (fields.length === 0) return null;
  const told: Record<string, unknown> = {};
  for (const field of fields) {
    const value = audienceCell(field, cellOf(row, places[field]) ?? '');
    if (value !== undefined) told[field] = value;
  }
  return told;
};
