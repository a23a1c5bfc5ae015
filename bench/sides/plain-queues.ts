import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';
import { serveSide } from '../side.ts';

/**
 * The plain way: three BullMQ queues (collect, classify, store), one job per mention, handlers that do nothing but
 * pass it on. Jobs are added 500 at a time, the fastest way to add them.
 */
const addAtOnce = 500;
const concurrency = 100;
const names = ['collect', 'classify', 'store'] as const;

serveSide(async ({ redisUrl }: { redisUrl: string }) => {
  const connections: Redis[] = [];
  const connect = (): Redis => {
    const connection = new Redis(redisUrl, { maxRetriesPerRequest: null });
    connections.push(connection);
    return connection;
  };
  const shared = connect();
  const removal = { removeOnComplete: true, removeOnFail: true } as const;
  const queues = names.map(
    (name) => new Queue(name, { connection: shared, prefix: '{plain}', defaultJobOptions: removal }),
  );
  let onStored = (): void => undefined;
  const work = (index: number) =>
    new Worker(
      names[index] ?? '',
      async (job) => {
        const next = queues[index + 1];
        if (next === undefined) onStored();
        else await next.add('mention', job.data);
      },
      { connection: connect(), prefix: '{plain}', concurrency, removeOnComplete: { count: 0 } },
    );
  let workers: Worker[] = [];
  const add = async (path: string): Promise<number> => {
    let added = 0;
    let waiting: { name: string; data: unknown }[] = [];
    const flush = async (): Promise<void> => {
      const jobs = waiting;
      waiting = [];
      added += jobs.length;
      await queues[0]?.addBulk(jobs);
    };
    for await (const line of createInterface({ input: createReadStream(path) })) {
      waiting.push({ name: 'mention', data: JSON.parse(line) as unknown });
      if (waiting.length === addAtOnce) await flush();
    }
    await flush();
    return added;
  };
  return {
    /** Mentions per second from the file to the end of the third queue. */
    run: async ({ path, count }: { path: string; count: number }) => {
      if (workers.length === 0) workers = names.map((_, index) => work(index));
      const begun = performance.now();
      let stored = 0;
      const allStored = new Promise<void>((resolve) => {
        onStored = () => {
          stored += 1;
          if (stored === count) resolve();
        };
      });
      await add(path);
      await allStored;
      return (count * 1_000) / (performance.now() - begun);
    },
    /** Leaves the mentions waiting in the first queue. */
    add: async ({ path }: { path: string }) => add(path),
    stop: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all(queues.map((queue) => queue.close()));
      for (const connection of connections) connection.disconnect();
    },
  };
});
