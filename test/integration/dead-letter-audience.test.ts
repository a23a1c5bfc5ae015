import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { discardDeadLetter, retryDeadLetter } from '../../src/ingest/dead-letter.store.ts';
import { unpack } from '../../src/ingest/inbox-codec.ts';
import { pruneIntake } from '../../src/ingest/reconcile.store.ts';
import { packageRoot } from '../../src/lib/package-root.ts';
import type { Database } from '../../src/postgres/database.ts';
import { dropSealedHusks } from '../../src/reach/retention.store.ts';
import { unsealLeftovers } from '../../workers/reach.worker.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';

const entry = pathToFileURL(join(packageRoot, 'test', 'support', 'poison-decider.mjs'));
const dayMs = 86_400_000;

const posts = (): RawEvent[] =>
  Array.from({ length: 4 }, (_, i) => ({
    kind: 'mention',
    nativeId: `p${i}`,
    author: `author ${i}`,
    text: i === 2 ? `${complaintText(i)} #throws` : complaintText(i),
    publishedAt: '2026-11-20T08:00:00.000Z',
    counts: { followers: 100 + i },
  }));

describe('a page of which one mention could not be processed', () => {
  let engine: Engine;
  let db: Database;
  let choking: Line;
  let mended: Line;
  const clock = clockAt('2026-11-20T09:00:00Z');
  beforeAll(async () => {
    engine = embeddedEngine();
    db = await engine.open();
    choking = await openLine({ db, clock, deciderEntry: entry });
    mended = await openLine({ db, clock });
  }, 60_000);
  afterAll(async () => {
    await choking.close();
    await mended.close();
    await db.close();
    await engine.dispose();
  });
  beforeEach(async () => {
    await emptyRecord(db);
    clock.set('2026-11-20T09:00:00Z');
    await choking.take('forum', posts());
    await choking.settle();
    // The last of the page was buried and woke nobody: the sweep finds what is sealed.
    clock.set('2026-11-20T09:01:00Z');
    await unsealLeftovers({ db, clock });
  });

  const samples = async () =>
    (
      await sql<{
        v: string;
      }>`select native_id || ' ' || followers as v from sealed.sample order by 1`.execute(db.kysely)
    ).rows.map(({ v }) => v);
  const sealed = () => countRows(db, 'sealed.inbox', 'payload is not null');
  const sealedPosts = async () => {
    const { rows } = await sql<{ payload: Buffer }>`
      select payload from sealed.inbox where payload is not null`.execute(db.kysely);
    return rows.flatMap(({ payload }) =>
      (JSON.parse(unpack(payload).toString()) as { nativeId: string }[]).map(({ nativeId }) => nativeId),
    );
  };
  const later = (days: number) => new Date(clock.now().getTime() + days * dayMs);
  const prune = (at: Date) => db.transaction('desk', (tx) => pruneIntake(tx, at));
  const dropHusks = (at: Date) =>
    db.transaction('reach', (tx) =>
      dropSealedHusks(tx, {
        emptyBefore: new Date(at.getTime() - dayMs),
        anyBefore: new Date(at.getTime() - 30 * dayMs),
        limit: 100,
      }),
    );
  const letterId = async () =>
    (await sql<{ id: string }>`select dead_letter_id as id from ops.dead_letter`.execute(db.kysely)).rows[0]
      ?.id ?? '';
  const retry = async (): Promise<void> => {
    const id = await letterId();
    expect(await db.transaction('desk', (tx) => retryDeadLetter(tx, id, clock.now()))).toBe('retried');
    const { rows } = await sql<{ batch_id: string }>`
      select batch_id from intake.inbox where state = 'pending'`.execute(db.kysely);
    for (const { batch_id: batchId } of rows)
      await mended.queues.add('triage', { batchId, traceId: 'retry' });
    await mended.settle();
  };

  it('keeps its audience sealed until a person has decided about it, and unpacks it then', async () => {
    expect(await samples()).toEqual(['p0 100', 'p1 101', 'p3 103']);
    expect(await sealedPosts()).toEqual(['p2']);
    clock.set(later(2));
    await prune(clock.now());
    expect(await dropHusks(clock.now())).toBe(0);
    await retry();
    expect(await samples()).toEqual(['p0 100', 'p1 101', 'p2 102', 'p3 103']);
    expect(await sealed()).toBe(0);
  });

  it('leaves no husk in the inbox once the letter was decided, and all of it while it waits', async () => {
    const husks = () => countRows(db, 'intake.inbox', `state in ('split', 'dead')`);
    const before = await husks();
    expect(before).toBeGreaterThan(2);
    await prune(later(2));
    expect(await husks()).toBe(before);
    await retry();
    await prune(later(0.5));
    expect(await husks()).toBe(before);
    await prune(later(2));
    expect(await countRows(db, 'intake.inbox')).toBe(0);
  });

  it('gives up the sealed audience and the husks of a letter that was discarded', async () => {
    const id = await letterId();
    await db.transaction('desk', (tx) => discardDeadLetter(tx, id, 'nobody needs it'));
    expect(await dropHusks(clock.now())).toBe(1);
    expect(await countRows(db, 'sealed.inbox')).toBe(0);
    await prune(later(2));
    expect(await countRows(db, 'intake.inbox')).toBe(0);
  });
});
