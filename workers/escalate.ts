import type { Config } from '../config/config.ts';
import { settleAsk } from '../src/cases/escalation/ask.store.ts';
import { runChains } from '../src/cases/escalation/chain.store.ts';
import { sweepEscalations } from '../src/cases/escalation/executive.store.ts';
import type { Database } from '../src/postgres/database.ts';

/** Asks of customers that one look settles; the next, a quarter of a minute later, goes on. */
const asksAtOnce = 200;

/** Chains that start or go on, what customers asked for, requests that lapse, answers that are overdue: all from rows, each step once. */
export const escalate = async (
  {
    db,
    config: { escalation, people },
  }: { readonly db: Database; readonly config: Pick<Config, 'escalation' | 'people'> },
  now: Date,
): Promise<void> => {
  // Runs of a chain that left the configuration still have to end.
  await db.transaction('desk', (tx) => runChains(tx, { chains: escalation.chains, people, now }));
  for (let asked = 0; asked < asksAtOnce; asked += 1)
    if (!(await db.transaction('desk', (tx) => settleAsk(tx, escalation.executive, now)))) break;
  await db.transaction('desk', (tx) => sweepEscalations(tx, escalation.executive, now));
};
