import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../lib/package-root.ts';

/**
 * A fresh database with today's tables, made once when the project is built: unpacking it takes a third of the time
 * and half of the memory of an initdb inside the service (facts/performance.md 2).
 */
export const templatePath: string = join(packageRoot, 'dist', 'pglite-template.tar.gz');

/** null: it was never built, or for another version; the service then makes a database from nothing. */
export const readTemplate = (): Blob | null =>
  existsSync(templatePath) ? new Blob([readFileSync(templatePath)], { type: 'application/x-gzip' }) : null;
