import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { readSourceHealth, registerSource } from '../../src/ingest/health.store.ts';
import { readCursor } from '../../src/ingest/inbox.store.ts';
import { createSafeSocket } from '../../src/lib/safe-socket.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { BlueskyCursor } from '../../src/sources/bluesky/cursor.ts';
import { type PollDeps, pollSource } from '../../workers/poll.worker.ts';
import type { PollEvent } from '../../workers/poll-event.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { accountOf, deletionOf, idOf, postOf, replyOf } from '../sources/bluesky/bluesky-events.ts';
import { fastPace, sourceOn } from '../sources/bluesky/harness.ts';
import type { Engine } from '../support/engines.ts';
import { type JetstreamStandIn, startJetstream } from '../support/jetstream-stand-in.ts';
import { complaintText, type Line, openLine } from '../support/line.ts';

const begun = Date.parse('2026-05-04T09:00:00Z');

describe('a stream, walked by the worker', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  let host: JetstreamStandIn;
  let nowMs = begun;
  const stops: (() => Promise<void>)[] = [];
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
    line = await openLine({ db, clock: { now: () => new Date(nowMs) } });
    host = await startJetstream({ nowUs: () => nowMs * 1000 });
  }, 60_000);
  afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });
  afterAll(async () => {
    await host.close();
    await line.close();
    await db.close();
    await engine.dispose();
  });

  const say = (event: Record<string, unknown>): void => {
    nowMs += 100;
    host.publish(event);
  };

  /** A process of its own: its own source, its own connection. */
  const startListening = (name: string, more: Partial<PollDeps> = {}) => {
    const stop = new AbortController();
    const told: PollEvent[] = [];
    const deps: PollDeps = {
      ...line.intake,
      sources: new Map([
        [name, { ...sourceOn([host.origin], { pace: { ...fastPace, quietMs: 20_000 } }), name } as never],
      ]),
      fetch,
      connect: createSafeSocket({ allow: [host.hostPort] }),
      signal: stop.signal,
      maxBacklog: 100,
      onPage: (event) => void told.push(event),
      ...more,
    };
    const done = pollSource(name, deps);
    const end = async (): Promise<void> => {
      stop.abort();
      await done;
    };
    stops.push(end);
    return { told, done, end };
  };

  const register = async (name: string): Promise<void> => {
    await db.transaction('ingest', (tx) =>
      registerSource(
        tx,
        { ...sourceOn([host.origin], { pace: { ...fastPace, quietMs: 20_000 } }), name },
        new Date(nowMs),
      ),
    );
  };

  const makeDue = async (name: string): Promise<void> => {
    await sql`update ops.source_health set next_poll_at = null where source = ${name}`.execute(db.kysely);
  };

  const cursorOf = async (name: string): Promise<BlueskyCursor | null> =>
    (await db.transaction('ingest', (tx) => readCursor(tx, name))).value as BlueskyCursor | null;

  const until = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
    for (let i = 0; i < 400 && !(await holds()); i += 1)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await holds()).toBe(true);
  };

  const textsIn = async (source: string): Promise<readonly (string | null)[]> => {
    await line.settle();
    const { rows } = await sql<{ text: string | null }>`
      select text from desk.mention where source = ${source} order by published_at, native_id`.execute(
      db.kysely,
    );
    return rows.map(({ text }) => text);
  };

  it('goes on listening after it has caught up, commits without matches, and ends when the service does', async () => {
    await register('live');
    const { told, end } = startListening('live');
    await until(() => host.calls.length === 1);
    say(postOf('n1', 'Nothing'));
    await until(async () => (await cursorOf('live'))?.timeUs === nowMs * 1000);
    say(postOf('n2', complaintText(7)));
    await until(() => told.some((event) => event.kind === 'page' && event.kept === 1));
    expect(await textsIn('live')).toEqual([complaintText(7)]);
    await end();
    const [health] = await db.transaction('ingest', (tx) => readSourceHealth(tx));
    expect(health).toMatchObject({ source: 'live', read: 2, events: 1, lastError: null, gap: null });
  }, 30_000);

  it('goes on where it stopped, so that what was said meanwhile arrives once', async () => {
    say(postOf('n3', complaintText(8)));
    await makeDue('live');
    const { told, done } = startListening('live', { isOnce: true });
    await done;
    expect(told.filter(({ kind }) => kind === 'error')).toEqual([]);
    expect(await textsIn('live')).toEqual([complaintText(7), complaintText(8)]);
  }, 30_000);

  it('hears who answers without naming the brand, and forgets what is deleted, but not what it never had', async () => {
    say(replyOf('n4', 'same here, order 9 is lost as well', idOf('n3')));
    say(replyOf('n5', 'same here', idOf('elsewhere')));
    say(deletionOf('n2'));
    say(deletionOf('never-seen'));
    say(accountOf('did:plc:never-seen-either-xxxxxxx', 'deleted'));
    await makeDue('live');
    await startListening('live', { isOnce: true }).done;
    expect(await textsIn('live')).toEqual(
      expect.arrayContaining([complaintText(8), 'same here, order 9 is lost as well']),
    );
    expect(await textsIn('live')).not.toContain(complaintText(7));
    const { rows } = await sql<{ native_id: string }>`select native_id from intake.tombstone`.execute(
      db.kysely,
    );
    expect(rows.map(({ native_id: id }) => id)).toEqual([idOf('n2')]);
    const authors = await sql`select author from intake.author_tombstone`.execute(db.kysely);
    expect(authors.rows).toEqual([]);
  }, 30_000);

  it('takes an edit that no longer names the brand in the place of what it said', async () => {
    const edited = postOf('n3', 'Solved, sorry for the noise');
    say({ ...edited, commit: { ...edited.commit, operation: 'update', rev: '3mptbypluud2a' } });
    await makeDue('live');
    await startListening('live', { isOnce: true }).done;
    expect(await textsIn('live')).toContain('Solved, sorry for the noise');
    expect(await textsIn('live')).not.toContain(complaintText(8));
  }, 30_000);

  it('is held by one process; another takes it over when that falls silent, and no post comes twice', async () => {
    await register('shared');
    const before = host.calls.length;
    const first = startListening('shared');
    await until(() => host.calls.length === before + 1);
    await startListening('shared').done;
    expect(host.calls).toHaveLength(before + 1);
    // The first one is frozen for longer than it holds: its timer comes too late.
    nowMs += 6_001;
    const second = startListening('shared');
    await until(() => host.calls.length === before + 2);
    for (let i = 0; i < 5; i += 1) say(postOf(`s${i}`, complaintText(100 + i)));
    await Promise.race([first.done, second.done]);
    say(postOf('s9', complaintText(109)));
    await until(async () => (await textsIn('shared')).length === 6);
    expect(new Set(await textsIn('shared')).size).toBe(6);
  }, 30_000);

  it('is asked again within a second when the connection ends, and ever later while it cannot be opened', async () => {
    await register('broken');
    const waits: number[] = [];
    for (let i = 0; i < 8; i += 1) {
      host.faults.refusals.push({ status: 503 });
      await startListening('broken').done;
      const health = await db.transaction('ingest', (tx) => readSourceHealth(tx));
      const next = health.find(({ source }) => source === 'broken')?.nextPollAt?.getTime() ?? 0;
      waits.push((next - nowMs) / 1000);
      nowMs = next;
    }
    expect(waits[0]).toBeLessThanOrEqual(1.2);
    for (const [i, wait] of waits.slice(1).entries())
      expect(wait).toBeGreaterThanOrEqual(Math.min(2 * (waits[i] ?? 0), 60) - 0.01);
    expect(waits.at(-1)).toBeLessThanOrEqual(72);
  }, 30_000);
});
