import { type Cluster, startCluster } from '../test/support/postgres-cluster.ts';
import { type RedisServer, startRedis } from '../test/support/redis-server.ts';

/** Private servers, started when a benchmark first asks for them. */
export interface Services {
  redis(): Promise<RedisServer>;
  /** The address of a new, empty database. */
  database(): Promise<string>;
  stop(): Promise<void>;
}

export const createServices = (): Services => {
  let redis: Promise<RedisServer> | null = null;
  let cluster: Promise<Cluster> | null = null;
  let databases = 0;
  return {
    redis: () => {
      redis ??= startRedis();
      return redis;
    },
    database: async () => {
      cluster ??= startCluster();
      const { createDatabase, url } = await cluster;
      databases += 1;
      const name = `bench${databases}`;
      createDatabase(name);
      return url(name);
    },
    stop: async () => {
      await (await redis)?.stop();
      await (await cluster)?.stop();
    },
  };
};
