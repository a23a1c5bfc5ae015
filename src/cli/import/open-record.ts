import { relative } from 'node:path';
import type { Env } from '../../../config/env.ts';
import { UserError } from '../../lib/user-error.ts';
import { type Database, openDatabase } from '../../postgres/database.ts';
import { isReady } from '../../postgres/embedded/prepare-directory.ts';
import { hasOurTables } from '../../postgres/has-our-tables.ts';
import { type App, embeddedDirectory, openForCommand } from '../app.ts';
import type { SpokenOptions } from '../desk-options.ts';
import { sayImport } from './texts.ts';

/** Opens the record for a command that may be the first to use it: an embedded database that is missing is made. */
export const withRecord = async <T>(
  { app, language }: SpokenOptions & { readonly app: App },
  work: (db: Database) => Promise<T>,
): Promise<T> => {
  const directory = embeddedDirectory(app.env);
  const isEmbedded = app.env.engine.kind === 'embedded';
  if (isEmbedded && isReady(directory)) return app.withDatabase(work);
  if (!isEmbedded) await refuseForgottenRecord(app.env);
  if (app.isDemo) app.io.err(`${sayImport(language, 'demo')}\n`);
  const db = isEmbedded
    ? await openDatabase({ kind: 'embedded', directory, onBusy: 'join' })
    : await openForCommand(app.env);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
};

/** Somebody who moves to PostgreSQL may believe that the cases move along. */
const refuseForgottenRecord = async (env: Env): Promise<void> => {
  if (env.engine.kind === 'embedded') return;
  const embedded = embeddedDirectory(env);
  if (!isReady(embedded) || (await hasOurTables(env.engine.databaseUrl))) return;
  const place = relative(env.cwd, embedded) || embedded;
  throw new UserError(
    `DATABASE_URL names a database without tables of Evenhand, while ${place} holds the cases of the embedded database: move ${place} away to begin anew, or unset DATABASE_URL to go on with it`,
  );
};
