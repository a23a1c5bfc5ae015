import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import type { DeliveryEvent } from './notify.worker.ts';
import type { PollEvent } from './poll.worker.ts';
import type { BatchEvent } from './triage.worker.ts';

export interface Metrics {
  readonly contentType: string;
  scrape(): Promise<string>;
  readonly onPage: (event: PollEvent) => void;
  readonly onBatch: (event: BatchEvent) => void;
  readonly onDelivery: (event: DeliveryEvent) => void;
}

/** What a scrape reads from the record, in one statement. */
interface Standing {
  inbox_oldest: number | null;
  inbox_events: string;
  reach_oldest: number | null;
  notify_oldest: number | null;
  dead_letters: string;
  waiting: string;
  late: string;
}

export const createMetrics = (db: Database, clock: Clock): Metrics => {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  const lag = new Gauge({
    name: 'evenhand_stage_lag_seconds',
    help: 'Age of the oldest work that a stage has not done',
    labelNames: ['stage'],
    registers,
  });
  const backlog = new Gauge({
    name: 'evenhand_inbox_events',
    help: 'Mentions and deletions that wait to be decided',
    registers,
  });
  const dead = new Gauge({
    name: 'evenhand_dead_letters',
    help: 'Mentions that could not be processed and wait for a person',
    registers,
  });
  const cases = new Gauge({
    name: 'evenhand_cases',
    help: 'Cases that are owed an answer',
    labelNames: ['state'],
    registers,
  });
  const freshness = new Gauge({
    name: 'evenhand_source_age_seconds',
    help: 'Time since a source last answered',
    labelNames: ['source'],
    registers,
  });
  const read = new Counter({
    name: 'evenhand_events_read_total',
    help: 'Events that a source told',
    labelNames: ['source'],
    registers,
  });
  const kept = new Counter({
    name: 'evenhand_mentions_kept_total',
    help: 'Mentions that the watch-list kept',
    labelNames: ['source'],
    registers,
  });
  const decisions = new Counter({
    name: 'evenhand_decisions_total',
    help: 'Decisions by outcome and severity',
    labelNames: ['brand', 'outcome', 'severity'],
    registers,
  });
  const batches = new Counter({
    name: 'evenhand_batches_total',
    help: 'Batches by what became of them',
    labelNames: ['result'],
    registers,
  });
  const seconds = new Histogram({
    name: 'evenhand_batch_seconds',
    help: 'Time from claim to commit of a batch',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
    registers,
  });
  const sent = new Counter({
    name: 'evenhand_notifications_total',
    help: 'Attempts to deliver notifications',
    labelNames: ['channel', 'outcome'],
    registers,
  });

  const refresh = async (): Promise<void> => {
    const { standing, sources } = await readStanding(db, clock.now());
    lag.set({ stage: 'triage' }, standing.inbox_oldest ?? 0);
    lag.set({ stage: 'reach' }, standing.reach_oldest ?? 0);
    lag.set({ stage: 'notify' }, standing.notify_oldest ?? 0);
    backlog.set(Number(standing.inbox_events));
    dead.set(Number(standing.dead_letters));
    cases.set({ state: 'waiting' }, Number(standing.waiting));
    cases.set({ state: 'late' }, Number(standing.late));
    for (const source of sources) freshness.set({ source: source.source }, source.age);
  };
  return {
    contentType: registry.contentType,
    scrape: async () => {
      await refresh();
      return registry.metrics();
    },
    onPage: (event) => {
      if (event.kind !== 'page') return;
      read.inc({ source: event.source }, event.read);
      kept.inc({ source: event.source }, event.kept);
    },
    onBatch: (event) => {
      batches.inc({ result: event.kind });
      if (event.kind !== 'decided') return;
      seconds.observe(event.ms / 1_000);
      for (const { brand, outcome, severity, n } of event.decided.tally)
        decisions.inc({ brand, outcome, severity }, n);
    },
    onDelivery: (event) => sent.inc({ channel: event.channel, outcome: event.outcome }),
  };
};

const readStanding = (
  db: Database,
  now: Date,
): Promise<{ standing: Standing; sources: { source: string; age: number }[] }> =>
  db.transaction('desk', async (tx) => {
    const { rows } = await sql<Standing>`
      select
        (select extract(epoch from ${now}::timestamptz - min(created_at))::float8 from intake.inbox where state = 'pending') as inbox_oldest,
        (select coalesce(sum(events), 0) from intake.inbox where state = 'pending') as inbox_events,
        (select extract(epoch from ${now}::timestamptz - min(done_at))::float8 from intake.inbox where state = 'done' and reach_done_at is null) as reach_oldest,
        (select extract(epoch from ${now}::timestamptz - min(at))::float8 from desk.outbox where flushed_at is null) as notify_oldest,
        (select count(*) from ops.dead_letter where state = 'waiting') as dead_letters,
        (select count(*) from desk."case" where due_at is not null) as waiting,
        (select count(*) from desk."case" where due_at is not null and due_at <= ${now}) as late`.execute(tx);
    const sources = await sql<{ source: string; age: number }>`
      select source, extract(epoch from ${now}::timestamptz - last_ok_at)::float8 as age from ops.source_health where last_ok_at is not null`.execute(
      tx,
    );
    const standing = rows[0];
    if (standing === undefined) throw new Error('the record does not tell how it stands');
    return { standing, sources: sources.rows };
  });
