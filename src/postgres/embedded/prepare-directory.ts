import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from '../../lib/user-error.ts';

/** PGlite 0.5 is PostgreSQL 18; a newer one cannot read an older one's files. */
const embeddedMajor = '18';
/** Written when a database was whole for the first time. */
const marker = 'EVENHAND_READY';

/**
 * Makes sure that the directory holds a database that we can open, or none. A first start that was killed leaves half
 * of one: nothing was accepted into it yet, and it is put aside. Call it only while holding the directory's lock.
 */
export const prepareDirectory = (directory: string): void => {
  mkdirSync(directory, { recursive: true });
  const file = join(directory, 'PG_VERSION');
  const isEmpty = readdirSync(directory).length === 0;
  if (!isEmpty && !existsSync(join(directory, marker))) putAside(directory);
  if (!existsSync(file)) return;
  const major = readFileSync(file, 'utf8').trim();
  if (major !== embeddedMajor)
    throw new UserError(
      `${directory} was written by PostgreSQL ${major} and this version of Evenhand reads ${embeddedMajor}: export it with the version that wrote it, or move the directory away`,
    );
};

export const markReady = (directory: string): void =>
  writeFileSync(join(directory, marker), 'This database is whole. Keep this file with it.\n');

export const isReady = (directory: string): boolean => existsSync(join(directory, marker));

export const readyMarker = (directory: string): string => join(directory, marker);

const putAside = (directory: string): void => {
  const aside = `${directory}.unfinished-${Date.now()}`;
  renameSync(directory, aside);
  mkdirSync(directory, { recursive: true });
};
