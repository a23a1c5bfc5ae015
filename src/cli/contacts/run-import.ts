import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { text as textOf } from 'node:stream/consumers';
import { IANAZone } from 'luxon';
import { takeContacts } from '../../cases/contacts/take-contacts.store.ts';
import { readDeadlines } from '../../cases/policy.store.ts';
import { caseName } from '../../domain/case-id.ts';
import type { ContactKind } from '../../domain/contact.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { cannotRead } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import { dueUnder } from '../../triage/policy-deadline.ts';
import type { App } from '../app.ts';
import { type ActingOptions, jsonText } from '../desk-options.ts';
import { actorWhoMay } from '../permission.ts';
import {
  type ContactField,
  contactFields,
  type ReadContacts,
  type RefusedLine,
  readContacts,
  type Unreadable,
} from './read-contacts.ts';
import { sayContacts } from './texts.ts';

export interface ImportContactsOptions extends ActingOptions {
  readonly map?: string;
  readonly kind?: ContactKind;
  readonly answered?: string;
  readonly timezone: string;
  readonly skipRefused?: boolean;
  readonly json?: boolean;
}

export const runImportContacts = async (
  app: App,
  file: string,
  options: ImportContactsOptions,
): Promise<undefined> => {
  actorWhoMay(app, options.as, 'import_contacts');
  const now = app.clock.now();
  const { contacts, refused } = await readFile(app, file, options);
  tellRefused(app, refused, options.language);
  if (refused.length > 0 && options.skipRefused !== true)
    throw new UserError(sayContacts(options.language, 'none'));
  const done = await app.withDatabase((db) =>
    takeContacts(db, contacts, { now, readDeadlines: (tx) => readDeadlines(tx, dueUnder) }),
  );
  const cases = done.raised.map(caseName);
  if (options.json === true) {
    const lines = refused.map(({ line, why }) => ({ line, why }));
    app.io.out(jsonText({ ...done, raised: cases, refused: lines }));
    return;
  }
  const say = (key: 'taken' | 'known' | 'answered' | 'skipped', count: number): string =>
    sayContacts(options.language, key, { count });
  const told = [
    say('taken', done.taken),
    ...(done.known === 0 ? [] : [say('known', done.known)]),
    ...(done.answered === 0 ? [] : [say('answered', done.answered)]),
    ...(refused.length === 0 ? [] : [say('skipped', refused.length)]),
  ].join(' ');
  const rose =
    cases.length === 0
      ? sayContacts(options.language, 'notRaised')
      : sayContacts(options.language, 'raised', { count: cases.length, cases: cases.join(', ') });
  app.io.out(`${told}\n${rose}\n`);
};

const readFile = async (app: App, file: string, options: ImportContactsOptions): Promise<ReadContacts> => {
  if (!IANAZone.isValidZone(options.timezone))
    throw new UserError(sayContacts(options.language, 'zone', { zone: options.timezone }));
  const name = file === '-' ? 'standard input' : file;
  const read = readContacts(await textOfFile(app, file), {
    map: mapOf(options.map, options.language),
    kind: options.kind ?? null,
    answeredWords: (options.answered ?? '').split(',').flatMap((word) => word.trim().toLowerCase() || []),
    timezone: options.timezone,
    now: app.clock.now(),
  });
  if ('kind' in read) throw new UserError(whyUnreadable(read, name, options.language));
  return read;
};

const textOfFile = async (app: App, file: string): Promise<string> => {
  if (file === '-') return textOf(app.io.stdin);
  const path = resolve(app.env.cwd, file);
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw cannotRead(file, cause, 'name a CSV file');
  }
};

const whyUnreadable = (read: Unreadable, file: string, language: CatalogueLanguage): string => {
  if (read.kind === 'empty') return sayContacts(language, 'file.empty', { file });
  if (read.kind === 'no_csv') return sayContacts(language, 'file.noCsv', { file, why: read.message });
  const values = { file, field: read.field, known: read.known.join(', ') };
  return sayContacts(language, read.field === 'kind' ? 'file.noKind' : 'file.noColumn', values);
};

const mapOf = (
  written: string | undefined,
  language: CatalogueLanguage,
): Partial<Record<ContactField, string>> => {
  const pairs = (written ?? '').split(',').filter((pair) => pair.trim() !== '');
  const entries = pairs.map((pair) => {
    const [ours = '', theirs = ''] = pair.split('=').map((part) => part.trim());
    const field = contactFields.find((known) => known === ours);
    if (field === undefined || theirs === '')
      throw new UserError(
        sayContacts(language, 'map', { pair: pair.trim(), known: contactFields.join(', ') }),
      );
    return [field, theirs] as const;
  });
  return Object.fromEntries(entries);
};

const mostTold = 20;

const tellRefused = (app: App, refused: readonly RefusedLine[], language: CatalogueLanguage): void => {
  for (const { line, why, value } of refused.slice(0, mostTold))
    app.io.err(
      `${sayContacts(language, `refused.${why}`, { line: String(line), value: value.slice(0, 60) })}\n`,
    );
  const more = refused.length - mostTold;
  if (more > 0) app.io.err(`${sayContacts(language, 'more', { count: more })}\n`);
};
