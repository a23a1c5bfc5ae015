import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import pg from 'pg';
import { registerCases } from '../../src/cli/cases.ts';
import { registerMove } from '../../src/cli/move.ts';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import { createWebhookChannel } from '../../src/notify/channels/webhook.ts';
import { defaultPolicy } from '../../src/notify/policy.ts';
import { type Database, openDatabase } from '../../src/postgres/database.ts';
import { refuseForgottenRecord } from '../../src/postgres/forgotten-record.ts';
import { moveRecord } from '../../src/postgres/move/move-record.ts';
import { readMovedTables } from '../../src/postgres/move/moved-tables.ts';
import type { BackendOptions } from '../../src/queue/backend.ts';
import type { Source } from '../../src/sources/source.ts';
import { unsealLeftovers } from '../../workers/reach.worker.ts';
import { type Service, startService } from '../../workers/service.ts';
import { type Stage, stages } from '../../workers/stages.ts';
import { runCommand } from '../cli/desk-app.ts';
import { openReceiver, type Receiver } from '../notify/support/receiver.ts';
import { testConfig } from '../support/config.ts';
import { countRows, readCases, readMentions } from '../support/desk-rows.ts';
import { hasPostgres } from '../support/engines.ts';
import { complaintText } from '../support/line.ts';
import { until } from '../support/service.ts';
import { takeEmptyDatabase } from '../support/shared-cluster.ts';

const teller = { published: 0 };
const danger = 'The battery is on fire and smoke fills the house!';
const post = (n: number): RawMention => ({
  kind: 'mention',
  nativeId: `p${n}`,
  author: `u${n}`,
  text: `${complaintText(n)} ${n % 4 === 0 ? danger : ''} Ümläut "quoted", \\back, {brace}, 🚲`,
  publishedAt: new Date().toISOString(),
  counts: { followers: n * 1_000, verified: n % 2 === 0 },
});
const source: Source<number> = {
  name: 'forum',
  kind: 'test',
  knowsSpread: true,
  freshnessTargetMs: 60_000,
  nextPollMs: () => 100,
  async *pages(cursor) {
    const from = cursor ?? 0;
    const to = teller.published;
    const events = Array.from({ length: to - from }, (_, i) => post(from + i));
    yield await Promise.resolve({ events, cursor: to, isLast: true });
  },
};

(hasPostgres ? describe : describe.skip)('evenhand move', () => {
  const root = mkdtempSync(join(tmpdir(), 'evenhand-move-'));
  const directory = join(root, 'pg');
  let receiver: Receiver;
  const drops: (() => Promise<void>)[] = [];
  const freshUrl = async (): Promise<string> => {
    const { url, drop } = await takeEmptyDatabase();
    drops.push(drop);
    return url;
  };
  const errors: string[] = [];
  const running = new Set<Service>();

  const serve = async (db: Database, backend: BackendOptions, chosen: readonly Stage[]): Promise<Service> => {
    const service = await startService({
      db,
      backend,
      config: testConfig(),
      sources: new Map([['forum', source as Source]]),
      stages: new Set(chosen),
      version: 'test',
      clock: { now: () => new Date() },
      fetch,
      alertFloor: 'high',
      onPage: (event) => void (event.kind === 'error' && errors.push(event.error.message)),
      onBatch: (event) => void (event.kind === 'failed' && errors.push(event.error.message)),
      channels: [
        {
          channel: createWebhookChannel({
            name: 'hook',
            url: receiver.url,
            secrets: ['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYq='],
          }),
          language: 'en',
          policy: {
            ...defaultPolicy,
            routes: defaultPolicy.routes.map((route) => ({ ...route, groupWaitMs: 0, groupIntervalMs: 0 })),
          },
          listeners: [
            { channel: 'hook', hearing: 'team', brands: null },
            { channel: 'hook', hearing: 'on_call', brands: null },
          ],
        },
      ],
      onDelivery: () => undefined,
      onError: (what, error) => void errors.push(`${what}: ${error.message}`),
      ingestToken: null,
    });
    running.add(service);
    return service;
  };
  const stop = async (service: Service): Promise<void> => {
    running.delete(service);
    await service.stop();
  };
  const openEmbedded = (): Promise<Database> =>
    openDatabase({ kind: 'embedded', directory, onBusy: 'refuse' });
  const move = (to: string, more: readonly string[] = []) =>
    runCommand(registerMove, ['move', '--to', to, ...more], { dataDir: root });
  const tablesOf = async (db: Database): Promise<readonly string[]> =>
    (await readMovedTables(db.pool)).map(({ name }) => name);
  const rowsOf = async (url: string): Promise<number> => {
    const db = await openDatabase({ kind: 'postgres', url, maxConnections: 1 });
    try {
      let rows = 0;
      for (const table of await tablesOf(db)) rows += await countRows(db, table);
      return rows;
    } finally {
      await db.close();
    }
  };
  const working = stages.filter((stage) => stage !== 'http' && stage !== 'digest');

  beforeAll(async () => {
    receiver = await openReceiver();
    const db = await openEmbedded();
    const backend = { kind: 'embedded', pool: db.pool } as const;
    teller.published = 40;
    const whole = await serve(db, backend, working);
    await until(async () => (await countRows(db, 'sealed.sample')) === 40, { what: '40 samples' });
    await until(async () => (await countRows(db, 'desk.outbox', 'flushed_at is null')) === 0);
    await stop(whole);
    // Decided and not told: a triage alone leaves its alerts in the outbox.
    teller.published = 60;
    const decides = await serve(db, backend, ['poll', 'triage']);
    await until(async () => (await countRows(db, 'desk.mention')) === 60, { what: '60 decisions' });
    await stop(decides);
    // The wake-up of the stage that was not there stays in the old queue: the sweep looks for what is a minute old.
    await sql`update intake.inbox set done_at = done_at - interval '10 minutes'`.execute(db.kysely);
    // Taken and not decided: a poll alone leaves its batches in both inboxes.
    teller.published = 80;
    const polls = await serve(db, backend, ['poll']);
    await until(async () => (await countRows(db, 'intake.inbox', `state = 'pending'`)) > 0);
    await stop(polls);
    await db.close();
  }, 120_000);
  afterEach(() => rmSync(join(directory, 'EVENHAND_MOVED'), { force: true }));
  afterAll(async () => {
    for (const service of running) await stop(service);
    await receiver.close();
    for (const drop of drops) await drop();
    rmSync(root, { recursive: true, force: true });
  }, 30_000);

  it('is refused in one sentence while the service runs, and nothing is done', async () => {
    const owner = await openEmbedded();
    const url = await freshUrl();
    const { code, err, out } = await move(url);
    await owner.close();
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^evenhand: another process already works on .*: stop it first/);
    expect(await rowsOf(url)).toBe(0);
  }, 60_000);

  it('is refused where it leads nowhere, to another kind of database, or to what is somebody else’s', async () => {
    expect((await move('mysql://db/evenhand')).err).toContain('--to names no PostgreSQL');
    expect((await move('DATABASE_URL')).err).toContain('the variable is not set');
    const url = await freshUrl();
    expect((await move(url.replace(/test_\w+/, 'nowhere'))).code).toBe(3);
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('create schema desk; create table desk.chairs (n int)');
    await client.end();
    const { code, err } = await move(url);
    expect(code).toBe(2);
    expect(err).toContain(
      'has a schema "desk" that is not Evenhand\'s: name an empty database; nothing was moved',
    );
  }, 60_000);

  it('is refused where anything of somebody else stands, and nothing is made there', async () => {
    const url = await freshUrl();
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    await client.query('create table chairs (n int)');
    const { code, err } = await move(url);
    const { rows } = await client.query("select nspname from pg_namespace where nspname = 'desk'");
    await client.end();
    expect(code).toBe(2);
    expect(err).toContain('is not empty (it has public.chairs): name an empty database; nothing was moved');
    expect(rows).toEqual([]);
    expect(existsSync(join(directory, 'EVENHAND_MOVED'))).toBe(false);
  }, 60_000);

  it('is refused to a second place, whether the first move ended or not, and goes on to the same one', async () => {
    const [first, second] = [await freshUrl(), await freshUrl()];
    expect((await move(first)).code).toBe(0);
    const kept = readFileSync(join(directory, 'EVENHAND_MOVED'), 'utf8');
    const again = await move(second);
    expect(again.code).toBe(2);
    expect(again.err).toMatch(/was moved to .*test_\w+ at .*, and is not moved to .*test_\w+ as well/);
    expect(readFileSync(join(directory, 'EVENHAND_MOVED'), 'utf8')).toBe(kept);
    writeFileSync(join(directory, 'EVENHAND_MOVED'), kept.replace('"moved"', '"moving"'));
    expect((await move(second)).err).toContain('was interrupted: run the move to there again');
    expect(await rowsOf(second)).toBe(0);
    expect((await move(first)).out).toContain('already, row for row');
  }, 90_000);

  it('is refused where another record lives, and leaves it alone', async () => {
    const url = await freshUrl();
    const other = await openDatabase({ kind: 'postgres', url, maxConnections: 1 });
    await sql`insert into intake.cursor values ('theirs', '7', 1, now())`.execute(other.kysely);
    await other.close();
    const { code, err } = await move(url);
    expect(code).toBe(2);
    expect(err).toContain('is not empty (there are rows in intake.cursor)');
    expect(await rowsOf(url)).toBe(1);
    expect(existsSync(join(directory, 'EVENHAND_MOVED'))).toBe(false);
  }, 60_000);

  it('that is interrupted leaves nothing behind: the service refuses to begin there, and the move begins anew', async () => {
    const url = await freshUrl();
    const [from, to] = [await openEmbedded(), await openDatabase({ kind: 'postgres', url })];
    const torn = moveRecord(from, to, {
      onProgress: (rows) => {
        if (rows > 20) throw new Error('the cable was pulled');
      },
      beforeKept: () => undefined,
    });
    await expect(torn).rejects.toThrow('the cable was pulled');
    await Promise.all([from.close(), to.close()]);
    expect(await rowsOf(url)).toBe(0);
    await expect(refuseForgottenRecord({ cwd: root, dataDir: root, url })).rejects.toThrow(
      'carry them there with "evenhand move --to DATABASE_URL"',
    );
    expect((await move(url)).code).toBe(0);
    await expect(refuseForgottenRecord({ cwd: root, dataDir: root, url })).resolves.toBeUndefined();

    // Killed after everything was kept there and before that was noted here: found whole, and finished.
    const { to: there } = JSON.parse(readFileSync(join(directory, 'EVENHAND_MOVED'), 'utf8'));
    const mark = { state: 'moving', to: there, at: new Date().toISOString() };
    writeFileSync(join(directory, 'EVENHAND_MOVED'), JSON.stringify(mark));
    await expect(openEmbedded()).rejects.toThrow(
      `to ${there} was interrupted: run "evenhand move --to URL" again`,
    );
    const { code, out } = await move(url);
    expect(code).toBe(0);
    expect(out).toContain('already, row for row');
    expect(readFileSync(join(directory, 'EVENHAND_MOVED'), 'utf8')).toContain('"moved"');
  }, 90_000);

  it('does not keep what does not add up', async () => {
    const url = await freshUrl();
    const [from, to] = [await openEmbedded(), await openDatabase({ kind: 'postgres', url })];
    await sql`create function public.blur() returns trigger language plpgsql as $$ begin new.text := 'blurred'; return new; end $$`.execute(
      to.kysely,
    );
    await sql`create trigger blur before insert on desk.mention for each row execute function public.blur()`.execute(
      to.kysely,
    );
    await sql`alter table desk.mention enable always trigger blur`.execute(to.kysely);
    // A rule of the database cannot be put to sleep as a trigger is.
    await sql`create rule lose as on insert to intake.thread do instead nothing`.execute(to.kysely);
    await sql`insert into intake.thread values ('forum', 't', 'voltara', now())`.execute(from.kysely);
    const moved = await moveRecord(from, to, { onProgress: () => undefined, beforeKept: () => undefined });
    await sql`delete from intake.thread where thread = 't'`.execute(from.kysely);
    await Promise.all([from.close(), to.close()]);
    expect(moved).toEqual({ kind: 'differs', table: 'intake.thread' });
    expect(await rowsOf(url)).toBe(0);
  }, 60_000);

  it('carries everything, refuses a start in place, and the service goes on there with nothing lost or doubled', async () => {
    const url = await freshUrl();
    const before = await openEmbedded();
    const [toldBefore, cases] = [receiver.received.length, await readCases(before)];
    expect(toldBefore).toBeGreaterThan(0);
    const waiting = await countRows(before, 'desk.outbox', 'flushed_at is null');
    expect(waiting).toBeGreaterThan(0);
    expect(await countRows(before, 'sealed.inbox', 'payload is not null')).toBeGreaterThan(0);
    await before.close();

    const { code, out } = await move(url, ['--json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ kind: 'moved', rows: await rowsOf(url) });
    await expect(openEmbedded()).rejects.toThrow(
      /was moved to .*test_\d+_\d+ at .*set DATABASE_URL to go on there/,
    );
    expect(out).not.toContain('evenhand@');

    const db = await openDatabase({ kind: 'postgres', url });
    const { rows } = await sql<{ cursor: number }>`select cursor from intake.cursor`.execute(db.kysely);
    expect(rows).toEqual([{ cursor: 80 }]);
    const service = await serve(db, { kind: 'postgres', url }, working);
    teller.published = 100;
    await until(async () => (await countRows(db, 'desk.mention')) === 100, {
      what: '100 decisions',
      withinMs: 60_000,
    });
    // What the sweep does every half minute.
    await unsealLeftovers({ db, clock: { now: () => new Date() } });
    await until(async () => (await countRows(db, 'sealed.sample')) === 100, { what: '100 samples' });
    await until(async () => (await countRows(db, 'desk.outbox', 'flushed_at is null')) === 0);
    const wanted = await countRows(db, 'desk.outbox');
    const told = (): string[] =>
      receiver.received.flatMap(({ body }) =>
        (JSON.parse(body.toString('utf8')) as { data: { alerts: { id: string }[] } }).data.alerts.map(
          ({ id }) => id,
        ),
      );
    await until(() => new Set(told()).size >= wanted, { what: `${wanted} alerts` });
    await stop(service);
    // What the problem stage adds meanwhile is told too, once.
    expect(told()).toEqual([...new Set(told())]);
    const mentions = await readMentions(db);
    expect(new Set(mentions.map(({ native_id: id }) => id)).size).toBe(100);
    const after = await readCases(db);
    expect(after.slice(0, cases.length)).toEqual(cases);
    expect(new Set(after.map(({ case_id: id }) => id)).size).toBe(after.length);
    expect(after.flatMap(({ posts }) => posts).length).toBe(100);
    await db.close();
    expect(errors).toEqual([]);
  }, 120_000);

  it('can be taken back: without the mark the copy opens as it was', async () => {
    const db = await openEmbedded();
    expect(await countRows(db, 'desk.mention')).toBe(60);
    const { out } = await runCommand(registerCases, ['cases', 'list', '--all', '--json', '--limit', '500'], {
      db,
    });
    expect((JSON.parse(out) as unknown[]).length).toBe(60);
    await db.close();
  }, 60_000);
});
