import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { sql } from 'kysely';
import { registerSource } from '../../src/ingest/health.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { Stage } from '../../workers/stages.ts';
import { type Sweep, type SweepDeps, startSweep } from '../../workers/sweep.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import { countRows, emptyRecord } from '../support/desk-rows.ts';
import { keepRecord } from '../support/engines.ts';
import { clockAt, memoryQueues } from '../support/line.ts';

type Faked =
  | 'Date'
  | 'hrtime'
  | 'nextTick'
  | 'performance'
  | 'queueMicrotask'
  | 'setImmediate'
  | 'clearImmediate'
  | 'setInterval'
  | 'clearInterval'
  | 'setTimeout'
  | 'clearTimeout';
const timers: readonly Faked[] = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
  'setTimeout',
  'clearTimeout',
];
const everythingBut = (...faked: readonly Faked[]): Faked[] => timers.filter((name) => !faked.includes(name));

const start = Date.parse('2026-11-20T09:00:00Z');

describe('the sweep', () => {
  let db: Database;
  const clock = clockAt(new Date(start).toISOString());
  const sweeps: Sweep[] = [];
  keepRecord(usualEngine, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await emptyRecord(db);
    await sql`delete from ops.setting where key like 'turn:%'`.execute(db.kysely);
    await sql`truncate ops.service`.execute(db.kysely);
    clock.set(new Date(start));
    // The tests say when a second is over; what the database does takes its own time.
    jest.useFakeTimers({ doNotFake: everythingBut('setInterval', 'clearInterval') });
  });
  afterEach(() => void jest.useRealTimers());

  interface Process {
    readonly sweep: Sweep;
    readonly queues: ReturnType<typeof memoryQueues>;
    readonly done: { pending: number; unsealed: number; errors: string[] };
  }
  const begin = (stages: readonly Stage[], more: Partial<SweepDeps> = {}): Process => {
    const queues = memoryQueues();
    const done = { pending: 0, unsealed: 0, errors: [] as string[] };
    const sweep = startSweep({
      db,
      queues,
      clock,
      stages: new Set(stages),
      sources: ['forum'],
      followed: [],
      service: {
        serviceId: `process ${sweeps.length}`,
        stages: [...stages],
        version: 'test',
        startedAt: clock.now(),
      },
      heedContacts: () => Promise.resolve(),
      decidePending: () => {
        done.pending += 1;
        return Promise.resolve(0);
      },
      askAudiences: () => undefined,
      unsealLeftovers: () => {
        done.unsealed += 1;
        return Promise.resolve();
      },
      onError: (what, error) => void done.errors.push(`${what}: ${error.message}`),
      ...more,
    });
    sweeps.push(sweep);
    return { sweep, queues, done };
  };
  /** A look a second, by the test's clock, as the timer would. */
  const pass = async (seconds: number, ...processes: readonly Process[]): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      for (const { sweep } of processes) await sweep.run();
      clock.set(new Date(clock.now().getTime() + 1_000));
    }
  };
  const waiting = (id: string, claimedAgoMs: number | null): Promise<unknown> => {
    const claimedAt = claimedAgoMs === null ? null : new Date(clock.now().getTime() - claimedAgoMs);
    return sql`insert into intake.inbox (batch_id, root_batch, source, events, trace_id, created_at, claimed_at)
      values (${id}, ${id}, 'forum', 1, 't', ${new Date(clock.now().getTime() - 60_000)}, ${claimedAt})`.execute(
      db.kysely,
    );
  };
  const ids = ['1', '2', '3'].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
    string,
    string,
    string,
  ];
  const woken = ({ queues }: Process, name: string): unknown[] =>
    queues.waitingJobs.flatMap((job) => (job.name === name ? [job.payload] : []));

  it('looks once a second by a timer of its own, and no more once it is stopped', async () => {
    let looks = 0;
    const one = begin(['reach'], {
      clock: {
        now: () => {
          looks += 1;
          return clock.now();
        },
      },
    });
    for (let second = 1; second <= 3; second += 1) {
      jest.advanceTimersByTime(1_000);
      await one.sweep.run();
    }
    await one.sweep.stop();
    expect(looks).toBe(3);
    jest.advanceTimersByTime(10_000);
    expect(looks).toBe(3);
    expect(one.done.errors).toEqual([]);
  });

  it('gives a sign of life every five seconds', async () => {
    const one = begin(['http']);
    await pass(13, one);
    await one.sweep.stop();
    const { rows } = await sql<{ beat_at: Date }>`select beat_at from ops.service`.execute(db.kysely);
    expect(rows.map(({ beat_at: at }) => at.getTime() - start)).toEqual([10_000]);
  });

  it('wakes all that waits at its start, and later what nobody has worked on for half a minute', async () => {
    await waiting(ids[0], null);
    await waiting(ids[1], 5_000);
    const one = begin(['triage']);
    await pass(1, one);
    expect(woken(one, 'triage')).toHaveLength(2);
    while (one.queues.next() !== undefined);
    await sql`update intake.inbox set state = 'done' where batch_id = ${ids[0]}`.execute(db.kysely);
    await pass(24, one);
    expect(woken(one, 'triage')).toEqual([]);
    await pass(10, one);
    expect(woken(one, 'triage')[0]).toEqual({ batchId: ids[1], traceId: 't' });
    await one.sweep.stop();
  });

  it('wakes a source when it is due, and none that this process cannot walk', async () => {
    for (const name of ['forum', 'elsewhere'])
      await db.transaction('ingest', (tx) =>
        registerSource(
          tx,
          { name, kind: 'feed', knowsSpread: false, freshnessTargetMs: 1 },
          new Date(start + 3_000),
        ),
      );
    const one = begin(['poll']);
    await pass(3, one);
    expect(woken(one, 'poll')).toEqual([]);
    await pass(1, one);
    expect(woken(one, 'poll')).toEqual([{ source: 'forum' }]);
    await one.sweep.stop();
  });

  it('looks for what is sealed twice a minute', async () => {
    const one = begin(['reach']);
    await pass(90, one);
    await one.sweep.stop();
    expect(one.done.unsealed).toBe(3);
  });

  it('goes through deletions and waiting replies once a minute, one process for all', async () => {
    const processes = [begin(['triage']), begin(['triage']), begin(['triage'])];
    await pass(59, ...processes);
    // Each has looked once, when it began.
    const pending = () => processes.map(({ done }) => done.pending - 1).reduce((a, b) => a + b, 0);
    expect(pending()).toBe(0);
    await sql`insert into intake.thread values ('forum', 'old', 'voltara', ${new Date(start - 8 * 86_400_000)})`.execute(
      db.kysely,
    );
    await pass(1, ...processes);
    expect(pending()).toBe(1);
    expect(await countRows(db, 'intake.thread')).toBe(0);
    await pass(60, ...processes);
    expect(pending()).toBe(2);
    for (const { sweep } of processes) await sweep.stop();
  });

  it('says what fails and looks again', async () => {
    let fails = true;
    const one = begin(['reach'], {
      clock: {
        now: () => {
          if (fails) throw new Error('the database is away');
          return clock.now();
        },
      },
    });
    await one.sweep.run();
    fails = false;
    await pass(5, one);
    await one.sweep.stop();
    expect(one.done.errors).toEqual(['sweep: the database is away']);
    expect(await countRows(db, 'ops.service')).toBe(1);
  });
});
