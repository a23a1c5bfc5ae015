import { createHash } from 'node:crypto';
import { CsvError, parse } from 'csv-parse/sync';
import { type ContactKind, contactKinds, type LoggedContact } from '../../domain/contact.ts';
import { normalIdentifier } from '../../domain/identifier.ts';
import { parseTime } from '../../sources/file/parse-time.ts';

export const contactFields = ['identifier', 'at', 'kind', 'answered', 'id'] as const;
export type ContactField = (typeof contactFields)[number];

export interface ContactReading {
  /** Our field to the file's column. */
  readonly map: Readonly<Partial<Record<ContactField, string>>>;
  readonly kind: ContactKind | null;
  /** Lower case; none: yes and no in both languages. */
  readonly answeredWords: readonly string[];
  readonly timezone: string;
  readonly now: Date;
}

export interface ReadContacts {
  readonly contacts: readonly LoggedContact[];
  readonly refused: readonly RefusedLine[];
}

export interface RefusedLine {
  /** 1 is the line of the columns' names. */
  readonly line: number;
  readonly why: Refusal;
  readonly value: string;
}
export type Refusal = 'identifier' | 'at' | 'future' | 'kind' | 'answered' | 'id';

/** What stands in the way of reading the file at all. */
export type Unreadable =
  | { readonly kind: 'no_csv'; readonly message: string }
  | { readonly kind: 'no_column'; readonly field: ContactField; readonly known: readonly string[] }
  | { readonly kind: 'empty' };

/** Reads a log of contacts; lines that say nothing usable are refused one by one. Pure. */
export const readContacts = (text: string, reading: ContactReading): ReadContacts | Unreadable => {
  const records = readRecords(text);
  if ('kind' in records) return records;
  const [head, ...rows] = records.rows;
  if (head === undefined) return { kind: 'empty' };
  const places = placesOf(head.cells, reading);
  if ('kind' in places) return places;
  const contacts: LoggedContact[] = [];
  const refused: RefusedLine[] = [];
  for (const { cells, line } of rows) {
    const found = readLine((field) => cellAt(cells, places, field), reading);
    if ('why' in found) refused.push({ line, ...found });
    else contacts.push(found);
  }
  return { contacts, refused };
};

interface Row {
  readonly line: number;
  readonly cells: readonly string[];
}

/** Excel in German writes semicolons. */
const readRecords = (text: string): { readonly rows: readonly Row[] } | Unreadable => {
  const [first = ''] = text.split(/\r?\n/u, 1);
  const delimiter = [';', '\t', ','].find((sign) => first.includes(sign)) ?? ',';
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      trim: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return { rows: rows.map(({ record, info }) => ({ cells: record, line: info.lines })) };
  } catch (error) {
    if (error instanceof CsvError) return { kind: 'no_csv', message: error.message };
    throw error;
  }
};

type Places = ReadonlyMap<ContactField, number>;

const placesOf = (head: readonly string[], { map, kind }: ContactReading): Places | Unreadable => {
  const names = head.map((name) => name.trim().toLowerCase());
  const places = new Map<ContactField, number>();
  for (const field of contactFields) {
    const place = names.indexOf((map[field] ?? field).trim().toLowerCase());
    if (place >= 0) places.set(field, place);
    else if (map[field] !== undefined || isNeeded(field, kind))
      return { kind: 'no_column', field, known: head };
  }
  return places;
};

const isNeeded = (field: ContactField, kind: ContactKind | null): boolean =>
  field === 'identifier' || field === 'at' || field === 'answered' || (field === 'kind' && kind === null);

const cellAt = (cells: readonly string[], places: Places, field: ContactField): string | null => {
  const place = places.get(field);
  return place === undefined ? null : (cells[place] ?? '');
};

type Cell = (field: ContactField) => string | null;

const readLine = (cell: Cell, reading: ContactReading): LoggedContact | Omit<RefusedLine, 'line'> => {
  const values = {
    identifier: normalIdentifier(cell('identifier') ?? ''),
    at: parseTime(cell('at'), { zone: reading.timezone }),
    kind: kindOf(cell('kind'), reading.kind),
    answered: answeredOf(cell('answered') ?? '', reading.answeredWords),
    id: idOf(cell('id')),
  };
  const unfit = contactFields.find((field) => values[field] === null);
  if (unfit !== undefined) return { why: unfit, value: cell(unfit) ?? '' };
  const { identifier, at, kind, answered, id } = values as Fit<typeof values>;
  if (new Date(at) > reading.now) return { why: 'future', value: cell('at') ?? '' };
  const externalId = id.written ?? nameOf([identifier, at, kind]);
  return { identifier, at: new Date(at), kind, isAnswered: answered, externalId };
};

type Fit<Values> = { readonly [Name in keyof Values]: NonNullable<Values[Name]> };

const idOf = (written: string | null): { readonly written: string | null } | null =>
  written === '' || (written !== null && written.length > 200) ? null : { written };

const kindOf = (written: string | null, otherwise: ContactKind | null): ContactKind | null =>
  written === null || written === ''
    ? otherwise
    : (contactKinds.find((kind) => kind === written.toLowerCase()) ?? null);

const yes: ReadonlySet<string> = new Set(['yes', 'y', 'true', '1', 'answered', 'ja', 'j', 'beantwortet']);
const no: ReadonlySet<string> = new Set(['no', 'n', 'false', '0', 'unanswered', 'nein', 'unbeantwortet']);

const answeredOf = (written: string, words: readonly string[]): boolean | null => {
  const said = written.toLowerCase();
  if (words.length > 0) return words.includes(said);
  if (yes.has(said)) return true;
  return no.has(said) ? false : null;
};

/** A log without ids: the same identifier, moment and kind are one contact. */
const nameOf = (parts: readonly string[]): string =>
  `line-${createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32)}`;
