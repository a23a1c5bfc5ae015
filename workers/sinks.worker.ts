import { createHmac } from 'node:crypto';
import { registerSink } from '../src/notify/sinks/feed.store.ts';
import { forgetDeliveries } from '../src/notify/sinks/ticket.store.ts';
import { readInstanceKey } from '../src/postgres/instance-key.ts';
import { feedSink } from './sink-feed.ts';
import { readTickets } from './sink-read.ts';
import { sendTasks } from './sink-send.ts';
import type { SinkDeps } from './sinks.ts';

export const registerSinks = ({ db, clock, sinks }: SinkDeps): Promise<void> =>
  db.transaction('desk', async (tx) => {
    for (const { settings } of sinks) await registerSink(tx, settings.name, clock.now());
    await forgetDeliveries(tx, clock.now());
  });

/** Cases become calls, calls are made, and what people did over there comes back. One helpdesk waits for no other. */
export const runSinks = async (deps: SinkDeps): Promise<void> => {
  const keyOf = createKeys(await deps.db.transaction('desk', readInstanceKey));
  await Promise.all(
    deps.sinks.map(async (wired) => {
      try {
        await feedSink(wired, keyOf, deps);
        await sendTasks(wired, deps);
        await readTickets(wired, deps);
      } catch (error) {
        deps.onError(
          `sink ${wired.settings.name}`,
          error instanceof Error ? error : new Error(String(error)),
        );
      }
    }),
  );
};

/** One word for any index of a helpdesk; another installation's cases of the same number have other keys. */
const createKeys =
  (instanceKey: string) =>
  (sink: string, caseId: string): string => {
    const place = createHmac('sha256', instanceKey).update(`sink ${sink}`).digest('hex').slice(0, 8);
    return `evenhand_${place}_${caseId}`;
  };
