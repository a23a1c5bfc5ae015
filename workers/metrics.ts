import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { quotaAt, type SourceQuota } from '../src/domain/source-quota.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import type { DeliveryEvent } from './deliver.ts';
import type { PollEvent } from './poll-event.ts';
import type { SinkEvent } from './sinks.ts';
import type { BatchEvent } from './triage.worker.ts';

export interface Metrics {
  readonly contentType: string;
  scrape(): Promise<string>;
  readonly onPage: (event: PollEvent) => void;
  readonly onBatch: (event: BatchEvent) => void;
  readonly onDelivery: (event: DeliveryEvent) => void;
  readonly onSinkCall: (event: SinkEvent) => void;
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
  const gauges = createGauges(registry);
  const counters = createCounters(registry);
  return {
    contentType: registry.contentType,
    scrape: async () => {
      const read = await standingOrNull(db, clock.now());
      gauges.up.set(read === null ? 0 : 1);
      if (read === null) forget(gauges);
      else show(gauges, read);
      return registry.metrics();
    },
    ...counters,
  };
};

const createGauges = (registry: Registry) => {
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name: `evenhand_${name}`, help, labelNames, registers: [registry] });
  return {
    up: gauge('database_up', 'Whether the database answered this scrape; at 0 what it tells is left out'),
    lag: gauge('stage_lag_seconds', 'Age of the oldest work that a stage has not done', ['stage']),
    backlog: gauge('inbox_events', 'Mentions and deletions that wait to be decided'),
    deadLetters: gauge('dead_letters', 'Mentions that could not be processed and wait for a person'),
    cases: gauge('cases', 'Cases that are owed an answer', ['state']),
    freshness: gauge('source_age_seconds', 'Time since a source last answered', ['source']),
    quiet: gauge('source_quiet_seconds', 'Time since a source last told something', ['source']),
    silent: gauge('source_silent', '1 while a source tells nothing for longer than usual', ['source']),
    quotaUsed: gauge('source_quota_used', 'Of what a platform allows, what a source used', ['source']),
    quotaLimit: gauge('source_quota_limit', 'What a platform allows a source until its quota begins anew', [
      'source',
    ]),
    replayed: gauge('replayed_posts', 'Posts that the last nightly replay decided again', ['outcome']),
    replayAge: gauge('replay_age_seconds', 'Time since the last nightly replay ended'),
  };
};

type Gauges = ReturnType<typeof createGauges>;

/** Without the database nobody knows how things stand: an old number would pass for a new one. */
const forget = (gauges: Gauges): void => {
  for (const gauge of [gauges.lag, gauges.cases, gauges.replayed]) gauge.reset();
  for (const gauge of [gauges.freshness, gauges.quiet, gauges.silent]) gauge.reset();
  for (const gauge of [gauges.quotaUsed, gauges.quotaLimit]) gauge.reset();
  for (const gauge of [gauges.backlog, gauges.deadLetters, gauges.replayAge]) gauge.remove();
};

const show = (gauges: Gauges, { standing, sources, replay }: Read): void => {
  gauges.lag.set({ stage: 'triage' }, standing.inbox_oldest ?? 0);
  gauges.lag.set({ stage: 'reach' }, standing.reach_oldest ?? 0);
  gauges.lag.set({ stage: 'notify' }, standing.notify_oldest ?? 0);
  gauges.backlog.set(Number(standing.inbox_events));
  gauges.deadLetters.set(Number(standing.dead_letters));
  gauges.cases.set({ state: 'waiting' }, Number(standing.waiting));
  gauges.cases.set({ state: 'late' }, Number(standing.late));
  showSources(gauges, sources);
  showQuotas(gauges, sources);
  if (replay === null) gauges.replayAge.remove();
  else showReplay(gauges, replay);
};

/** A source that left the configuration has no age. */
const showSources = ({ freshness, quiet, silent }: Gauges, sources: Read['sources']): void => {
  for (const gauge of [freshness, quiet, silent]) gauge.reset();
  for (const { source, age, quiet: quietSeconds, silent: isSilent } of sources) {
    freshness.set({ source }, age);
    if (quietSeconds !== null) quiet.set({ source }, quietSeconds);
    silent.set({ source }, isSilent ? 1 : 0);
  }
};

const showQuotas = ({ quotaUsed, quotaLimit }: Gauges, sources: Read['sources']): void => {
  quotaUsed.reset();
  quotaLimit.reset();
  for (const { source, quota } of sources) {
    if (quota === null) continue;
    quotaUsed.set({ source }, quota.used);
    quotaLimit.set({ source }, quota.limit);
  }
};

const showReplay = ({ replayAge, replayed }: Gauges, replay: Replayed): void => {
  replayAge.set(replay.age);
  for (const outcome of ['same', 'different', 'untold'] as const) replayed.set({ outcome }, replay[outcome]);
};

const createCounters = (
  registry: Registry,
): Pick<Metrics, 'onPage' | 'onBatch' | 'onDelivery' | 'onSinkCall'> => {
  const counter = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name: `evenhand_${name}_total`, help, labelNames, registers: [registry] });
  const read = counter('events_read', 'Events that a source told', ['source']);
  const kept = counter('mentions_kept', 'Mentions that the watch-list kept', ['source']);
  const decisions = counter('decisions', 'Decisions by outcome and severity', [
    'brand',
    'outcome',
    'severity',
  ]);
  const batches = counter('batches', 'Batches by what became of them', ['result']);
  const sent = counter('notifications', 'Attempts to deliver notifications', ['channel', 'outcome']);
  const told = counter('sink_calls', 'Calls to helpdesks and readings of their tickets', [
    'sink',
    'what',
    'outcome',
  ]);
  const buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5];
  const seconds = new Histogram({
    name: 'evenhand_batch_seconds',
    help: 'Time from claim to commit of a batch',
    buckets,
    registers: [registry],
  });
  return {
    onPage: (event) => {
      if (event.kind !== 'page') return;
      read.inc({ source: event.source }, event.read);
      kept.inc({ source: event.source }, event.kept);
    },
    onBatch: (event) => {
      if (event.kind === 'again') return;
      batches.inc({ result: event.kind });
      if (event.kind !== 'decided') return;
      seconds.observe(event.ms / 1_000);
      for (const { brand, outcome, severity, n } of event.decided.tally)
        decisions.inc({ brand, outcome, severity }, n);
    },
    onDelivery: (event) => sent.inc({ channel: event.channel, outcome: event.outcome }),
    onSinkCall: ({ sink, what, outcome }) => told.inc({ sink, what, outcome }),
  };
};

interface Replayed {
  same: number;
  different: number;
  untold: number;
  age: number;
}

interface SourceAge {
  source: string;
  age: number;
  quiet: number | null;
  silent: boolean;
  quota: SourceQuota | null;
}

interface Read {
  readonly replay: Replayed | null;
  readonly standing: Standing;
  readonly sources: readonly SourceAge[];
}

/** Prometheus gives up after 10 s unless told otherwise. */
const scrapeMs = 3_000;

const standingOrNull = async (db: Database, now: Date): Promise<Read | null> => {
  const timer = new AbortController();
  const late = sleep(scrapeMs, null, { signal: timer.signal }).catch(() => null);
  // Whatever keeps the database from telling, the counters of this process are known without it.
  const read = readStanding(db, now).catch(() => null);
  return Promise.race([read, late]).finally(() => timer.abort());
};

const readStanding = (db: Database, now: Date): Promise<Read> =>
  db.transaction('desk', async (tx) => {
    const { rows } = await sql<Standing>`
      select
        (select extract(epoch from ${now}::timestamptz - min(created_at))::float8 from intake.inbox where state = 'pending') as inbox_oldest,
        (select coalesce(sum(events), 0) from intake.inbox where state = 'pending') as inbox_events,
        (select extract(epoch from ${now}::timestamptz - min(done_at))::float8 from intake.inbox where state = 'done' and reach_done_at is null) as reach_oldest,
        (select extract(epoch from ${now}::timestamptz - least(
          (select min(at) from desk.outbox where flushed_at is null),
          (select min(created_at) from desk.notification where state = 'pending')))::float8) as notify_oldest,
        (select count(*) from ops.dead_letter where state = 'waiting') as dead_letters,
        (select count(*) from desk."case" where due_at is not null) as waiting,
        (select count(*) from desk."case" where due_at is not null and due_at <= ${now}) as late`.execute(tx);
    const sources = await sql<SourceAge>`
      select source, extract(epoch from ${now}::timestamptz - last_ok_at)::float8 as age,
        extract(epoch from ${now}::timestamptz - last_event_at)::float8 as quiet, silent_since is not null as silent, quota from ops.source_health where last_ok_at is not null`.execute(
      tx,
    );
    const replay = await sql<Replayed>`
      select same, different, untold, extract(epoch from ${now}::timestamptz - done_at)::float8 as age
      from ops.replay where done_at is not null order by day desc limit 1`.execute(tx);
    const standing = rows[0];
    if (standing === undefined) throw new Error('the record does not tell how it stands');
    const rowsNow = sources.rows.map((row) => ({ ...row, quota: row.quota && quotaAt(row.quota, now) }));
    return { standing, sources: rowsNow, replay: replay.rows[0] ?? null };
  });
