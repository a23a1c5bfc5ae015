import {
  createPostgresBackend,
  Queue,
  type QueueOptions,
  runMigrations,
  Worker,
  type WorkerOptions,
  withBackend,
} from 'bullmq';
import { Cluster, Redis } from 'ioredis';
import type { Pool } from '../postgres/pool.ts';
import { createServerPool } from '../postgres/server-pool.ts';

/** Where the wake-ups travel: Redis in production, else the same PostgreSQL that keeps the record. */
export type BackendOptions =
  | { readonly kind: 'redis'; readonly url: string }
  | { readonly kind: 'postgres'; readonly url: string }
  | { readonly kind: 'embedded'; readonly pool: Pool };

/** As much of BullMQ as the service uses, on either backend. */
export interface Backend {
  readonly kind: BackendOptions['kind'];
  queue(name: string): Queue;
  worker(name: string, process: (data: unknown) => Promise<void>, options: { concurrency: number }): Worker;
  /** Bytes that the backend's server holds in memory; null when it is not Redis. */
  memoryBytes(): Promise<number | null>;
  close(): Promise<void>;
}

/** Hot jobs are removed at once, on failure too: an id that is kept would block its own re-enqueueing for ever. */
const removal = { removeOnComplete: true, removeOnFail: true } as const;
/** One slot for all keys of ours, as Redis Cluster wants it. */
const prefix = '{evenhand}';

export const createBackend = (options: BackendOptions, onError: (error: Error) => void): Promise<Backend> =>
  options.kind === 'redis'
    ? Promise.resolve(redisBackend(options.url, onError))
    : postgresBackend(options, onError);

const connectRedis = (url: string): Redis | Cluster => {
  const nodes = url.split(',');
  const settings = { maxRetriesPerRequest: null, enableReadyCheck: true } as const;
  return nodes.length > 1 ? new Cluster(nodes, { redisOptions: settings }) : new Redis(url, settings);
};

const redisBackend = (url: string, onError: (error: Error) => void): Backend => {
  const connections: (Redis | Cluster)[] = [];
  const connect = () => {
    const connection = connectRedis(url);
    connection.on('error', onError);
    connections.push(connection);
    return connection;
  };
  const shared = connect();
  return {
    kind: 'redis',
    queue: (name) =>
      listening(new Queue(name, { connection: shared, prefix, defaultJobOptions: removal }), onError),
    worker: (name, process, { concurrency }) =>
      listening(
        new Worker(name, (job) => process(job.data), {
          connection: connect(),
          prefix,
          concurrency,
          ...workerRemoval,
        }),
        onError,
      ),
    memoryBytes: async () => Number(/used_memory:(\d+)/.exec(await shared.info('memory'))?.[1] ?? 0),
    // Connections that are passed in are ours to close.
    close: async () => {
      await Promise.all(
        connections.map((connection) => connection.quit().catch(() => connection.disconnect())),
      );
    },
  };
};

const workerRemoval = { removeOnComplete: { count: 0 }, removeOnFail: { count: 0 } } as const;

/** Shared by all queues: each worker keeps one connection to listen on, the rest take turns. */
const queueConnections = 16;

const postgresBackend = async (
  options: Exclude<BackendOptions, { kind: 'redis' }>,
  onError: (error: Error) => void,
): Promise<Backend> => {
  const classes = withBackend(createPostgresBackend);
  const pool =
    options.kind === 'embedded'
      ? options.pool
      : createServerPool(options.url, {
          max: queueConnections,
          settings: { search_path: 'bullmq' },
          onError,
        });
  // The embedded pool is the record's own; a pool made here is ours to end.
  const close = (): Promise<void> => (options.kind === 'embedded' ? Promise.resolve() : pool.end());
  await migrateQueue(pool).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  const base = { connection: pool } as unknown as QueueOptions;
  return {
    kind: options.kind,
    queue: (name) =>
      listening(
        new classes.Queue(name, { ...base, defaultJobOptions: removal } as never) as unknown as Queue,
        onError,
      ),
    worker: (name, process, { concurrency }) =>
      listening(
        new classes.Worker(name, (job) => process(job.data), {
          ...base,
          concurrency,
          ...workerRemoval,
        } as unknown as WorkerOptions as never) as unknown as Worker,
        onError,
      ),
    memoryBytes: () => Promise.resolve(null),
    close,
  };
};

const migrateQueue = async (pool: Pool): Promise<void> => {
  const client = await pool.connect();
  try {
    await runMigrations(client as never, 'bullmq');
  } finally {
    client.release();
  }
};

const listening = <T extends Queue | Worker>(part: T, onError: (error: Error) => void): T => {
  (part as { on(event: 'error', listener: (error: Error) => void): unknown }).on('error', onError);
  return part;
};
