import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { Database } from '../../postgres/database.ts';
import { readOpenLocks } from '../../postgres/lock-check.ts';
import { grantStatements, roleStatements } from '../../postgres/roles.ts';
import { createFinder, type Finding } from './finding.ts';

/** Lock 3 as the database itself sees it; the others are in the code and its tests. */
export const checkLocks = async (db: Database, language: CatalogueLanguage): Promise<readonly Finding[]> => {
  const finder = createFinder(language, 'lock');
  const openings = await readOpenLocks(db);
  const todo = db.roles.kind === 'open' ? 'lock.close' : 'lock.look';
  return [
    ...(openings.length === 0
      ? [finder.ok('lock.closed')]
      : openings.map((reason) => finder.warn('lock.open', { reason }, todo))),
    finder.ok('lock.tests'),
  ];
};

/** What somebody who may create roles runs once; null: the roles stand. */
export const statementsToRun = (db: Database): readonly string[] | null =>
  db.roles.kind === 'open'
    ? [...roleStatements, ...grantStatements].map((statement) => `${statement};`)
    : null;
