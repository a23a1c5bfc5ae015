import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSourceHealth, registerSource } from '../../src/ingest/health.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type Source, SourceError } from '../../src/sources/source.ts';
import { pollSource } from '../../workers/poll.worker.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import type { Engine } from '../support/engines.ts';
import { type Line, openLine } from '../support/line.ts';

const begun = Date.parse('2026-05-04T09:00:00Z');

describe('polling a source that refuses', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  let now = new Date(begun);
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
    line = await openLine({ db, clock: { now: () => now } });
  }, 60_000);
  afterAll(async () => {
    await line.close();
    await db.close();
    await engine.dispose();
  });

  it('asks again ever later, up to an hour, and from a minute again once it was read', async () => {
    let refuses = true;
    const source: Source<number> = {
      name: 'forum',
      kind: 'test',
      knowsSpread: false,
      freshnessTargetMs: 60_000,
      nextPollMs: () => 60_000,
      async *pages(cursor) {
        if (refuses) throw new SourceError('transient', 'status 404');
        yield { events: [], cursor: (cursor ?? 0) + 1, isLast: true };
      },
    };
    await db.transaction('ingest', (tx) => registerSource(tx, source, now));
    const sources = new Map([[source.name, source]]);
    /** Walks when it is due; how many minutes until it is due again, without the spread of a fifth. */
    const pollOnce = async (): Promise<number> => {
      await pollSource(source.name, {
        ...line.intake,
        sources,
        fetch,
        signal: new AbortController().signal,
        maxBacklog: 100,
        onPage: () => undefined,
      });
      const [health] = await db.transaction('ingest', (tx) => readSourceHealth(tx));
      expect(health).toMatchObject({ disabledAt: null, lastError: refuses ? 'status 404' : null });
      const next = health?.nextPollAt ?? now;
      const waitMs = next.getTime() - now.getTime();
      now = next;
      return waitMs / 60_000;
    };
    const waits: number[] = [];
    for (let n = 0; n < 8; n += 1) waits.push(await pollOnce());
    expect(waits[0]).toBeGreaterThanOrEqual(1);
    expect(waits[0]).toBeLessThanOrEqual(1.2);
    for (const [i, wait] of waits.slice(1).entries())
      expect(wait).toBeGreaterThanOrEqual(Math.min(2 * (waits[i] ?? 0), 60) - 0.001);
    expect(waits.at(-1)).toBeLessThanOrEqual(72);
    refuses = false;
    await pollOnce();
    refuses = true;
    expect(await pollOnce()).toBeLessThanOrEqual(1.2);
  }, 60_000);
});
