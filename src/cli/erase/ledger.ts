import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { cannotRead, cannotWrite } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';

/** One erasure as the ledger keeps it: keyed hashes, so that the file tells nobody who was erased. */
export interface LedgerLine {
  readonly kind: 'author' | 'post';
  readonly key: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** Of the key that made the hashes. */
  readonly installation: string;
}

/** It lies beside the database, not in it: a restored backup knows nothing of later erasures. */
export const ledgerOf = ({ env, config }: App): string =>
  (env.configPath === null ? null : config().config.retention.ledger) ?? join(env.dataDir, 'erasures.ndjson');

/** Appends lines and waits for the disk. */
export const appendLedger = (path: string, lines: readonly LedgerLine[]): void => {
  if (lines.length === 0) return;
  try {
    mkdirSync(dirname(path), { recursive: true });
    appendFileSync(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), {
      flush: true,
      mode: 0o600,
    });
  } catch (cause) {
    throw cannotWrite(`the ledger ${path}`, cause, 'nothing was erased; make room or correct the rights');
  }
};

/** Lines of the ledger; a file that does not exist has none, where that may be. */
export const readLedger = (path: string, options: { mayBeMissing: boolean }): readonly LedgerLine[] => {
  if (options.mayBeMissing && !existsSync(path)) return [];
  return readText(path)
    .split('\n')
    .flatMap((line, index) => (line.trim() === '' ? [] : [parseLine(line, path, index + 1)]));
};

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw cannotRead(path, cause, 'name the erasures.ndjson that you kept beside the backup');
  }
};

const parseLine = (line: string, path: string, number: number): LedgerLine => {
  const parsed = schema.safeParse(parseJson(line));
  if (parsed.success) return parsed.data;
  throw new UserError(
    `${path}, line ${number} is no erasure: it holds kind, key, at and installation, as "evenhand erase" writes them; remove or mend the line`,
  );
};

const parseJson = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
};

const schema = z.strictObject({
  kind: z.enum(['author', 'post']),
  key: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.iso.datetime(),
  installation: z.string().regex(/^[0-9a-f]{16}$/),
});
