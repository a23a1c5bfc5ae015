import type { Clock } from '../src/lib/clock.ts';
import {
  type Feed,
  keepFeed,
  lockFeed,
  readCaseFacts,
  readWakes,
  type Wake,
} from '../src/notify/sinks/feed.store.ts';
import { planTicket } from '../src/notify/sinks/plan-ticket.ts';
import { readTold, writePlan } from '../src/notify/sinks/told.store.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';
import type { WiredSink } from './sinks.ts';

interface FeedDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

type KeyOf = (sink: string, caseId: string) => string;

/** Plans what the helpdesk is to be told of every case to which something happened since. */
export const feedSink = async (wired: WiredSink, keyOf: KeyOf, deps: FeedDeps): Promise<void> => {
  while (!deps.signal.aborted && (await feedOnce(wired, keyOf, deps)));
};

const wakesAtOnce = 500;
/** A transaction that had begun may have ended this much later, behind what was read already. */
const lateMs = 300_000;

/** One transaction: wakes read, tickets and calls written, the feed moved on. True: there is more. */
const feedOnce = ({ settings }: WiredSink, keyOf: KeyOf, { db, clock }: FeedDeps): Promise<boolean> =>
  db.transaction('desk', async (tx) => {
    const now = clock.now();
    const feed = await lockFeed(tx, settings.name);
    if (feed === null) return false;
    const fresh = await readWakes(tx, { after: feed.fedTo, upTo: null, limit: wakesAtOnce });
    const isSweeping = now.getTime() - feed.markAt.getTime() >= lateMs;
    const again = isSweeping
      ? await readWakes(tx, { after: feed.sweptTo, upTo: feed.mark, limit: wakesAtOnce })
      : [];
    const caseIds = [...new Set([...fresh, ...again].map(({ caseId }) => caseId))];
    await planAll(tx, caseIds, { settings, keyOf, now });
    await keepFeed(tx, settings.name, nextFeed(feed, { fresh, again, isSweeping, now }));
    return fresh.length === wakesAtOnce || again.length === wakesAtOnce;
  });

interface Planning {
  readonly settings: WiredSink['settings'];
  readonly keyOf: KeyOf;
  readonly now: Date;
}

const planAll = async (tx: Transaction, caseIds: readonly string[], planning: Planning): Promise<void> => {
  const { settings, keyOf, now } = planning;
  const sink = settings.name;
  const facts = await readCaseFacts(tx, caseIds);
  const told = await readTold(tx, sink, caseIds);
  for (const caseId of caseIds) {
    const fact = facts.get(caseId);
    if (fact === undefined) continue;
    const key = keyOf(sink, caseId);
    const plan = planTicket(fact, told.get(caseId) ?? null, { settings, keyOf: () => key });
    if (plan.told !== null)
      await writePlan(tx, { tasks: plan.tasks, told: plan.told }, { sink, caseId, key, now });
  }
};

interface Fed {
  readonly fresh: readonly Wake[];
  readonly again: readonly Wake[];
  readonly isSweeping: boolean;
  readonly now: Date;
}

const nextFeed = (feed: Feed, { fresh, again, isSweeping, now }: Fed): Feed => {
  const fedTo = fresh.at(-1)?.activityId ?? feed.fedTo;
  if (!isSweeping) return { ...feed, fedTo };
  const last = again.at(-1);
  if (again.length === wakesAtOnce && last !== undefined) return { ...feed, fedTo, sweptTo: last.activityId };
  return { fedTo, sweptTo: feed.mark, mark: fedTo, markAt: now };
};
