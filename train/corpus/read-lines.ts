import { readFileSync } from 'node:fs';
import { UserError } from '../../src/lib/user-error.ts';

export type Row = Readonly<Record<string, unknown>>;

/** Rows of a file of JSON lines. Throws a UserError that names the file, or its line. */
export const readLines = (path: string): readonly Row[] => {
  const lines = readText(path).split('\n');
  return lines.flatMap((line, at) => (line.trim() === '' ? [] : [rowOf(line, `${path}, line ${at + 1}`)]));
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new UserError(`${path} cannot be read: name the folder of the labelled text`, { cause });
  }
};

const rowOf = (line: string, where: string): Row => {
  try {
    return JSON.parse(line) as Row;
  } catch (cause) {
    throw new UserError(`${where}: not JSON`, { cause });
  }
};

export const stringOf = (row: Row, key: string): string => {
  const value = row[key];
  return typeof value === 'string' ? value : '';
};
