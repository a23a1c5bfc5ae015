import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder and those above it. Throws what the system says. Node's own way never ends where the system denies
 * that a folder can be made with ENOENT, as it does in /proc.
 */
export const makeFolder = (path: string): void => {
  const missing: string[] = [];
  for (let at = path; !existsSync(at); at = dirname(at)) missing.unshift(at);
  for (const folder of missing) makeOne(folder);
};

/** Another process may have made it by now. */
const makeOne = (folder: string): void => {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (!existsSync(folder) || !statSync(folder).isDirectory()) throw error;
  }
};
