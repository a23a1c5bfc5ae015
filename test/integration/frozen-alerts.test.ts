import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { createWebhookChannel } from '../../src/notify/channels/webhook.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import { warnOfDeadlines } from '../../src/notify/watch.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { NotifyDeps } from '../../workers/deliver.ts';
import { planAll } from '../../workers/notify.worker.ts';
import { reconcileDeletions } from '../../workers/reconcile.ts';
import { countRows, emptyRecord, readActivities, readCases } from '../support/desk-rows.ts';
import { anyEngine, type Engine } from '../support/engines.ts';
import { clockAt, type Line, openLine } from '../support/line.ts';

const loss = (n: number): RawEvent => ({
  kind: 'mention',
  nativeId: `p${n}`,
  author: 'ann',
  text: `@voltara 4,300 euros lost since your refund never came, my rent is due on Friday. Letter ${n}`,
  url: `https://forum.example/p${n}`,
  publishedAt: '2026-11-20T08:00:00.000Z',
});
const words = /4,300 euros/;

describe('a post whose alert is frozen and not sent', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  const clock = clockAt('2026-11-20T09:00:00Z');
  beforeAll(async () => {
    engine = await anyEngine();
    db = await engine.open();
    line = await openLine({ db, clock });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });
  beforeEach(async () => {
    clock.set('2026-11-20T09:00:00Z');
    await emptyRecord(db);
  });

  const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
  const deps = (): NotifyDeps => ({
    db,
    clock,
    channels: [
      {
        channel: createWebhookChannel({ name: 'hook', url: 'http://hook.test/', secrets: [secret] }),
        language: 'en',
        policy: defaultPolicy,
        listeners: [{ channel: 'hook', hearing: 'team', brands: null }],
      },
    ],
    fetch: () => Promise.reject(new Error('nothing is sent')),
    signal: new AbortController().signal,
    timezone: 'UTC',
    onDelivery: () => undefined,
    onError: () => undefined,
  });
  const take = async (...events: RawEvent[]): Promise<void> => {
    await line.take('forum', events);
    await line.settle();
  };
  const frozen = async () => {
    const { rows } = await sql<{ id: string; body: string; attempts: number }>`
      select notification_id as id, convert_from(body, 'UTF8') as body, attempts from desk.notification
      where state = 'pending' order by 1`.execute(db.kysely);
    return rows;
  };
  /** Frozen with words, tried once, and waiting for its next try. */
  const tellOf = async (...events: RawEvent[]): Promise<string[]> => {
    await take(...events);
    await planAll(deps());
    await sql`update desk.notification set attempts = 1, next_attempt_at = next_attempt_at + interval '1 hour'`.execute(
      db.kysely,
    );
    const before = await frozen();
    expect(before.map(({ body }) => words.test(body))).toEqual(before.map(() => true));
    return before.map(({ id }) => id);
  };
  const wordless = async (ids: readonly string[]): Promise<void> => {
    expect((await frozen()).filter(({ body }) => words.test(body))).toEqual([]);
    await planAll(deps());
    const after = await frozen();
    expect(after.map(({ id }) => id)).toEqual(ids);
    for (const { body } of after) {
      expect(body).not.toMatch(words);
      expect(JSON.parse(body)).toMatchObject({ data: { turn: 1, alerts: [{ excerpt: null }] } });
    }
  };

  it.each<readonly [string, RawEvent]>([
    ['by itself', { kind: 'deletion', nativeId: 'p1' }],
    ['with its author', { kind: 'deletion', author: 'ann' }],
  ])('is told of without its words, under the same id, when it is deleted %s', async (_how, deletion) => {
    const ids = await tellOf(loss(1));
    expect(ids).toHaveLength(1);
    await take(deletion);
    await wordless(ids);
    expect((await readActivities(db)).filter(({ kind }) => kind === 'post_deleted')).toHaveLength(1);
  });

  it('stands in no answer either that the API keeps for a request which is sent again', async () => {
    await tellOf(loss(1));
    const [opened] = await readCases(db);
    for (const name of [`EH-${opened?.case_id}`, 'EH-999'])
      await sql`
        insert into ops.api_request values ('key', ${name}, 'bytes', 200, '{}', ${JSON.stringify({ id: name })}, ${clock.now()}::timestamptz)`.execute(
        db.kysely,
      );
    await take({ kind: 'deletion', nativeId: 'p1' });
    expect(await countRows(db, 'ops.api_request')).toBe(1);
    expect(await countRows(db, 'ops.api_request', "idempotency_key = 'EH-999'")).toBe(1);
    await sql`delete from ops.api_request`.execute(db.kysely);
  });

  it('is named in one form wherever its message names it', async () => {
    await tellOf(loss(1));
    const [row] = await readCases(db);
    const [message] = await frozen();
    const { data } = JSON.parse(message?.body ?? '') as { data: { groupKey: string; alerts: unknown[] } };
    const name = `EH-${row?.case_id}`;
    expect(data.alerts).toMatchObject([{ caseId: name, command: `evenhand cases take ${name}` }]);
    await sql`update desk."case" set due_at = ${clock.now()}`.execute(db.kysely);
    await db.transaction('desk', (tx) => warnOfDeadlines(tx, clock.now()));
    clock.set('2026-11-20T09:06:00Z');
    await planAll(deps());
    const said = (await frozen()).map(({ body }) => body).join();
    expect(said).toContain(`evenhand cases show ${name}`);
    expect(said).not.toMatch(new RegExp(`(?:"caseId":"|show |take )${row?.case_id}\\b`));
  });

  it('leaves the words of others where they are', async () => {
    const other = { ...loss(2), author: 'bea' };
    await tellOf(loss(1));
    // Alerts of high severity keep five minutes between two messages.
    clock.set('2026-11-20T09:06:00Z');
    await tellOf(other);
    await take({ kind: 'deletion', nativeId: 'p1' });
    expect((await frozen()).map(({ body }) => /Letter \d/.exec(body)?.[0])).toEqual(['Letter 2']);
  });

  it('is treated alike when its deletion was stored while it was decided, and found later', async () => {
    const ids = await tellOf(loss(1));
    await sql`insert into intake.tombstone values ('forum', 'p1', ${clock.now()})`.execute(db.kysely);
    const reconcile = () => db.transaction('desk', (tx) => reconcileDeletions(tx, clock.now()));
    expect(await reconcile()).toBe(1);
    await wordless(ids);
    const [row] = await readCases(db);
    expect(row?.posts.map(({ url }) => url)).toEqual([null]);
    expect((await readActivities(db)).filter(({ kind }) => kind === 'post_deleted')).toEqual([
      { case_id: row?.case_id, kind: 'post_deleted', actor: 'evenhand', post_key: 'forum|p1', value: null },
    ]);
    expect(await reconcile()).toBe(0);
  });

  it('is noted in the case that goes on, where its own was merged into another', async () => {
    await tellOf(loss(1));
    await take({ ...loss(2), author: 'bea' });
    const [first, second] = (await readCases(db)).map(({ case_id: id }) => id);
    await sql`update desk."case" set merged_into = ${second} where case_id = ${first}`.execute(db.kysely);
    await sql`insert into intake.author_tombstone values ('forum', 'ann', ${clock.now()})`.execute(db.kysely);
    await db.transaction('desk', (tx) => reconcileDeletions(tx, clock.now()));
    expect(await countRows(db, 'desk.activity', `kind = 'post_deleted' and case_id = ${second}`)).toBe(1);
    expect(await countRows(db, 'desk.activity', `kind = 'post_deleted'`)).toBe(1);
  });
});
