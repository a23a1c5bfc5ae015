import type { Queue, Worker } from 'bullmq';
import type { Backend } from './backend.ts';
import { type Payload, parsePayload, type QueueName } from './payloads.ts';

/** The service's queues by name; payloads are checked on the way in and on the way out. */
export interface Queues {
  /** `id` makes a wake-up unique while it waits: the same one twice is one. */
  add<Name extends QueueName>(
    name: Name,
    payload: Payload<Name>,
    options?: { id?: string; delayMs?: number },
  ): Promise<void>;
  /** Upserted by every sweep: a wiped Redis forgets schedules. */
  schedule<Name extends QueueName>(
    name: Name,
    key: string,
    everyMs: number,
    payload: Payload<Name>,
  ): Promise<void>;
  unschedule(name: QueueName, key: string): Promise<void>;
  work<Name extends QueueName>(
    name: Name,
    process: (payload: Payload<Name>) => Promise<void>,
    concurrency: number,
  ): void;
  waiting(name: QueueName): Promise<number>;
  /** Stops taking jobs; those at work end first. */
  close(): Promise<void>;
}

export const createQueues = (backend: Backend): Queues => {
  const queues = new Map<QueueName, Queue>();
  const workers: Worker[] = [];
  const queueOf = (name: QueueName): Queue => {
    const known = queues.get(name);
    if (known !== undefined) return known;
    const queue = backend.queue(name);
    queues.set(name, queue);
    return queue;
  };
  return {
    add: async (name, payload, { id, delayMs } = {}) => {
      const options = {
        ...(id === undefined ? {} : { jobId: id }),
        ...(delayMs === undefined ? {} : { delay: delayMs }),
      };
      await queueOf(name).add(name, parsePayload(name, payload), options);
    },
    schedule: async (name, key, everyMs, payload) => {
      await queueOf(name).upsertJobScheduler(
        key,
        { every: everyMs },
        { name, data: parsePayload(name, payload) },
      );
    },
    unschedule: async (name, key) => {
      await queueOf(name).removeJobScheduler(key);
    },
    work: (name, process, concurrency) => {
      workers.push(backend.worker(name, (data) => process(parsePayload(name, data)), { concurrency }));
    },
    waiting: async (name) => {
      const counts = await queueOf(name).getJobCounts('waiting', 'active', 'delayed', 'prioritized');
      return Object.values(counts).reduce((sum, count) => sum + count, 0);
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.close()));
      await Promise.all([...queues.values()].map((queue) => queue.close()));
    },
  };
};
