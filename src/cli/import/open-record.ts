import { type Database, openDatabase } from '../../postgres/database.ts';
import { isReady } from '../../postgres/embedded/prepare-directory.ts';
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
