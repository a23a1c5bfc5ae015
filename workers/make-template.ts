import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { openDatabase } from '../src/postgres/database.ts';
import { startParams } from '../src/postgres/embedded/engine-settings.ts';
import { readyMarker } from '../src/postgres/embedded/prepare-directory.ts';
import { templatePath } from '../src/postgres/embedded/template.ts';
import { createBackend } from '../src/queue/backend.ts';

/** Run by the build: a database made from nothing, brought up to date, and packed. It holds no row of anybody. */
const makeTemplate = async (): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'evenhand-template-'));
  const directory = join(root, 'pg');
  try {
    rmSync(templatePath, { force: true });
    const db = await openDatabase({ kind: 'embedded', directory, onBusy: 'refuse' });
    await createBackend({ kind: 'embedded', pool: db.pool }, () => undefined);
    await db.close();
    // Whoever unpacks it says itself when it is whole.
    rmSync(readyMarker(directory));
    const packed = await PGlite.create(directory, { startParams });
    await dropSpares(packed);
    const archive = await packed.dumpDataDir('gzip');
    await packed.close();
    writeFileSync(`${templatePath}.new`, Buffer.from(await archive.arrayBuffer()));
    renameSync(`${templatePath}.new`, templatePath);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
};

/** PostgreSQL's own templates are for making further databases, which nobody does here: two files of five to unpack. */
const dropSpares = async (db: PGlite): Promise<void> => {
  for (const name of ['template0', 'template1']) {
    await db.exec(`alter database ${name} is_template false`);
    await db.exec(`drop database ${name}`);
  }
  await db.exec('checkpoint');
};

await makeTemplate();
