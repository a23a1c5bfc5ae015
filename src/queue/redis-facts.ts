import { Cluster, Redis } from 'ioredis';

export interface RedisFacts {
  /** Valkey says which Redis it is compatible with. */
  readonly version: string;
  /** Anything but `noeviction` lets Redis throw jobs away. */
  readonly evictionPolicy: string;
}

const answerMs = 5_000;

/** Asks a Redis, or a node of a cluster, who it is. Throws what the connection says when it does not answer. */
export const readRedisFacts = async (url: string): Promise<RedisFacts> => {
  const nodes = url.split(',').map((node) => node.trim());
  const settings = { connectTimeout: answerMs, maxRetriesPerRequest: 0, retryStrategy: () => null } as const;
  const client =
    nodes.length > 1
      ? new Cluster(nodes, { redisOptions: settings, clusterRetryStrategy: () => null })
      : new Redis(nodes[0] ?? url, settings);
  const failure = new Promise<never>((_, reject) => client.once('error', reject));
  try {
    const info = await Promise.race([client.info(), failure]);
    return {
      version: /^redis_version:(\S+)/m.exec(info)?.[1] ?? '',
      evictionPolicy: /^maxmemory_policy:(\S+)/m.exec(info)?.[1] ?? 'noeviction',
    };
  } finally {
    client.disconnect();
  }
};
