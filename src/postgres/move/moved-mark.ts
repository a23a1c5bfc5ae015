import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { cannotWrite } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';

/**
 * Lies in the embedded directory once its record was carried to a PostgreSQL: going on in both places would decide
 * every post twice. `moving` stands from just before the other side keeps it until it is known that it did.
 */
export interface MovedMark {
  readonly state: 'moving' | 'moved';
  /** Host and database, without login and password. */
  readonly to: string;
  /** ISO 8601 UTC. */
  readonly at: string;
}

export const movedMarkPath = (directory: string): string => join(directory, 'EVENHAND_MOVED');

export const writeMovedMark = (directory: string, mark: MovedMark): void => {
  const path = movedMarkPath(directory);
  try {
    writeFileSync(path, `${JSON.stringify(mark)}\n`, { flush: true });
  } catch (cause) {
    throw cannotWrite(path, cause, 'nothing was moved; make room or correct the rights');
  }
};

/** null: the record was not moved. A mark that cannot be read is one all the same. */
export const readMovedMark = (directory: string): MovedMark | null => {
  const path = movedMarkPath(directory);
  if (!existsSync(path)) return null;
  try {
    return schema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return { state: 'moving', to: 'a PostgreSQL', at: new Date(0).toISOString() };
  }
};

export const refuseMoved = (directory: string): void => {
  const mark = readMovedMark(directory);
  if (mark === null) return;
  const path = movedMarkPath(directory);
  if (mark.state === 'moving')
    throw new UserError(
      `moving ${directory} to ${mark.to} was interrupted: run "evenhand move --to URL" again, which finishes it or begins anew, or delete ${path} if you know that nothing arrived there`,
    );
  throw new UserError(
    `the record of ${directory} was moved to ${mark.to} at ${mark.at}: set DATABASE_URL to go on there; to go back to this copy, without what came in since, delete ${path}`,
  );
};

const schema = z.strictObject({ state: z.enum(['moving', 'moved']), to: z.string(), at: z.iso.datetime() });
