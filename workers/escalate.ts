import type { Config } from '../config/config.ts';
import { claimAsk, settleAsk } from '../src/cases/escalation/ask.store.ts';
import { runChains } from '../src/cases/escalation/chain.store.ts';
import { sweepEscalations } from '../src/cases/escalation/executive.store.ts';
import type { ExecutivePath } from '../src/domain/escalation.ts';
import type { Database } from '../src/postgres/database.ts';

/** Asks of customers that one look settles; the next, a quarter of a minute later, goes on. */
const asksAtOnce = 200;

export interface EscalateDeps {
  readonly db: Database;
  readonly config: Pick<Config, 'escalation' | 'people'>;
  readonly onError: (error: unknown) => void;
}

/** Chains that start or go on, what customers asked for, requests that lapse, answers that are overdue: all from rows, each step once. */
export const escalate = async (
  { db, config: { escalation, people }, onError }: EscalateDeps,
  now: Date,
): Promise<void> => {
  const { chains, executive } = escalation;
  // Runs of a chain that left the configuration still have to end. What breaks at one of the three stops no other.
  await db.transaction('desk', (tx) => runChains(tx, { chains, people, now })).catch(onError);
  await settleAsks({ db, onError }, executive, now).catch(onError);
  await db.transaction('desk', (tx) => sweepEscalations(tx, executive, now)).catch(onError);
};

/** An ask at which something breaks is looked at again later; those behind it wait for nothing. */
const settleAsks = async (
  { db, onError }: Pick<EscalateDeps, 'db' | 'onError'>,
  path: ExecutivePath,
  now: Date,
): Promise<void> => {
  for (let asked = 0; asked < asksAtOnce; asked += 1) {
    const ask = await db.transaction('desk', (tx) => claimAsk(tx, path, now));
    if (ask === null) return;
    await db.transaction('desk', (tx) => settleAsk(tx, ask, path, now)).catch(onError);
  }
};
