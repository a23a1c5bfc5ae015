import { relative } from 'node:path';
import type { Engine } from '../../../config/env.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { UserError } from '../../lib/user-error.ts';
import { isReady } from '../../postgres/embedded/prepare-directory.ts';
import { hasOurTables } from '../../postgres/has-our-tables.ts';
import { readRedisFacts } from '../../queue/redis-facts.ts';
import { type App, embeddedDirectory } from '../app.ts';
import { whyUnavailable } from '../report-failure.ts';
import { createFinder, type Finding } from './finding.ts';
import { readServerVersion } from './server-version.store.ts';

export interface CheckedRecord {
  /** It may be opened and asked. Looking makes no database and no tables. */
  readonly isThere: boolean;
  readonly findings: readonly Finding[];
}

export const checkRecord = (app: App, language: CatalogueLanguage): Promise<CheckedRecord> => {
  const { engine } = app.env;
  return engine.kind === 'embedded'
    ? Promise.resolve(checkDirectory(app, language))
    : checkServer(engine.databaseUrl, language);
};

const checkDirectory = (app: App, language: CatalogueLanguage): CheckedRecord => {
  const directory = embeddedDirectory(app.env);
  // Who owns it is known when it is opened.
  if (isReady(directory)) return { isThere: true, findings: [] };
  const finding = createFinder(language, 'record').warn(
    'record.none',
    { directory: relative(app.env.cwd, directory) },
    'record.begin',
  );
  return { isThere: false, findings: [finding] };
};

const oldestPostgres = 15;

const checkServer = async (url: string, language: CatalogueLanguage): Promise<CheckedRecord> => {
  const finder = createFinder(language, 'record');
  const place = placeOf(url);
  try {
    const version = await readServerVersion(url);
    if (Number.parseInt(version, 10) < oldestPostgres)
      return {
        isThere: false,
        findings: [finder.misconfigured('record.old', { version, place }, 'record.upgrade')],
      };
    const found = finder.ok('record.server', { version, place });
    if (await hasOurTables(url)) return { isThere: true, findings: [found] };
    return { isThere: false, findings: [found, finder.warn('record.empty', { place }, 'record.begin')] };
  } catch (error) {
    return { isThere: false, findings: [recordDown(error, language)] };
  }
};

/** A record that cannot be opened, in words; faults of the program are thrown on. */
export const recordDown = (error: unknown, language: CatalogueLanguage): Finding => {
  const reason = error instanceof UserError ? error.message : (whyUnavailable(error) ?? messageOf(error));
  return createFinder(language, 'record').unavailable('record.down', { reason }, 'record.start');
};

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

const oldestRedis = 7;

export const checkQueue = async (
  engine: Engine,
  language: CatalogueLanguage,
): Promise<readonly Finding[]> => {
  const finder = createFinder(language, 'queue');
  if (engine.kind !== 'production') return [finder.ok('queue.record')];
  const place = engine.redisUrl.split(',').map(placeOf).join(', ');
  try {
    const { version, evictionPolicy: policy } = await readRedisFacts(engine.redisUrl);
    const found =
      Number.parseInt(version, 10) < oldestRedis
        ? finder.misconfigured('queue.old', { version, place }, 'queue.upgrade')
        : finder.ok('queue.redis', { version, place });
    if (policy === 'noeviction') return [found];
    return [found, finder.warn('queue.evicts', { place, policy }, 'queue.noeviction')];
  } catch (error) {
    return [finder.unavailable('queue.down', { place, reason: messageOf(error) }, 'queue.start')];
  }
};

/** Host and database, without login and password. */
const placeOf = (url: string): string => {
  const { hostname, port, pathname } = new URL(url.trim());
  return `${hostname}${port === '' ? '' : `:${port}`}${pathname === '/' ? '' : pathname}`;
};
