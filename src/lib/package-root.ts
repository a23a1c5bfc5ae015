import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const findRoot = (from: string): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const up = dirname(from);
  if (up === from) throw new Error(`no package.json above ${from}`);
  return findRoot(up);
};

/** The folder that holds package.json, whether this code runs from the sources or from dist/. */
export const packageRoot: string = findRoot(dirname(fileURLToPath(import.meta.url)));

/** Worker threads load compiled files only: a `.ts` entry does not load under tsx or Jest on Node 20. */
export const compiledEntry = (path: string): URL => new URL(`file://${join(packageRoot, 'dist', path)}`);
