import { type HttpServer, type ServerDeps, startHttp } from '../../src/http/server.ts';

/** The service's own server on the loopback address with these routes alone; an error of one ends the test. */
export const startQuietServer = (
  deps: Partial<ServerDeps>,
  trustedProxies: readonly string[] = [],
): Promise<HttpServer> =>
  startHttp(
    { host: '127.0.0.1', port: 0, trustedProxies },
    {
      health: { whyNotReady: () => Promise.resolve(null) },
      metrics: { contentType: 'text/plain', scrape: () => Promise.resolve('') },
      ingest: null,
      onError: (error) => {
        throw error;
      },
      ...deps,
    },
  );
