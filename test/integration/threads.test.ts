import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { idOf, postOf } from '../sources/bluesky/bluesky-events.ts';
import { type AppViewStandIn, startAppView } from '../support/appview-stand-in.ts';
import { hasPostgres } from '../support/engines.ts';
import { type JetstreamStandIn, startJetstream } from '../support/jetstream-stand-in.ts';
import { startCluster } from '../support/postgres-cluster.ts';
import { endPrograms, type Place, preparePlace, startProgram, until } from '../support/service.ts';

const anna = 'did:plc:aaaaaaaaaaaaaaaaaaaaaaaa';
const bo = 'did:plc:bbbbbbbbbbbbbbbbbbbbbbbb';

(hasPostgres ? describe : describe.skip)('a complaint on Bluesky, in the real service', () => {
  let cluster: Awaited<ReturnType<typeof startCluster>>;
  let host: JetstreamStandIn;
  let appView: AppViewStandIn;
  let place: Place;
  let db: Database;
  beforeAll(async () => {
    cluster = await startCluster();
    cluster.createDatabase('evenhand');
    host = await startJetstream({ nowUs: () => Date.now() * 1000 });
    appView = await startAppView();
    const api = new URL(appView.baseUrl);
    place = await preparePlace(
      `sources:\n  bsky: { kind: bluesky, base_url: "${host.origin}", api_url: "${appView.baseUrl}" }\nnetwork:\n  allow: ["${host.hostPort}", "${api.host}"]\n`,
    );
    db = await openDatabase({ kind: 'postgres', url: cluster.url('evenhand') });
  }, 60_000);
  afterAll(async () => {
    await endPrograms();
    await db.close();
    await host.close();
    await appView.close();
    await cluster.stop();
    place.remove();
  });

  const start = () =>
    startProgram({ folder: place.folder, env: { ...place.env, DATABASE_URL: cluster.url('evenhand') } });

  const oneOf = async <Row>(statement: ReturnType<typeof sql<Row>>): Promise<Row | undefined> =>
    (await statement.execute(db.kysely)).rows[0];

  it('has its thread followed after a kill -9, and its author asked about after the decision alone', async () => {
    const createdAt = new Date().toISOString();
    appView.profiles.set(anna, { handle: 'anna.example', followers: 12_000_000 });
    appView.publish({ createdAt, did: anna, rkey: 'a', text: 'Voltara order 7 never arrived' });
    appView.publish({
      createdAt,
      did: bo,
      rkey: 'b',
      text: 'Same here, order 8 never arrived!',
      replyTo: idOf('a'),
    });
    appView.publish({
      createdAt,
      did: bo,
      rkey: 'c',
      text: 'Nobody answers me either, order 9 is lost!',
      quotes: idOf('a'),
    });
    const first = start();
    await until(() => host.calls.length === 1, { withinMs: 40_000 });
    host.publish(postOf('a', 'Voltara order 7 never arrived and nobody answers my mails!', { createdAt }));
    const followed = sql<{ due: number }>`
      select extract(epoch from due_at - began_at)::int as due from intake.followed where thread = ${idOf('a')}`;
    expect(await until(() => oneOf(followed), { withinMs: 30_000 })).toEqual({ due: 600 });
    const sample = sql<{
      followers: string;
    }>`select followers from sealed.sample where native_id = ${idOf('a')}`;
    expect(await until(() => oneOf(sample), { withinMs: 30_000 })).toEqual({ followers: '12000000' });
    const order = sql<{ isAfter: boolean }>`
      select s.observed_at > m.decided_at as "isAfter" from sealed.sample s join desk.mention m using (source, native_id)`;
    expect(await oneOf(order)).toEqual({ isAfter: true });
    await first.kill();
    expect(appView.requests.some(({ url }) => url.pathname.includes('getPostThread'))).toBe(false);
    // Ten minutes later.
    await sql`update intake.followed set began_at = began_at - interval '10 minutes', due_at = due_at - interval '10 minutes'`.execute(
      db.kysely,
    );
    const second = start();
    const kept = sql<{
      ids: string[];
    }>`select array_agg(native_id order by native_id) as ids from desk.mention having count(*) = 3`;
    const { ids } = await until(() => oneOf(kept), { withinMs: 60_000 });
    expect(ids).toEqual([idOf('a'), `at://${bo}/app.bsky.feed.post/b`, `at://${bo}/app.bsky.feed.post/c`]);
    const cases = sql<{ n: string }>`select count(distinct complainant) as n from desk."case"`;
    expect(await until(async () => ((await oneOf(cases))?.n === '2' ? 2 : null))).toBe(2);
    await second.stop();
    expect(appView.violations).toEqual([]);
  }, 180_000);
});
