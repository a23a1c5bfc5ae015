import { afterEach, describe, expect, it } from '@jest/globals';
import { hasPostgres } from '../support/engines.ts';
import { complaintText } from '../support/line.ts';
import { startCluster } from '../support/postgres-cluster.ts';
import { endPrograms, preparePlace, startProgram, until } from '../support/service.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  await endPrograms();
  for (const one of close.splice(0).reverse()) await one();
});

describe('HTTP while the database is away', () => {
  const withPostgres = hasPostgres ? it : it.skip;

  withPostgres(
    'asks senders to try again, still shows what it counts, and takes posts when the database is back',
    async () => {
      const cluster = await startCluster();
      close.push(() => cluster.stop());
      cluster.createDatabase('evenhand');
      const place = await preparePlace();
      close.push(() => place.remove());
      const env = { ...place.env, DATABASE_URL: cluster.url('evenhand') };
      const program = startProgram({ folder: place.folder, env });
      await program.says(/"ready"/);
      const push = (id: string): Promise<Response> => place.push('shop', [{ id, text: complaintText(1) }]);
      expect((await push('before')).status).toBe(202);
      expect(await (await place.get('/metrics')).text()).toMatch(/^evenhand_database_up 1$/m);

      cluster.halt();
      for (const id of ['away', 'again']) {
        const refused = await push(id);
        expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
        expect(await refused.json()).toEqual({
          status: 503,
          title: 'Not available',
          detail: expect.stringMatching(/^the database takes no posts now; .+: try again in 5 s$/),
        });
      }
      const unready = await place.get('/readyz');
      expect([unready.status, await unready.json()]).toEqual([
        503,
        { status: 'not ready', reason: 'the database does not answer' },
      ]);
      const metrics = await place.get('/metrics');
      const text = await metrics.text();
      expect(metrics.status).toBe(200);
      expect(text).toMatch(/^evenhand_database_up 0$/m);
      expect(text).toMatch(/^process_cpu_seconds_total /m);
      expect(text).not.toMatch(/^evenhand_(?:inbox_events|stage_lag_seconds)\b/m);
      expect((await place.get('/healthz')).status).toBe(200);

      await cluster.start();
      await until(async () => (await push('again')).status === 202, { what: 'an accepted post' });
      expect(await (await place.get('/metrics')).text()).toMatch(/^evenhand_inbox_events \d+$/m);
      await program.says(/the database answers again, after \d+ s/);
      // The first look of each connection that broke may come after the answer.
      expect((program.output().match(/the database does not answer \(/g) ?? []).length).toBeLessThan(3);
      expect(program.output()).not.toMatch(/"(?:sweep|notify|letters): /);
      expect((await program.stop()).code).toBe(0);
    },
    60_000,
  );
});
