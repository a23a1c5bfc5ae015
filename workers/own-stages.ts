import { setTimeout as sleep } from 'node:timers/promises';
import type { Config } from '../config/config.ts';
import type { Env } from '../config/env.ts';
import { hasAnswerableReplies } from '../src/cases/known-post.store.ts';
import { readBacklog } from '../src/ingest/inbox.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import { createSafeFetch } from '../src/lib/safe-fetch.ts';
import type { Database } from '../src/postgres/database.ts';
import { backendOf } from './backend-of.ts';
import { outagesOf, serverOf } from './server-outages.ts';
import { type Service, startService } from './service.ts';
import type { Stage } from './stages.ts';

export interface OwnStagesOptions {
  readonly env: Env;
  readonly config: Config;
  readonly clock: Clock;
  readonly version: string;
  /** None: posts are only put into the inbox, and a running service decides them. */
  readonly stages: ReadonlySet<Stage>;
  /** Hears in a sentence what goes wrong; of a server that is away once, and once that it answers again. */
  readonly onTrouble: (sentence: string) => void;
}

export interface OwnStages extends Service {
  /** The database or the queue does not answer. */
  isAnyAway(): boolean;
}

/** The stages of a service inside a command's own process: it reads no source, tells no channel and serves nothing. */
export const startOwnStages = async (db: Database, options: OwnStagesOptions): Promise<OwnStages> => {
  const { env, onTrouble } = options;
  const outages = outagesOf(env, db, onTrouble);
  const onError = (what: string, error: Error, sentence = `${what}: ${error.message}`): void => {
    if (!outages.covers(serverOf(what, error, env), error)) onTrouble(`${sentence}; it is tried again`);
  };
  const service = await startQuietly(db, { ...options, onError }).catch((error: unknown) => {
    outages.stop();
    throw error;
  });
  return {
    ...service,
    isAnyAway: outages.isAnyAway,
    stop: async () => {
      const isAway = outages.isAnyAway();
      outages.stop();
      const stopped = service.stop();
      if (!isAway) return stopped;
      await Promise.race([stopped.catch(() => undefined), sleep(lastWordsMs)]);
      // A connection that waits for a server which is away would keep the command from ending.
      setTimeout(() => process.exit(process.exitCode ?? unavailable), lastWordsMs).unref();
    },
  };
};

const lastWordsMs = 1_000;
/** Of docs/operation.md: a database or queue that does not answer. */
const unavailable = 3;

type Told = OwnStagesOptions & {
  readonly onError: (what: string, error: Error, sentence?: string) => void;
};

const startQuietly = (db: Database, options: Told): Promise<Service> =>
  startService({
    db,
    backend: backendOf(options.env, db),
    config: options.config,
    sources: new Map(),
    channels: [],
    stages: options.stages,
    version: options.version,
    clock: options.clock,
    fetch: createSafeFetch({ allow: options.config.network.allow }),
    alertFloor: 'high',
    ingestToken: null,
    onPage: () => undefined,
    onDelivery: () => undefined,
    onBatch: (event) => {
      if (event.kind === 'failed') options.onError('triage', event.error, event.error.message);
    },
    onError: (what, error) => options.onError(what, error),
  });

export interface Waiting {
  readonly batches: number;
  readonly events: number;
}

const lookMs = 150;
/** Replies that waited for what they answer are decided again in rounds, soon after it. */
const settleMs = 10_000;
/** Unsealing follows a decision at once; what is left after this is found by the sweep of the next service. */
const unsealMs = 10_000;

/** A server that is restarted answers sooner; who waits for longer is told, and what waits is decided another time. */
const patienceMs = 60_000;

/**
 * Waits until everything in the inbox is decided and what was sealed with it is read. False: asked to stop before, or a
 * server is away and nothing moved for a minute.
 */
export const untilInboxEmpty = async (
  db: Database,
  service: OwnStages,
  { signal, onWait }: { signal: AbortSignal; onWait: (waiting: Waiting) => void },
): Promise<boolean> => {
  if (!(await untilAllDecided(db, service, { signal, onWait }))) return false;
  const settled = performance.now() + settleMs;
  while (
    !signal.aborted &&
    performance.now() < settled &&
    (await db.transaction('desk', hasAnswerableReplies))
  )
    await sleep(lookMs);
  const until = performance.now() + unsealMs;
  while (!signal.aborted && performance.now() < until && (await service.queues.waiting('reach')) > 0)
    await sleep(lookMs);
  return true;
};

const untilAllDecided = async (
  db: Database,
  service: OwnStages,
  { signal, onWait }: { signal: AbortSignal; onWait: (waiting: Waiting) => void },
): Promise<boolean> => {
  let last = -1;
  let movedAt = performance.now();
  while (!signal.aborted) {
    const waiting = await db.transaction('ingest', (tx) => readBacklog(tx));
    onWait(waiting);
    if (waiting.batches === 0) return true;
    if (waiting.events !== last || !service.isAnyAway()) movedAt = performance.now();
    if (performance.now() - movedAt > patienceMs) return false;
    last = waiting.events;
    await sleep(lookMs);
  }
  return false;
};

/** Waits, but not for ever, for the replies that whoever decides is about to decide again. */
export const untilRepliesDecided = async (db: Database, signal: AbortSignal): Promise<void> => {
  const until = performance.now() + settleMs;
  while (!signal.aborted && performance.now() < until && (await db.transaction('desk', hasAnswerableReplies)))
    await sleep(lookMs);
};
