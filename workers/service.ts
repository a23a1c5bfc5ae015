import { randomUUID } from 'node:crypto';
import type { Config } from '../config/config.ts';
import { rulesVersion } from '../src/classify/classify.ts';
import type { Severity } from '../src/domain/severity.ts';
import { registerSource, releaseWalks } from '../src/ingest/health.store.ts';
import { leave } from '../src/ingest/service.store.ts';
import { compileWatchList } from '../src/ingest/watch-list.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import { type BackendOptions, createBackend } from '../src/queue/backend.ts';
import { createQueues, type Queues } from '../src/queue/queues.ts';
import type { Source } from '../src/sources/source.ts';
import { decisionVersion } from '../src/triage/decision-version.ts';
import { createDecider, type Decider } from './decider.ts';
import { maxBacklog, startHttpStage } from './http-stage.ts';
import { readInstanceKey } from './instance-key.ts';
import type { IntakeDeps } from './intake.ts';
import { createMetrics } from './metrics.ts';
import { startNotifier } from './notifier.ts';
import type { DeliveryEvent, WiredChannel } from './notify.worker.ts';
import { loadPolicies } from './policies.ts';
import { type PollDeps, type PollEvent, pollSource } from './poll.worker.ts';
import { unsealBatch, unsealLeftovers } from './reach.worker.ts';
import type { Stage } from './stages.ts';
import { startSweep } from './sweep.ts';
import { type BatchEvent, decideRepliesAgain, type TriageDeps, triageBatch } from './triage.worker.ts';

export interface ServiceOptions {
  readonly db: Database;
  readonly backend: BackendOptions;
  readonly config: Config;
  readonly sources: ReadonlyMap<string, Source>;
  readonly stages: ReadonlySet<Stage>;
  readonly version: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  readonly alertFloor: Severity;
  readonly onPage: (event: PollEvent) => void;
  readonly onBatch: (event: BatchEvent) => void;
  readonly channels: readonly WiredChannel[];
  readonly onDelivery: (event: DeliveryEvent) => void;
  readonly onError: (what: string, error: Error) => void;
  /** Bearer token of `POST /ingest`; null: the route is closed. */
  readonly ingestToken: string | null;
  /** Another compiled entry for the deciding thread, for tests of poison. */
  readonly deciderEntry?: URL;
  readonly decideDeadlineMs?: number;
}

export interface Service {
  readonly queues: Queues;
  readonly intake: IntakeDeps;
  readonly triage: TriageDeps;
  /** null: this process serves no HTTP. */
  readonly httpPort: number | null;
  /** Stops taking work, lets what runs end, and gives the rest back. */
  stop(): Promise<void>;
}

/** Wires the stages that this process runs. */
export const startService = async (options: ServiceOptions): Promise<Service> => {
  const { db, clock, config, stages } = options;
  const serviceId = randomUUID();
  const startedAt = clock.now();
  const backend = await createBackend(options.backend, (error) => options.onError('queue', error));
  const queues = createQueues(backend);
  const aborted = new AbortController();
  const metrics = createMetrics(db, clock);
  const decider = await prepareDecider(options);
  const intake: IntakeDeps = {
    db,
    queues,
    clock,
    brands: config.brands,
    watchList: compileWatchList(config.brands),
  };
  const triage: TriageDeps = {
    db,
    queues,
    clock,
    decider: decider.decider,
    deadlineOf: decider.deadlineOf,
    alertFloor: options.alertFloor,
    onBatch: both(options.onBatch, metrics.onBatch),
  };

  await prepareSources(options, startedAt);
  if (stages.has('triage'))
    queues.work('triage', (payload) => triageBatch(payload, triage), triageConcurrency);
  if (stages.has('reach'))
    queues.work('reach', async (payload) => void (await unsealBatch(payload, { db, clock })), 1);
  if (stages.has('poll')) {
    const poll: PollDeps = {
      ...intake,
      sources: options.sources,
      fetch: options.fetch,
      signal: aborted.signal,
      maxBacklog,
      onPage: both(options.onPage, metrics.onPage),
    };
    queues.work('poll', ({ source }) => pollSource(source, poll), pollConcurrency);
  }
  const http = await startHttpStage(options, intake, metrics);
  const notifier = await startNotifier(
    { ...options, onDelivery: both(options.onDelivery, metrics.onDelivery) },
    queues,
    aborted.signal,
  );
  const sweep = startSweep({
    db,
    queues,
    clock,
    stages,
    service: { serviceId, stages: [...stages], version: options.version, startedAt },
    decidePending: () => decideRepliesAgain({ limit: 500 }, triage),
    unsealLeftovers: () => unsealLeftovers({ db, clock }),
    onError: options.onError,
  });
  void sweep.run();
  return {
    queues,
    intake,
    triage,
    httpPort: http.port,
    stop: async () => {
      aborted.abort();
      await http.stop();
      await sweep.stop();
      await notifier.stop();
      await queues.close();
      await decider.decider.close();
      await backend.close();
      await db.transaction('ingest', (tx) => leave(tx, serviceId)).catch(() => undefined);
    },
  };
};

const both =
  <Event>(one: (event: Event) => void, other: (event: Event) => void) =>
  (event: Event): void => {
    one(event);
    other(event);
  };

/** Two batches at once keep the database busy while the thread decides; more gain nothing (performance.md 1). */
const triageConcurrency = 2;
const pollConcurrency = 4;

const prepareDecider = async (
  options: ServiceOptions,
): Promise<{ decider: Decider; deadlineOf: TriageDeps['deadlineOf'] }> => {
  const { db, config, clock, version } = options;
  const policies = await loadPolicies(db, config.brands, clock.now());
  const setup = {
    decisionVersion: decisionVersion({
      rulesVersion,
      policyHash: JSON.stringify(policies.versions),
      engineVersion: version,
    }),
    key: await readInstanceKey(db),
    languages: config.brands.map((brand) => [brand.id, brand.languages] as const),
    policies: policies.versions,
  };
  const decider = createDecider({
    setup,
    ...(options.deciderEntry === undefined ? {} : { entry: options.deciderEntry }),
    ...(options.decideDeadlineMs === undefined ? {} : { deadlineMs: options.decideDeadlineMs }),
  });
  return { decider, deadlineOf: policies.deadlineOf };
};

const prepareSources = async ({ db, sources, stages }: ServiceOptions, now: Date): Promise<void> => {
  if (!stages.has('poll')) return;
  await db.transaction('ingest', async (tx) => {
    for (const source of sources.values()) await registerSource(tx, source, now);
    if (db.access === 'owner') await releaseWalks(tx, now);
  });
};
