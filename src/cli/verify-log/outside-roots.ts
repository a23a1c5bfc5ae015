import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseRootFile, type RootFile } from '../../cases/log/root-file.ts';
import { cannotRead } from '../../lib/file-trouble.ts';
import { UserError } from '../../lib/user-error.ts';
import type { App } from '../app.ts';

/** What was kept outside the database. */
export type OutsideRoots =
  | { readonly kind: 'files'; readonly files: readonly RootFile[] }
  | { readonly kind: 'hex'; readonly root: string };

/** As asked for; otherwise the files that the service wrote into its data folder. */
export const outsideRoots = (app: App, asked: string | undefined): OutsideRoots => {
  if (asked === undefined) return { kind: 'files', files: filesIn(join(app.env.dataDir, 'roots')) };
  if (/^[0-9a-f]{64}$/i.test(asked)) return { kind: 'hex', root: asked.toLowerCase() };
  return { kind: 'files', files: [readRootFile(resolve(app.env.cwd, asked))] };
};

const filesIn = (folder: string): readonly RootFile[] =>
  existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => /^\d{4}-\d{2}-\d{2}\.jsonl$/.test(name))
        .sort()
        .map((name) => readRootFile(join(folder, name)))
    : [];

const readRootFile = (path: string): RootFile => {
  const parsed = parseRootFile(textOf(path));
  if ('line' in parsed)
    throw new UserError(
      `${path}:${parsed.line}: this is no root as Evenhand writes it: name a file of roots/, or the 64 letters of a root`,
    );
  return parsed;
};

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw cannotRead(path, cause, 'name a file of roots/, or the 64 letters of a root');
  }
};
