import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { defaultRetention } from '../../config/defaults.ts';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import type { Push } from '../../src/http/routes/ingest.ts';
import { pushHash } from '../../src/ingest/push-hash.ts';
import { compileWatchList } from '../../src/ingest/watch-list.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { Queues } from '../../src/queue/queues.ts';
import { applyRetention } from '../../workers/retention.ts';
import { takePushes } from '../../workers/take-pushes.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { countRows } from '../support/desk-rows.ts';
import type { Engine } from '../support/engines.ts';
import { complaintText, voltara } from '../support/line.ts';

let engine: Engine;
let db: Database;
let now = new Date('2026-11-20T12:00:00Z');
let registered = new Set<string>();

beforeAll(async () => {
  engine = await usualEngine();
  db = await engine.open();
}, 60_000);
afterAll(async () => {
  await db.close();
  await engine.dispose();
});
beforeEach(async () => {
  registered = new Set();
  await sql`truncate intake.inbox, intake.push_post, intake.push_request, intake.tombstone`.execute(
    db.kysely,
  );
});

const take = (...pushes: readonly Push[]) =>
  takePushes('shop', pushes, {
    db,
    queues: { add: () => Promise.resolve() } as unknown as Queues,
    clock: { now: () => now },
    brands: [voltara],
    watchList: compileWatchList([voltara]),
    registered,
  });

const post = (nativeId: string, revision = 0): RawEvent => ({
  kind: 'mention',
  nativeId,
  revision,
  text: complaintText(1),
});
const other: RawEvent = { kind: 'mention', nativeId: 'other', text: 'about nobody' };
const push = (...events: readonly RawEvent[]): Push => ({ events, request: null });
const named = (key: string, ...events: readonly RawEvent[]): Push => ({
  events,
  request: { key: pushHash(key), body: pushHash(JSON.stringify(events)) },
});
const told = (accepted: number, kept: number, known: number) => ({ kind: 'accepted', accepted, kept, known });

describe('posts that are pushed', () => {
  it('are told as known when the record holds them, whether they are decided or not', async () => {
    expect(await take(push(post('a'), post('b'), other))).toEqual([told(3, 2, 0)]);
    expect(await take(push(post('a'), post('c'), other))).toEqual([told(3, 1, 1)]);
    await sql`update intake.inbox set state = 'done', payload = null`.execute(db.kysely);
    expect(await take(push(post('a')))).toEqual([told(1, 0, 1)]);
  });

  it('are new again as another revision', async () => {
    expect(await take(push(post('a'), post('a', 1)))).toEqual([told(2, 2, 0)]);
    expect(await take(push(post('a', 1), post('a', 2)))).toEqual([told(2, 1, 1)]);
  });

  it('are kept for the first of two requests that came together', async () => {
    expect(await take(push(post('a'), post('a')), push(post('a')), push(post('b')))).toEqual([
      told(2, 1, 1),
      told(1, 0, 1),
      told(1, 1, 0),
    ]);
  });

  it('are not known under another source', async () => {
    await take(push(post('a')));
    await sql`update intake.push_post set source = 'elsewhere'`.execute(db.kysely);
    expect(await take(push(post('a')))).toEqual([told(1, 1, 0)]);
  });
});

describe('a request with an id', () => {
  it('counts once: the second time its posts are known and nothing is stored', async () => {
    expect(await take(named('k', post('a'), other))).toEqual([told(2, 1, 0)]);
    const rows = await countRows(db, 'intake.inbox');
    expect(await take(named('k', post('a'), other))).toEqual([told(2, 0, 1)]);
    expect(await countRows(db, 'intake.inbox')).toBe(rows);
  });

  it('that held nothing of interest is remembered too', async () => {
    await take(named('k', other));
    expect(await countRows(db, 'intake.push_request')).toBe(1);
    expect(await take(named('k', other))).toEqual([told(1, 0, 0)]);
  });

  it('counts once when two processes take it at the same moment', async () => {
    const both = await Promise.all([take(named('k', post('a'))), take(named('k', post('a')))]);
    const kept = both.flat().map((one) => (one.kind === 'accepted' ? one.kept : 0));
    expect(kept.toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(await countRows(db, 'intake.push_request')).toBe(1);
  });

  it('is refused with other posts, for they would be lost', async () => {
    await take(named('k', post('a')));
    expect(await take(named('k', post('b')), named('l', post('c')))).toEqual([
      { kind: 'conflict' },
      told(1, 1, 0),
    ]);
  });

  it('is not remembered when its posts could not be stored', async () => {
    const broken = named('k', post('a'), {
      kind: 'mention',
      nativeId: 'x',
      text: complaintText(2),
      revision: 1e12,
    });
    await sql`alter table intake.push_post add constraint no_room check (false) not valid`.execute(db.kysely);
    await expect(take(broken)).rejects.toThrow('no_room');
    await sql`alter table intake.push_post drop constraint no_room`.execute(db.kysely);
    expect(await countRows(db, 'intake.push_request')).toBe(0);
    expect(await countRows(db, 'intake.inbox')).toBe(0);
    expect(await take(named('k', post('a')))).toEqual([told(1, 1, 0)]);
  });
});

it('a pushed deletion is stored, and counts as accepted alone', async () => {
  expect(await take(push({ kind: 'deletion', nativeId: 'gone' }))).toEqual([told(1, 0, 0)]);
  expect(await countRows(db, 'intake.tombstone')).toBe(1);
});

it('what was pushed is forgotten when posts without a case are', async () => {
  await take(named('k', post('a')));
  const begun = now;
  const days = (n: number) => new Date(begun.getTime() + n * 86_400_000);
  for (const [at, left] of [
    [days(29), 1],
    [days(31), 0],
  ] as const) {
    now = at;
    await applyRetention({ db, clock: { now: () => now }, retention: defaultRetention });
    expect(await countRows(db, 'intake.push_post')).toBe(left);
    expect(await countRows(db, 'intake.push_request')).toBe(left);
  }
});
