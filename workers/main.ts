import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Logger } from 'winston';
import type { Config } from '../config/config.ts';
import type { Env } from '../config/env.ts';
import type { Clock } from '../src/lib/clock.ts';
import { packageRoot } from '../src/lib/package-root.ts';
import { createSafeFetch } from '../src/lib/safe-fetch.ts';
import { createSafeSocket } from '../src/lib/safe-socket.ts';
import { type Database, openDatabase } from '../src/postgres/database.ts';
import { createDatabaseClock } from '../src/postgres/database-clock.ts';
import { refuseForgottenRecord } from '../src/postgres/forgotten-record.ts';
import { isUnavailable } from '../src/postgres/is-unavailable.ts';
import type { Source } from '../src/sources/source.ts';
import { backendOf } from './backend-of.ts';
import { wireChannels } from './channels.ts';
import { startHeartbeat } from './heartbeat.ts';
import { createLog } from './log.ts';
import type { Outages } from './outages.ts';
import { createReporter, type Reporter } from './reporter.ts';
import { outagesOf, serverOf } from './server-outages.ts';
import { type Service, startService } from './service.ts';
import type { ServiceOptions } from './service-options.ts';
import { createDemo, createSources, sourcesWithAudiences } from './sources.ts';
import type { Stage } from './stages.ts';

export interface RunOptions {
  readonly env: Env;
  readonly config: Config;
  readonly warnings: readonly string[];
  readonly stages: ReadonlySet<Stage>;
  readonly version: string;
  readonly clock: Clock;
  readonly isPretty: boolean;
  readonly isColour: boolean;
  readonly width: number;
  readonly write: (text: string) => void;
  /** Resolves when a person or the system asks the service to stop. */
  readonly stopRequest: Promise<string>;
  /** Runs once the record is open and before any stage works; what it says goes to the log. */
  readonly beforeWork?: (db: Database) => Promise<string | null>;
}

/** Opens the record, starts the stages, waits to be stopped, drains. Returns the exit code. */
export const runService = async (options: RunOptions): Promise<number> => {
  const log = createLog({
    level: options.env.logLevel,
    isPretty: options.isPretty,
    isColour: options.isColour,
    write: options.write,
  });
  const reporter = createReporter(options, log);
  reporter.greet();
  for (const warning of options.warnings) log.warn(warning);
  const sources = sourcesOf(options);
  const db = await openRecord(options, log);
  if (db === null) return 0;
  await prepareRecord(options, db, log);
  const outages = outagesOf(options.env, db, (sentence) => log.warn(sentence));
  const clock = await createDatabaseClock(db);
  let service: Service;
  try {
    service = await startService(serviceOptions({ ...options, clock }, { db, sources, reporter, outages }));
  } catch (error) {
    outages.stop();
    clock.stop();
    await db.close();
    throw error;
  }
  reporter.started(db);
  const stopHeartbeat = startHeartbeat(options.env.heartbeatUrl, fetch, (error) =>
    reporter.onError('heartbeat', error),
  );
  const reason = await options.stopRequest;
  stopHeartbeat();
  clock.stop();
  outages.stop();
  await drain(service, db, { log, reporter, reason });
  return 0;
};

const prepareRecord = async ({ beforeWork }: RunOptions, db: Database, log: Logger): Promise<void> => {
  try {
    const said = (await beforeWork?.(db)) ?? null;
    if (said !== null) log.warn(said);
  } catch (error) {
    await db.close();
    throw error;
  }
};

/** Only a process that polls needs what its sources need. */
const sourcesOf = ({ env, config, stages }: RunOptions): ReadonlyMap<string, Source> => {
  if (!stages.has('poll')) return new Map();
  if (isDemo(env)) return createDemo(join(packageRoot, 'config', 'demo'));
  return createSources(config, { xBearerToken: env.xBearerToken() });
};

interface Parts {
  readonly db: Database;
  readonly sources: ReadonlyMap<string, Source>;
  readonly reporter: Reporter;
  readonly outages: Outages;
}

const serviceOptions = (options: RunOptions, { db, sources, reporter, outages }: Parts): ServiceOptions => ({
  db,
  sources,
  audiences: isDemo(options.env) || !options.stages.has('reach') ? [] : sourcesWithAudiences(options.config),
  backend: backendOf(options.env, db),
  config: options.config,
  stages: options.stages,
  version: options.version,
  clock: options.clock,
  fetch: createSafeFetch({ allow: options.config.network.allow }),
  connect: createSafeSocket({ allow: options.config.network.allow }),
  alertFloor: 'high',
  onPage: reporter.onPage,
  onBatch: (event) => {
    if (event.kind !== 'failed' || !outages.covers(serverOf('triage', event.error, options.env), event.error))
      reporter.onBatch(event);
  },
  channels: isDemo(options.env) ? [] : wireChannels(options.config, options),
  onDelivery: reporter.onDelivery,
  onSinkCall: reporter.onSinkCall,
  rootsDir: join(options.env.dataDir, 'roots'),
  onRoot: reporter.onRoot,
  ingestToken: options.env.ingestToken(),
  onError: (what, error) => {
    if (!outages.covers(serverOf(what, error, options.env), error)) reporter.onError(what, error);
  },
});

/** Longer than a batch takes, shorter than the ten seconds that a person or a container manager waits. */
const drainMs = 8_000;

const drain = async (
  service: Service,
  db: Database,
  { log, reporter, reason }: { log: Logger; reporter: Reporter; reason: string },
): Promise<void> => {
  log.info(`stopping (${reason}): no new work is taken, what runs is finished`);
  reporter.stop();
  const late = sleep(drainMs, 'late' as const, { ref: false });
  const ended = service
    .stop()
    .then(() => db.close())
    .then(() => 'ended' as const);
  const outcome = await Promise.race([ended, late]).catch((error: unknown) => error);
  if (outcome === 'ended') return void log.info('stopped');
  const why = outcome instanceof Error ? ` (${outcome.message})` : '';
  log.warn(`what still runs did not end in time${why}; it is given back and done again at the next start`);
  // A connection that waits for a server which is away would keep the process alive.
  setTimeout(() => process.exit(), lastWordsMs);
};

/** For the log to be written out. */
const lastWordsMs = 200;

const isDemo = (env: Env): boolean => env.engine.kind === 'embedded' && env.engine.isDemo;

const retryMs = 5_000;

/** A database that is down at start is waited for, in so many words. null: asked to stop while waiting. */
const openRecord = async (options: RunOptions, log: Logger): Promise<Database | null> => {
  const { env } = options;
  if (env.engine.kind === 'embedded')
    return openDatabase({ kind: 'embedded', directory: join(env.dataDir, 'pg'), onBusy: 'refuse' });
  const url = env.engine.databaseUrl;
  let isStopped = false;
  void options.stopRequest.then(() => {
    isStopped = true;
  });
  while (!isStopped) {
    try {
      await refuseForgottenRecord({ ...env, url });
      return await openDatabase({ kind: 'postgres', url });
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      log.warn(
        `the database does not answer yet (${(error as Error).message || (error as { code?: string }).code}); trying again in ${retryMs / 1_000} s`,
      );
      const timer = new AbortController();
      const waited = sleep(retryMs, undefined, { signal: timer.signal }).catch(() => undefined);
      await Promise.race([waited, options.stopRequest]);
      timer.abort();
    }
  }
  return null;
};
