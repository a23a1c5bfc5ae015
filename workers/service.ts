import { randomUUID } from 'node:crypto';
import { heedAll } from '../src/cases/contacts/take-contacts.store.ts';
import { registerSource, releaseWalks, retireSources } from '../src/ingest/health.store.ts';
import { leave } from '../src/ingest/service.store.ts';
import { compileWatchList } from '../src/ingest/watch-list.ts';
import { createSafeStream } from '../src/lib/safe-stream.ts';
import { createBackend } from '../src/queue/backend.ts';
import { createQueues, type Queues } from '../src/queue/queues.ts';
import { type AudienceRounds, createAudienceRounds } from './ask-audiences.ts';
import { decideRepliesAgain } from './decide-again.ts';
import { createDecisionsFirst } from './decisions-first.ts';
import { followSource } from './follow.worker.ts';
import { followedSources } from './followed-sources.ts';
import { createFreshBatches, type FreshBatches } from './fresh-batches.ts';
import type { IntakeDeps } from './intake.ts';
import { maxBacklog } from './max-backlog.ts';
import { both, measured } from './measured.ts';
import { createMetrics, type Metrics } from './metrics.ts';
import { type Outside, startOutside } from './outside.ts';
import { type Parts, stopParts } from './parts.ts';
import { pollSource } from './poll.worker.ts';
import { createPreparedDecider } from './prepared-decider.ts';
import { startProblemStage } from './problem-stage.ts';
import { unsealBatch, unsealLeftovers } from './reach.worker.ts';
import { createReplyRounds } from './reply-rounds.ts';
import type { ServiceOptions } from './service-options.ts';
import { type Sweep, startSweep } from './sweep.ts';
import { type TriageDeps, triageBatch } from './triage.worker.ts';

export interface Service {
  readonly queues: Queues;
  readonly intake: IntakeDeps;
  readonly triage: TriageDeps;
  /** null: this process serves no HTTP. */
  readonly httpPort: number | null;
  /** Stops taking work, lets what runs end, and gives the rest back. */
  stop(): Promise<void>;
}

/** Wires the stages that this process runs. When one cannot be started, what was started before it is stopped again. */
export const startService = async (asked: ServiceOptions): Promise<Service> => {
  const metrics = createMetrics(asked.db, asked.clock);
  const options = measured(asked, metrics);
  const aborted = new AbortController();
  const parts: Parts = {};
  const stop = async (): Promise<void> => {
    aborted.abort();
    await stopParts(parts);
  };
  try {
    return await startParts(options, { parts, metrics, signal: aborted.signal, stop });
  } catch (error) {
    await stop().catch(() => undefined);
    throw error;
  }
};

interface Begun {
  /** Each part enters its stop here once it runs. */
  readonly parts: Parts;
  readonly metrics: Metrics;
  readonly signal: AbortSignal;
  readonly stop: () => Promise<void>;
}

const startParts = async (
  options: ServiceOptions,
  { parts, metrics, signal, stop }: Begun,
): Promise<Service> => {
  const { db, clock, config } = options;
  const serviceId = randomUUID();
  const backend = await createBackend(options.backend, (error) => options.onError('queue', error));
  parts.backend = backend.close;
  const queues = createQueues(backend);
  parts.queues = queues.close;
  const prepared = await createPreparedDecider(options);
  parts.decider = prepared.decider.close;
  const fresh = createFreshBatches();
  const intake = intakeOf(options, queues, fresh);
  const triage: TriageDeps = {
    db,
    queues,
    clock,
    fresh,
    ...prepared,
    alertFloor: options.alertFloor,
    onBatch: both(options.onBatch, (event) => problems.noteBatch(event)),
    followed: followedSources(config),
    routing: config.routing,
    people: config.people,
    onDecided: (posts) => replies.note(posts),
  };
  const replies = createReplyRounds(
    (posts) => decideRepliesAgain(posts, triage),
    (error) => options.onError('replies', error),
  );
  parts.replies = replies.stop;
  await prepareSources(options);
  const problems = startProblemStage({ ...options, holder: serviceId });
  parts.problems = problems.stop;
  const { httpPort, onWalked } = await startOutside(options, { parts, queues, intake, metrics, signal });
  work({ options, queues, intake, triage, signal, onWalked });
  const audiences = audiencesOf(options);
  parts.audiences = audiences.stop;
  parts.sweep = sweepOf(options, { queues, triage, audiences, serviceId }).stop;
  return {
    queues,
    intake,
    triage,
    httpPort,
    stop: async () => {
      await stop();
      await db.transaction('ingest', (tx) => leave(tx, serviceId)).catch(() => undefined);
    },
  };
};

const intakeOf = (
  { db, clock, config, stages }: ServiceOptions,
  queues: Queues,
  fresh: FreshBatches,
): IntakeDeps => ({
  db,
  queues,
  clock,
  brands: config.brands,
  watchList: compileWatchList(config.brands),
  ...(stages.has('triage') ? { fresh } : {}),
});

const audiencesOf = ({ db, clock, fetch, audiences, onError }: ServiceOptions): AudienceRounds =>
  createAudienceRounds({
    db,
    clock,
    fetch,
    sources: audiences ?? [],
    onError: (error) => onError('audiences', error),
  });

/** Two batches at once keep the database busy while the thread decides; more gain nothing (facts/performance.md 1). */
const triageConcurrency = 2;
const pollConcurrency = 4;
const followConcurrency = 2;

interface Work {
  readonly options: ServiceOptions;
  readonly queues: Queues;
  readonly intake: IntakeDeps;
  readonly triage: TriageDeps;
  readonly signal: AbortSignal;
  readonly onWalked: Outside['onWalked'];
}

const work = ({ options, queues, intake, triage, signal, onWalked }: Work): void => {
  const { stages, db, clock, config, sources, fetch, connect, onPage } = options;
  const first = createDecisionsFirst();
  if (stages.has('triage'))
    queues.work('triage', (payload) => first.decide(() => triageBatch(payload, triage)), triageConcurrency);
  if (stages.has('reach'))
    queues.work(
      'reach',
      async (payload) => {
        await first.calm(signal);
        await unsealBatch(payload, { db, clock });
      },
      1,
    );
  if (!stages.has('poll')) return;
  const listening = connect === undefined ? {} : { connect };
  const stream = createSafeStream({ allow: config.network.allow });
  const poll = { ...intake, sources, fetch, stream, ...listening, signal, maxBacklog, onPage, onWalked };
  // A stream never ends, so that it needs a place of its own.
  const streams = [...sources.values()].filter(({ isStream }) => isStream === true).length;
  queues.work('follow', ({ source }) => followSource(source, poll), followConcurrency);
  queues.work('poll', ({ source }) => pollSource(source, poll), pollConcurrency + streams);
};

const sweepOf = (
  options: ServiceOptions,
  parts: { queues: Queues; triage: TriageDeps; audiences: AudienceRounds; serviceId: string },
): Sweep => {
  const { db, clock, stages } = options;
  const sweep = startSweep({
    db,
    queues: parts.queues,
    clock,
    stages,
    sources: [...options.sources.keys()],
    followed: [...options.sources.values()].flatMap(({ name, follow }) =>
      follow === undefined ? [] : [name],
    ),
    service: {
      serviceId: parts.serviceId,
      stages: [...stages],
      version: options.version,
      startedAt: clock.now(),
    },
    decidePending: () => decideRepliesAgain({ limit: 500 }, parts.triage),
    heedContacts: () =>
      heedAll(db, {
        now: clock.now(),
        readDeadlines: () => Promise.resolve(parts.triage.deadlineOf),
      }),
    unsealLeftovers: () => unsealLeftovers({ db, clock }),
    askAudiences: () => void parts.audiences.run(),
    onError: options.onError,
  });
  void sweep.run();
  return sweep;
};

const prepareSources = async ({ db, sources, stages, clock }: ServiceOptions): Promise<void> => {
  if (!stages.has('poll')) return;
  const now = clock.now();
  await db.transaction('ingest', async (tx) => {
    for (const source of sources.values()) await registerSource(tx, source, now);
    await retireSources(tx, [...sources.keys()]);
    if (db.access === 'owner') await releaseWalks(tx, now);
  });
};
