import { warnOfResolutions } from '../src/cases/life/resolution.store.ts';
import type { Database } from '../src/postgres/database.ts';
import { resolutionStarts } from '../src/triage/resolution.ts';

/** Looks at every policy under which cases were opened: a case keeps its own. */
export const lookAtResolutions = async (db: Database, now: Date): Promise<number> => {
  const due = await db.transaction('desk', async (tx) =>
    (await tx.selectFrom('desk.policy').select(['version', 'policy']).execute()).flatMap(
      ({ version, policy }) =>
        resolutionStarts(policy, now).map((starts) => ({ policy: version, ...starts })),
    ),
  );
  return due.length === 0 ? 0 : db.transaction('desk', (tx) => warnOfResolutions(tx, due, now));
};
