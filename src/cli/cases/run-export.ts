import { resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { readExportSlice } from '../../cases/life/export.store.ts';
import { type ExportedCase, exportColumns, toExported } from '../../cases/life/exported-case.ts';
import type { Person } from '../../domain/person.ts';
import { excerpt } from '../../notify/excerpt.ts';
import type { Database } from '../../postgres/database.ts';
import type { App } from '../app.ts';
import type { ActingOptions } from '../desk-options.ts';
import { brandAskedFor } from '../known-brand.ts';
import { brandOfReader, caseReaderOf, clearancesOf, readerWhoMay } from '../permission.ts';
import { writeWhole } from '../write-whole.ts';
import { sayDesk } from './desk-texts.ts';
import { withoutDispute } from './without-dispute.ts';

export interface ExportOptions extends ActingOptions {
  readonly format: 'csv' | 'ndjson';
  readonly brand?: string;
  /** Milliseconds. */
  readonly since?: number;
}

/** How much was written is told on stderr: a script may read the cases from the standard output. */
export const runExport = async (app: App, file: string, options: ExportOptions): Promise<undefined> => {
  const person = readerWhoMay(app, options.as, 'export_cases');
  const named = brandOfReader(person, options.brand);
  const since = options.since === undefined ? null : new Date(app.clock.now().getTime() - options.since);
  const cases = await app.withDatabase((db) => readAll(app, db, { named, since, person }));
  const text = options.format === 'csv' ? csvOf(cases) : ndjsonOf(cases);
  const { language } = options;
  if (file === '-') {
    app.io.out(text);
    app.io.err(`${sayDesk(language, 'exported', { count: cases.length })}\n`);
    return;
  }
  const path = resolve(app.env.cwd, file);
  writeWhole({ named: file, path, mode: 0o600 }, text);
  app.io.err(`${sayDesk(language, 'exportedTo', { count: cases.length, path })}\n`);
};

interface Wanted {
  readonly named: string | undefined;
  readonly since: Date | null;
  readonly person: Person | null;
}

const sliceSize = 1_000;

/** As the blind role, a slice at a time: nobody waits for an export. */
const readAll = async (
  app: App,
  db: Database,
  { named, since, person }: Wanted,
): Promise<readonly ExportedCase[]> => {
  const brand = await db.transaction('desk', (tx) => brandAskedFor(tx, app, named));
  const found: ExportedCase[] = [];
  const reader = caseReaderOf(app, person);
  const isCounsel = clearancesOf(person).includes('counsel');
  for (let afterId = '0'; ; ) {
    const ask = { brand, since, reader, afterId, limit: sliceSize };
    const slice = await db.transaction('desk', (tx) => readExportSlice(tx, ask));
    found.push(...slice.map((row) => toExported(isCounsel ? row : withoutDispute(row), excerpt)));
    if (slice.length < sliceSize) return found;
    afterId = slice.at(-1)?.caseId ?? afterId;
  }
};

const ndjsonOf = (cases: readonly ExportedCase[]): string =>
  cases.map((one) => `${JSON.stringify(one)}\n`).join('');

const csvOf = (cases: readonly ExportedCase[]): string =>
  stringify([...cases], {
    header: true,
    columns: [...exportColumns],
    bom: false,
    escape_formulas: true,
    cast: {
      boolean: (value) => String(value),
      date: (value) => value.toISOString(),
      object: (value) => (Array.isArray(value) ? value.join(' ') : JSON.stringify(value)),
    },
  });
