import type { Acceptance, Push } from '../src/http/routes/ingest.ts';
import { readBacklog } from '../src/ingest/inbox.store.ts';
import { isUnavailable } from '../src/postgres/is-unavailable.ts';
import type { IntakeDeps } from './intake.ts';
import { takePushes } from './take-pushes.ts';

export interface PushIntake {
  accept(source: string, push: Push): Promise<Acceptance>;
}

interface Waiting {
  readonly push: Push;
  readonly resolve: (acceptance: Acceptance) => void;
  readonly reject: (error: unknown) => void;
}

/** A row of the inbox holds at most so many; a request is never split over two transactions. */
const flushAt = 500;
/** While one page commits, the next one gathers: single posts share a transaction. */
const flushMs = 2;
const backlogCheckMs = 500;
const busySeconds = 10;
/** A database is restarted in seconds. */
const unavailableSeconds = 5;
/** A server that is cut off answers nothing at all; whoever pushes is told before they give up themselves. */
const answerMs = 15_000;

/** Gathers what is pushed for a moment, commits it as one page, and only then says that it is accepted. */
export const createPushIntake = (
  deps: IntakeDeps,
  maxBacklog: number,
  onUnavailable: (error: Error) => void,
): PushIntake => {
  const queues = new Map<string, { waiting: Waiting[]; isFlushing: boolean }>();
  const registered = new Set<string>();
  let backlog = { batches: 0, at: 0 };

  const isFull = async (): Promise<boolean> => {
    const now = Date.now();
    if (now - backlog.at > backlogCheckMs) {
      backlog = { ...backlog, at: now };
      const read = await deps.db.transaction('ingest', (tx) => readBacklog(tx));
      backlog = { batches: read.batches, at: now };
    }
    return backlog.batches > maxBacklog;
  };

  const flush = async (source: string): Promise<void> => {
    const queue = queues.get(source);
    if (queue === undefined || queue.isFlushing) return;
    queue.isFlushing = true;
    await new Promise((resolve) => setTimeout(resolve, flushMs));
    while (queue.waiting.length > 0)
      await takeTogether(source, takeUpTo(queue.waiting), { deps, registered });
    queue.isFlushing = false;
  };

  const take = async (source: string, push: Push, asked: Asked): Promise<Acceptance> => {
    if (await isFull()) return { kind: 'busy', retryAfterSeconds: busySeconds };
    if (asked.isGivenUp) throw new NoAnswerError();
    const queue = queues.get(source) ?? { waiting: [], isFlushing: false };
    queues.set(source, queue);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ push, resolve, reject });
      void flush(source);
    });
  };

  /** What nobody waits for any more must not fill the memory behind a database that hangs. */
  const giveUp = (source: string, push: Push): void => {
    const queue = queues.get(source);
    if (queue !== undefined) queue.waiting = queue.waiting.filter((one) => one.push !== push);
  };

  return {
    accept: async (source, push) => {
      const asked = { isGivenUp: false };
      try {
        return await within(take(source, push, asked), answerMs);
      } catch (error) {
        if (!(error instanceof NoAnswerError) && !isUnavailable(error)) throw error;
        asked.isGivenUp = true;
        giveUp(source, push);
        onUnavailable(error as Error);
        return { kind: 'unavailable', retryAfterSeconds: unavailableSeconds };
      }
    },
  };
};

interface Asked {
  readonly isGivenUp: boolean;
}

class NoAnswerError extends Error {
  override readonly name = 'NoAnswerError';

  constructor() {
    super(`the database did not answer within ${answerMs / 1_000} s`);
  }
}

const within = async <T>(work: Promise<T>, ms: number): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new NoAnswerError()), ms);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
};

/** As many as fit one row, and no key twice: the second must find the first in the record. */
const takeUpTo = (waiting: Waiting[]): Waiting[] => {
  const keys = new Set<string>();
  let events = 0;
  let n = 0;
  for (const { push } of waiting) {
    const key = push.request?.key;
    if (n > 0 && (events + push.events.length > flushAt || (key !== undefined && keys.has(key)))) break;
    if (key !== undefined) keys.add(key);
    events += push.events.length;
    n += 1;
  }
  return waiting.splice(0, n);
};

const takeTogether = async (
  source: string,
  group: readonly Waiting[],
  { deps, registered }: { deps: IntakeDeps; registered: Set<string> },
): Promise<void> => {
  try {
    const answers = await takePushes(
      source,
      group.map(({ push }) => push),
      { ...deps, registered },
    );
    for (const [index, one] of group.entries()) {
      const answer = answers[index];
      if (answer === undefined) one.reject(new Error('a push was left without an answer'));
      else one.resolve(answer);
    }
  } catch (error) {
    for (const one of group) one.reject(error);
  }
};
