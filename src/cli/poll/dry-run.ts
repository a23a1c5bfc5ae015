import { createSourceRecord } from '../../../workers/source-record.ts';
import type { Brand } from '../../domain/brand.ts';
import { readCursor } from '../../ingest/inbox.store.ts';
import { createSafeFetch } from '../../lib/safe-fetch.ts';
import { createSafeSocket } from '../../lib/safe-socket.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import type { Database } from '../../postgres/database.ts';
import { isReady } from '../../postgres/embedded/prepare-directory.ts';
import { hasOurTables } from '../../postgres/has-our-tables.ts';
import { type Source, type SourceDeps, SourceError } from '../../sources/source.ts';
import { type App, embeddedDirectory } from '../app.ts';
import { exitCodes } from '../exit-codes.ts';
import { interrupted } from '../import/interrupt.ts';
import type { Polling } from './poll-options.ts';
import { dryRunText } from './report.ts';
import { sayPoll } from './texts.ts';
import { type Tried, trySource } from './try-source.ts';

/** Shows what would come in and keeps nothing; the exit code. */
export const dryRun = async (
  app: App,
  chosen: readonly Source[],
  { signal, options }: Polling,
): Promise<number> => {
  const { language } = options;
  const paid = new Set(chosen.filter(({ kind }) => kind === 'x').map(({ name }) => name));
  const isThere = await isRecordThere(app);
  if (!isThere) for (const source of paid) app.io.err(`${sayPoll(language, 'unbooked', { source })}\n`);
  const { tried, failed } = isThere
    ? await app.withDatabase((db) => tryAll(app, chosen, { db, signal }))
    : await tryAll(app, chosen, { db: null, signal });
  const booked = isThere ? paid : new Set<string>();
  if (options.json === true) app.io.out(`${JSON.stringify([...tried, ...failed], null, 2)}\n`);
  else if (tried.length > 0) app.io.out(`${dryRunText(tried, { language, width: app.io.width, booked })}\n`);
  for (const { source, error } of failed) app.io.err(`evenhand: ${source}: ${sentenceIn(error, language)}\n`);
  if (signal.aborted) return interrupted;
  if (failed.length === 0) return exitCodes.ok;
  return failed.some(({ isPermanent }) => isPermanent) ? exitCodes.usage : exitCodes.unavailable;
};

/** A dry run makes no database: where there is none, every source is read from its beginning. */
const isRecordThere = async ({ env }: App): Promise<boolean> =>
  env.engine.kind === 'embedded' ? isReady(embeddedDirectory(env)) : hasOurTables(env.engine.databaseUrl);

/** One that cannot be tried costs the others nothing. */
interface Failed {
  readonly source: string;
  readonly error: string;
  readonly isPermanent: boolean;
}

const tryAll = async (
  app: App,
  chosen: readonly Source[],
  { db, signal }: { readonly db: Database | null; readonly signal: AbortSignal },
): Promise<{ readonly tried: readonly Tried[]; readonly failed: readonly Failed[] }> => {
  const tried: Tried[] = [];
  const failed: Failed[] = [];
  for (const source of chosen) {
    if (signal.aborted) break;
    const { name } = source;
    const cursor = db === null ? null : (await db.transaction('ingest', (tx) => readCursor(tx, name))).value;
    try {
      tried.push(await trySource(source, cursor, { ...depsOf(app, signal), ...recordOf(app, name, db) }));
    } catch (error) {
      // Whoever presses Ctrl-C needs not hear that the request ended.
      if (signal.aborted) break;
      if (!(error instanceof SourceError)) throw error;
      failed.push({ source: name, error: error.message, isPermanent: isForAPerson(error) });
    }
  }
  return { tried, failed };
};

const depsOf = (app: App, signal: AbortSignal): SourceDeps & { readonly brands: readonly Brand[] } => {
  const { brands, network } = app.config().config;
  return {
    clock: app.clock,
    fetch: createSafeFetch({ allow: network.allow }),
    connect: createSafeSocket({ allow: network.allow }),
    signal,
    brands,
  };
};

/** What is read is billed, and so booked; nothing is asked for again, for what that told would not be stored. */
const recordOf = ({ clock }: App, source: string, db: Database | null): Pick<SourceDeps, 'record'> =>
  db === null
    ? {}
    : { record: { ...createSourceRecord(source, { db, clock }), dueChecks: () => Promise.resolve([]) } };

/** The guard's refusal of an address travels as its words. */
const isForAPerson = ({ outcome, message }: SourceError): boolean =>
  outcome === 'permanent' || message.includes('network.allow');
