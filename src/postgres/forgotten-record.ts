import { join, relative } from 'node:path';
import { UserError } from '../lib/user-error.ts';
import { isReady } from './embedded/prepare-directory.ts';
import { hasOurRecord } from './has-our-tables.ts';
import { refuseMoved } from './move/moved-mark.ts';

/**
 * Somebody who moves to PostgreSQL may believe that the cases move along: a database without our tables is refused
 * while the embedded one holds cases.
 */
export const refuseForgottenRecord = async (place: {
  readonly cwd: string;
  readonly dataDir: string;
  readonly url: string;
}): Promise<void> => {
  const embedded = join(place.dataDir, 'pg');
  if (!isReady(embedded) || (await hasOurRecord(place.url))) return;
  refuseMoved(embedded);
  const shown = relative(place.cwd, embedded) || embedded;
  throw new UserError(
    `DATABASE_URL names a database without a record of Evenhand, while ${shown} holds the cases of the embedded database: carry them there with "evenhand move --to DATABASE_URL", move ${shown} away to begin anew, or unset DATABASE_URL to go on with it`,
  );
};
