import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import type { HttpServer } from '../../src/http/server.ts';
import { registerSource } from '../../src/ingest/health.store.ts';
import { alertTray, insertFrozen } from '../../src/notify/delivery.store.ts';
import type { Database } from '../../src/postgres/database.ts';
import { createMetrics, type Metrics } from '../../workers/metrics.ts';
import { unsealLeftovers } from '../../workers/reach.worker.ts';
import { usualEngine } from '../postgres/usual-engine.ts';
import type { Engine } from '../support/engines.ts';
import { clockAt, complaintText, type Line, openLine } from '../support/line.ts';
import { startQuietServer } from '../support/quiet-server.ts';

const post = (id: string, text: string): RawEvent => ({
  kind: 'mention',
  nativeId: id,
  author: `author of ${id}`,
  text,
  publishedAt: '2026-11-20T08:59:00.000Z',
});

describe('what /metrics serves', () => {
  let engine: Engine;
  let db: Database;
  let line: Line;
  let metrics: Metrics;
  let server: HttpServer;
  const clock = clockAt('2026-11-20T09:00:00Z');
  beforeAll(async () => {
    engine = await usualEngine();
    db = await engine.open();
    line = await openLine({ db, clock });
    metrics = createMetrics(db, clock);
    server = await startQuietServer({ metrics });
  }, 60_000);
  afterAll(async () => {
    await server.close();
    await line.close();
    await db.close();
    await engine.dispose();
  });

  /** By name and labels, as the exposition writes them. */
  const scrape = async (): Promise<ReadonlyMap<string, number>> => {
    const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`);
    expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
    const lines = (await answer.text()).split('\n').filter((one) => one !== '' && !one.startsWith('#'));
    return new Map(
      lines.map((one) => {
        const at = one.lastIndexOf(' ');
        return [one.slice(0, at), Number(one.slice(at + 1))];
      }),
    );
  };

  it('is nothing before anything happened', async () => {
    const values = await scrape();
    expect(values.get('evenhand_inbox_events')).toBe(0);
    expect(values.get('evenhand_stage_lag_seconds{stage="triage"}')).toBe(0);
    expect(values.get('evenhand_cases{state="waiting"}')).toBe(0);
    expect([...values.keys()].filter((name) => /decisions_total|source_age|replay/.test(name))).toEqual([]);
  });

  it('counts what waits and how long, then what was decided, sent and is owed', async () => {
    await db.transaction('ingest', (tx) =>
      registerSource(
        tx,
        { name: 'forum', kind: 'feed', knowsSpread: false, freshnessTargetMs: 60_000 },
        clock.now(),
      ),
    );
    const quota = { unit: 'units', used: 41, limit: 100, resetsAt: '2026-11-20T09:00:30.000Z' };
    await sql`update ops.source_health set last_ok_at = ${clock.now()}, last_event_at = ${new Date(clock.now().getTime() - 7_200_000)},
      silent_since = ${clock.now()}, quota = ${JSON.stringify(quota)}::jsonb`.execute(db.kysely);
    await line.take('forum', [
      post('p1', complaintText(1)),
      post('p2', '@voltara 4,300 euros lost since your refund never came, my rent is due on Friday.'),
      post('p3', 'What a nice Voltara that is.'),
    ]);
    metrics.onPage({ kind: 'page', source: 'forum', traceId: 't', read: 9, kept: 3, rejected: 0, gap: null });
    clock.set('2026-11-20T09:00:20Z');
    const before = await scrape();
    expect(before.get('evenhand_inbox_events')).toBe(3);
    expect(before.get('evenhand_stage_lag_seconds{stage="triage"}')).toBe(20);
    expect(before.get('evenhand_source_age_seconds{source="forum"}')).toBe(20);
    expect(before.get('evenhand_source_quiet_seconds{source="forum"}')).toBe(7_220);
    expect(before.get('evenhand_source_silent{source="forum"}')).toBe(1);
    expect(before.get('evenhand_source_quota_used{source="forum"}')).toBe(41);
    expect(before.get('evenhand_source_quota_limit{source="forum"}')).toBe(100);
    clock.set('2026-11-20T09:00:30Z');
    expect((await scrape()).get('evenhand_source_quota_used{source="forum"}')).toBe(0);

    await line.settle();
    for (const event of line.events) metrics.onBatch(event);
    const { rows } = await sql<{ outcome: string; severity: string; n: string }>`
      select coalesce(review_reason, outcome) as outcome, coalesce(severity, '') as severity, count(*) as n from desk.mention group by 1, 2`.execute(
      db.kysely,
    );
    expect(rows.length).toBeGreaterThanOrEqual(2);
    const after = await scrape();
    for (const { outcome, severity, n } of rows)
      expect([
        outcome,
        severity,
        after.get(`evenhand_decisions_total{brand="voltara",outcome="${outcome}",severity="${severity}"}`),
      ]).toEqual([outcome, severity, Number(n)]);
    expect(after.get('evenhand_inbox_events')).toBe(0);
    expect(after.get('evenhand_stage_lag_seconds{stage="triage"}')).toBe(0);
    expect(after.get('evenhand_batches_total{result="decided"}')).toBe(1);
    expect(after.get('evenhand_batch_seconds_count')).toBe(1);
    expect(after.get('evenhand_events_read_total{source="forum"}')).toBe(9);
    expect(after.get('evenhand_mentions_kept_total{source="forum"}')).toBe(3);
    expect(after.get('evenhand_cases{state="waiting"}')).toBe(2);
    expect(after.get('evenhand_cases{state="late"}')).toBe(0);
    clock.set('2026-11-27T09:00:20Z');
    expect((await scrape()).get('evenhand_cases{state="late"}')).toBe(2);
  });

  it('shows what each stage owes, the dead letters and the last replay, and forgets a source that left', async () => {
    clock.set('2026-11-20T09:01:00Z');
    await unsealLeftovers({ db, clock });
    await sql`update desk.outbox set flushed_at = ${clock.now()}`.execute(db.kysely);
    expect((await scrape()).get('evenhand_stage_lag_seconds{stage="notify"}')).toBe(0);
    const frozen = { channel: 'hook', kind: 'alerts' as const, memberIds: [], contentType: 'text/plain' };
    await db.transaction('desk', (tx) =>
      insertFrozen(tx, alertTray, [{ ...frozen, id: 'n1', body: new Uint8Array([1]) }], clock.now()),
    );
    await sql`insert into ops.dead_letter (at, stage, source, events, is_history, error, attempts, trace_id)
      values (${clock.now()}, 'triage', 'forum', 1, false, 'why', 3, 't')`.execute(db.kysely);
    await sql`insert into ops.replay (day, claimed_at, done_at, same, different, untold)
      values ('2026-11-19', now(), '2026-11-20T09:00:00Z', 7, 1, 2), ('2026-11-20', now(), null, 0, 0, 0)`.execute(
      db.kysely,
    );
    await sql`delete from ops.source_health`.execute(db.kysely);
    metrics.onDelivery({
      channel: 'hook',
      id: 'n1',
      outcome: 'transient',
      reason: 'http_503',
      attempts: 1,
      traceIds: [],
    });
    metrics.onSinkCall({ sink: 'zen', caseId: '7', what: 'note', outcome: 'permanent', reason: 'http_422' });
    clock.set('2026-11-20T09:01:30Z');
    const values = await scrape();
    expect(values.get('evenhand_sink_calls_total{sink="zen",what="note",outcome="permanent"}')).toBe(1);
    expect(values.get('evenhand_stage_lag_seconds{stage="notify"}')).toBe(30);
    expect(values.get('evenhand_stage_lag_seconds{stage="reach"}')).toBe(0);
    expect(values.get('evenhand_dead_letters')).toBe(1);
    expect(values.get('evenhand_notifications_total{channel="hook",outcome="transient"}')).toBe(1);
    expect(
      ['same', 'different', 'untold'].map((of) => values.get(`evenhand_replayed_posts{outcome="${of}"}`)),
    ).toEqual([7, 1, 2]);
    expect(values.get('evenhand_replay_age_seconds')).toBe(90);
    expect([...values.keys()].filter((name) => name.includes('source_age'))).toEqual([]);
  });
});
