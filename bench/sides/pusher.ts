import { Pool } from 'undici';
import { generatePosts } from '../posts/generate-posts.ts';
import { serveSide } from '../side.ts';

export interface PusherSetup {
  readonly origin: string;
  readonly token: string;
  readonly connections: number;
}

/** Sends posts to `POST /ingest/:source` over so many connections, the next request as soon as one is answered. */
serveSide(async ({ origin, token, connections }: PusherSetup) => {
  const pool = new Pool(origin, { connections, pipelining: 1 });
  const push = async (body: string, type: string): Promise<void> => {
    const { statusCode, body: answer } = await pool.request({
      method: 'POST',
      path: '/ingest/bench',
      headers: { authorization: `Bearer ${token}`, 'content-type': type },
      body,
    });
    const said = await answer.text();
    if (statusCode !== 202) throw new Error(`the service answered ${statusCode}: ${said}`);
  };
  return {
    /** Mentions per second until all are accepted. `together`: posts in a request; 1: each as JSON. */
    push: async ({ seed, requests, together }: { seed: number; requests: number; together: number }) => {
      const posts = [...generatePosts({ seed, count: requests * together, now: new Date() })];
      const bodies = Array.from({ length: requests }, (_, n) =>
        posts
          .slice(n * together, (n + 1) * together)
          .map((post) => JSON.stringify(post))
          .join('\n'),
      );
      const type = together === 1 ? 'application/json' : 'application/x-ndjson';
      const begun = performance.now();
      const waiting = bodies.values();
      await Promise.all(
        Array.from({ length: connections }, async () => {
          for (const body of waiting) await push(body, type);
        }),
      );
      return (requests * together * 1_000) / (performance.now() - begun);
    },
    stop: () => pool.close(),
  };
});
