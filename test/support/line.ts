import { defaultHours, defaultSla } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { compileWatchList } from '../../src/ingest/watch-list.ts';
import type { Clock } from '../../src/lib/clock.ts';
import type { Database } from '../../src/postgres/database.ts';
import { type Payload, parsePayload, type QueueName } from '../../src/queue/payloads.ts';
import type { Queues } from '../../src/queue/queues.ts';
import { decideRepliesAgain } from '../../workers/decide-again.ts';
import { createDecider, type Decider } from '../../workers/decider.ts';
import { type IntakeDeps, type TakenPage, takePage } from '../../workers/intake.ts';
import { loadPolicies } from '../../workers/policies.ts';
import { unsealBatch } from '../../workers/reach.worker.ts';
import { type BatchEvent, type TriageDeps, triageBatch } from '../../workers/triage.worker.ts';

export const voltara: Brand = {
  id: 'voltara',
  names: ['Voltara'],
  handles: ['voltara'],
  phrases: [],
  exclusions: { phrases: [], authors: [] },
  languages: ['en', 'de'],
  accounts: {
    support: ['voltara_hilft'],
    brand: ['voltara'],
    executives: ['mira_lindqvist'],
    staff: ['voltara_werkstatt'],
  },
  calendar: { timezone: 'UTC', hours: defaultHours },
  sla: defaultSla,
  onCall: ['Duty'],
};

/** A clock that a test sets. */
export interface SetClock extends Clock {
  set(time: string | Date): void;
}

export const clockAt = (start: string): SetClock => {
  let now = new Date(start);
  return { now: () => now, set: (time) => (now = new Date(time)) };
};

type Job = {
  readonly [Name in QueueName]: { readonly name: Name; readonly payload: Payload<Name> };
}[QueueName];

/** Queues in memory: a job waits until `next` takes it; the same id waits once. */
export const memoryQueues = (): Queues & {
  next(): Job | undefined;
  readonly waitingJobs: readonly Job[];
} => {
  const jobs = new Map<string, Job>();
  let last = 0;
  return {
    get waitingJobs() {
      return [...jobs.values()];
    },
    next: () => {
      const [first] = jobs;
      if (first === undefined) return undefined;
      jobs.delete(first[0]);
      return first[1];
    },
    add: (name, payload, { id } = {}) => {
      const key = `${name} ${id ?? ++last}`;
      if (!jobs.has(key)) jobs.set(key, { name, payload: parsePayload(name, payload) } as Job);
      return Promise.resolve();
    },
    schedule: () => Promise.resolve(),
    unschedule: () => Promise.resolve(),
    work: () => undefined,
    waiting: () => Promise.resolve(jobs.size),
    close: () => Promise.resolve(),
  };
};

/** The stages of the straight line over a real database, run by hand: what waits is done when the test says so. */
export interface Line {
  readonly intake: IntakeDeps;
  readonly triage: TriageDeps;
  readonly queues: ReturnType<typeof memoryQueues>;
  readonly events: BatchEvent[];
  take(source: string, events: readonly RawEvent[]): Promise<TakenPage>;
  /** Runs the jobs that wait, and those that they leave, until none is left. */
  settle(): Promise<void>;
  close(): Promise<void>;
}

export interface LineOptions {
  readonly db: Database;
  readonly clock: Clock;
  readonly brands?: readonly Brand[];
  /** Sources whose threads are followed. */
  readonly followed?: ReadonlySet<string>;
  readonly deciderEntry?: URL;
  readonly deadlineMs?: number;
  readonly maxMemoryMb?: number;
}

export const openLine = async (options: LineOptions): Promise<Line> => {
  const { db, clock, brands = [voltara] } = options;
  const queues = memoryQueues();
  const events: BatchEvent[] = [];
  const { decider, deadlineOf } = await openDecider(options, brands);
  const intake: IntakeDeps = { db, queues, clock, brands, watchList: compileWatchList(brands) };
  const triage: TriageDeps = {
    db,
    queues,
    clock,
    decider,
    fresh: { take: () => null },
    deadlineOf,
    alertFloor: 'high',
    ...(options.followed === undefined ? {} : { followed: options.followed }),
    onBatch: (event) => void events.push(event),
    onDecided: async (posts) => void (await decideRepliesAgain(posts, triage)),
  };
  return {
    intake,
    triage,
    queues,
    events,
    take: (source, arriving) =>
      takePage({ source, events: arriving, cursor: null, isHistory: () => false }, intake),
    settle: async () => {
      for (let job = queues.next(); job !== undefined; job = queues.next()) {
        if (job.name === 'triage') await triageBatch(job.payload, triage);
        if (job.name === 'reach') await unsealBatch(job.payload, { db, clock });
        // Queues in memory know no delay: what fails for ever would spin for ever.
        const last = events.at(-1);
        if (events.length > 5_000 && last?.kind === 'failed') throw last.error;
      }
    },
    close: () => decider.close(),
  };
};

const openDecider = async (
  { db, clock, deciderEntry, deadlineMs, maxMemoryMb }: LineOptions,
  brands: readonly Brand[],
): Promise<{ decider: Decider; deadlineOf: TriageDeps['deadlineOf'] }> => {
  const { versions, deadlineOf } = await loadPolicies(db, brands, clock.now());
  const decider = createDecider({
    setup: {
      decisionVersion: 'test',
      key: 'key-of-the-tests',
      languages: brands.map((brand) => [brand.id, brand.languages] as const),
      policies: versions,
    },
    ...(deciderEntry === undefined ? {} : { entry: deciderEntry }),
    ...(deadlineMs === undefined ? {} : { deadlineMs }),
    ...(maxMemoryMb === undefined ? {} : { maxMemoryMb }),
  });
  return { decider, deadlineOf };
};

/** A post whose kind is beyond doubt. */
export const complaintText = (order: number | string): string =>
  `My order ${order} never arrived and nobody answers my mails. @voltara`;
