import { beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { ServiceAlert } from '../../src/domain/alert.ts';
import {
  notePage,
  noteSourceError,
  readSourceHealth,
  registerSource,
} from '../../src/ingest/health.store.ts';
import { dropHours, readHours } from '../../src/ingest/heard.store.ts';
import { sayAllWell } from '../../src/notify/watch.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { zoneClock } from '../../src/triage/zone-clock.ts';
import { type SilenceWatch, watchSilences } from '../../workers/silences.ts';
import { engines, hasPostgres, keepRecord } from '../support/engines.ts';
import { clockAt, type SimulatedClock } from '../support/simulated.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const pollMs = hourMs / 2;
const timezone = 'Europe/Berlin';
/** Monday midnight in Berlin; the clock falls back on the 25th. */
const start = '2026-10-11T22:00:00Z';
const localOf = (at: Date): Date => new Date(zoneClock(timezone).toLocal(at.getTime()));

describe.each(engines)('sources that answer and tell nothing, on %s', (name, open) => {
  let db: Database;
  let clock: SimulatedClock;
  let silences: SilenceWatch;
  keepRecord(open, (opened) => {
    db = opened;
  });
  beforeEach(async () => {
    await sql`truncate desk.outbox, ops.source_health, ops.source_hour, ops.setting`.execute(db.kysely);
    clock = clockAt(start);
    silences = watchSilences({ db, clock, timezone });
  });

  const register = (name: string, more: { kind?: string; quietTargetMs?: number | null } = {}) =>
    db.transaction('ingest', (tx) =>
      registerSource(
        tx,
        { name, kind: 'feed', knowsSpread: true, freshnessTargetMs: hourMs, ...more },
        clock.now(),
      ),
    );
  const answer = (source: string, read: number) => {
    const page = { read, kept: 0, gap: null, at: clock.now(), heldUntil: clock.now() };
    return db.transaction('ingest', (tx) => notePage(tx, source, page));
  };
  const told = async (): Promise<readonly (readonly [string, Readonly<Record<string, unknown>>])[]> => {
    const { rows } = await sql<{
      alert: ServiceAlert;
    }>`select alert from desk.outbox order by outbox_id`.execute(db.kysely);
    return rows.map(({ alert }) => [alert.kind, alert.values]);
  };
  const kinds = async () => (await told()).map(([kind, { source }]) => `${kind} ${source}`);
  const hoursOf = (source: string) =>
    db.transaction('desk', (tx) => readHours(tx, source, { weeks: 8, until: clock.now() }));

  // Twenty-five days of answers every half hour: on one engine, for what tells them apart is tried below.
  if (name === 'postgres' || !hasPostgres)
    it('keeps quiet through nights and the night in which the clock falls back, and tells once of a quiet day and once of its end', async () => {
      await register('forum');
      const tellsAt = (at: Date): boolean => {
        const local = localOf(at);
        if (
          local.toISOString().startsWith('2026-11-04') &&
          local.getUTCHours() >= 10 &&
          local.getUTCHours() < 18
        )
          return false;
        return local.getUTCHours() >= 7 && local.getUTCHours() < 22;
      };
      const until = Date.parse('2026-11-06T00:00:00Z');
      for (; clock.now().getTime() < until; clock.forward(pollMs)) {
        await answer('forum', tellsAt(clock.now()) ? 3 : 0);
        if (clock.now().getUTCMinutes() === 0) await silences.look();
      }
      const alerts = await told();
      expect(alerts.map(([kind]) => kind)).toEqual(['source_silent', 'source_heard']);
      const [[, silent], [, heard]] = alerts as [(typeof alerts)[0], (typeof alerts)[0]];
      const at = (value: unknown): string =>
        localOf(new Date(String(value)))
          .toISOString()
          .slice(0, 16);
      expect([silent.source, at(silent.since)]).toEqual(['forum', '2026-11-04T09:30']);
      expect(at(silent.expected) > '2026-11-04T10:30' && at(silent.expected) < '2026-11-04T18:00').toBe(true);
      expect([at(heard.since), at(heard.at)]).toEqual(['2026-11-04T09:30', '2026-11-04T18:00']);
    }, 120_000);

  it('knows no rhythm at first: its target holds, and it is told once however many processes look', async () => {
    await register('blog', { quietTargetMs: dayMs });
    await register('reviews', { kind: 'push', quietTargetMs: null });
    for (let hour = 0; hour <= 26; hour += 1, clock.forward(hourMs)) {
      await answer('blog', 0);
      await answer('reviews', hour === 0 ? 1 : 0);
      await Promise.all(
        [silences, watchSilences({ db, clock, timezone }), silences].map((watch) => watch.look()),
      );
      expect(await kinds()).toEqual(hour > 24 ? ['source_silent blog'] : []);
    }
    await answer('blog', 2);
    await Promise.all([silences, watchSilences({ db, clock, timezone })].map((watch) => watch.look()));
    await silences.look();
    expect(await kinds()).toEqual(['source_silent blog', 'source_heard blog']);
    const [blog] = await db.transaction('desk', readSourceHealth);
    expect([blog?.silentSince, blog?.silentExpectedAt]).toEqual([null, null]);
  }, 30_000);

  it('leaves to the other alarms a source that does not answer or is switched off, and counts its silence anew afterwards', async () => {
    await register('stale', { quietTargetMs: dayMs });
    await register('off', { quietTargetMs: dayMs });
    for (const source of ['stale', 'off']) await answer(source, 1);
    clock.forward(2 * dayMs);
    await answer('off', 0);
    await db.transaction('ingest', (tx) =>
      noteSourceError(tx, 'off', {
        message: 'gone',
        at: clock.now(),
        nextPollAt: clock.now(),
        isPermanent: true,
      }),
    );
    await silences.look();
    expect(await kinds()).toEqual([]);
    await answer('stale', 0);
    for (let n = 0; n < 48; n += 1) {
      clock.forward(pollMs);
      await answer('stale', 0);
      await silences.look();
    }
    expect(await kinds()).toEqual([]);
    clock.forward(pollMs);
    await answer('stale', 0);
    await silences.look();
    expect(await kinds()).toEqual(['source_silent stale']);
  }, 30_000);

  it('calls nothing well while a source is silent', async () => {
    await register('blog', { quietTargetMs: 0 });
    await answer('blog', 0);
    clock.forward(60_000);
    await silences.look();
    await db.transaction('desk', (tx) => sayAllWell(tx, '2026-10-12', clock.now()));
    expect(await kinds()).toEqual(['source_silent blog']);
  });

  it('records each minute in which a source told something, the hours that it answered through, and none that it missed', async () => {
    await register('forum');
    const steps: readonly (readonly [minutes: number, read: number])[] = [
      [5, 1],
      [0, 4],
      [20, 0],
      [40, 2],
      [50, 0],
      [60, 9],
      [180, 1],
    ];
    for (const [minutes, read] of steps) {
      clock.forward(minutes * 60_000);
      await answer('forum', read);
    }
    const hours = (await hoursOf('forum')).map(({ startMs, minutes }) => [
      (startMs - Date.parse(start)) / hourMs,
      minutes,
    ]);
    // At 0:05 twice, 0:25, 1:05, 1:55, 2:55, and three hours later at 5:55.
    expect(hours).toEqual([
      [0, [5]],
      [1, [5]],
      [2, [55]],
      [5, [55]],
    ]);
  });

  it('counts the hours between two answers of a source that is asked seldom', async () => {
    await db.transaction('ingest', (tx) =>
      registerSource(
        tx,
        { name: 'slow', kind: 'feed', knowsSpread: true, freshnessTargetMs: 8 * hourMs },
        clock.now(),
      ),
    );
    for (let n = 0; n < 3; n += 1, clock.forward(4 * hourMs)) await answer('slow', n);
    expect((await hoursOf('slow')).map(({ minutes }) => minutes.length)).toEqual([0, 0, 0, 0, 1, 0, 0, 0, 1]);
  });

  it('forgets hours that are too old, and those of sources that are gone', async () => {
    await register('forum');
    await register('gone');
    for (const source of ['forum', 'gone']) await answer(source, 1);
    clock.forward(hourMs);
    await answer('forum', 1);
    await sql`delete from ops.source_health where source = 'gone'`.execute(db.kysely);
    await db.transaction('desk', (tx) => dropHours(tx, clock.now()));
    const { rows } = await sql<{ source: string }>`select source from ops.source_hour`.execute(db.kysely);
    expect(rows).toEqual([{ source: 'forum' }]);
  });
});
