import type { Config } from '../config/config.ts';
import { askGuard, noteExecution } from '../src/cases/guard/guard.store.ts';
import type { GuardDeps } from '../src/http/routes/adverse-actions.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';

/** null: no system asks before it acts. */
export const guardOf = (
  { guard }: Pick<Config, 'guard'>,
  { db, clock }: { readonly db: Database; readonly clock: Clock },
): GuardDeps | null =>
  guard === null
    ? null
    : {
        secrets: guard.secrets,
        now: () => clock.now(),
        ask: (ask) => db.transaction('desk', (tx) => askGuard(tx, ask, { now: clock.now(), ...guard })),
        executed: (done) => db.transaction('desk', (tx) => noteExecution(tx, done, clock.now())),
      };
