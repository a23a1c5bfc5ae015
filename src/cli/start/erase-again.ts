import { installationHash } from '../../ingest/erase.store.ts';
import { findUnknownErasures } from '../../ingest/erasure-run.store.ts';
import type { Database } from '../../postgres/database.ts';
import { readInstanceKey } from '../../postgres/instance-key.ts';
import type { App } from '../app.ts';
import { applyLedger } from '../erase/apply-ledger.ts';
import { ledgerOf, readLedger } from '../erase/ledger.ts';

/**
 * Before any stage works: a ledger that knows more erasures than the record says that an older backup came back.
 * Returns a sentence for the log; null: there was nothing to do. Lines of another installation are not ours to apply.
 */
export const eraseAgain = async (app: App, db: Database): Promise<string | null> => {
  const file = ledgerOf(app);
  const lines = readLedger(file, { mayBeMissing: true });
  if (lines.length === 0) return null;
  const { ours, unknown } = await db.transaction('desk', async (tx) => {
    const installation = installationHash(await readInstanceKey(tx));
    const mine = lines.filter((line) => line.installation === installation);
    return { ours: mine, unknown: await findUnknownErasures(tx, mine) };
  });
  if (unknown === 0) return null;
  const now = app.clock.now();
  const erased = await applyLedger(db, ours, { now, doneBy: null, keep: () => undefined, file });
  return `the record is older than ${unknown} of the erasures in ${file}, so they were carried out again: ${erased.mentions} posts, ${erased.samples} samples, ${erased.deadLetters} dead letters, ${erased.renewed} waiting messages`;
};
