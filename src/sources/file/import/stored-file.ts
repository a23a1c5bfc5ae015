import { createReadStream } from 'node:fs';
import { rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { UserError } from '../../../lib/user-error.ts';
import { spoolInput } from './spool-input.ts';

export interface InputPlace {
  /** `-`: standard input. */
  readonly path: string;
  /** Where input that can be read once only is kept while it is worked on. */
  readonly spoolDirectory: string;
}

export interface InputReading {
  readonly stdin: Readable;
  readonly signal: AbortSignal;
  /** Heard while input is kept. */
  readonly onBytes: (bytes: number) => void;
}

/** Input that can be read once only is kept in a file while `work` lasts; sentences about it name the input. */
export const withStoredFile = async <T>(
  { path: asked, spoolDirectory }: InputPlace,
  { stdin, ...reading }: InputReading,
  work: (path: string) => Promise<T>,
): Promise<T> => {
  if (asked !== '-' && !(await isPipe(asked))) return work(asked);
  const path = await spoolInput(asked === '-' ? stdin : createReadStream(asked), spoolDirectory, reading);
  try {
    return await work(path);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const shown = asked === '-' ? 'standard input' : asked;
    throw new UserError(error.message.replaceAll(path, shown), { cause: error });
  } finally {
    await rm(path, { force: true });
  }
};

/** `evenhand import <(zcat old.gz)` names a pipe, which can be read once only. */
const isPipe = async (path: string): Promise<boolean> => {
  const found = await stat(path).catch(() => null);
  return found !== null && (found.isFIFO() || found.isCharacterDevice());
};
