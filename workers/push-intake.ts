import type { RawMention } from '../src/domain/raw-mention.ts';
import type { Acceptance } from '../src/http/routes/ingest.ts';
import { notePage, registerSource } from '../src/ingest/health.store.ts';
import { readBacklog } from '../src/ingest/inbox.store.ts';
import { isUnavailable } from '../src/postgres/is-unavailable.ts';
import { type IntakeDeps, takePage } from './intake.ts';

export interface PushIntake {
  accept(source: string, mentions: readonly RawMention[]): Promise<Acceptance>;
}

interface Waiting {
  readonly mentions: readonly RawMention[];
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
const neverStaleMs = 365 * 86_400_000;

/** Gathers what is pushed for a moment, commits it as one page, and only then says that it is accepted. */
export const createPushIntake = (
  deps: IntakeDeps,
  maxBacklog: number,
  onUnavailable: (error: Error) => void,
): PushIntake => {
  const queues = new Map<string, { waiting: Waiting[]; isFlushing: boolean }>();
  const known = new Set<string>();
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
    while (queue.waiting.length > 0) await takeTogether(source, takeUpTo(queue.waiting), { deps, known });
    queue.isFlushing = false;
  };

  const take = async (source: string, mentions: readonly RawMention[], asked: Asked): Promise<Acceptance> => {
    if (await isFull()) return { kind: 'busy', retryAfterSeconds: busySeconds };
    if (asked.isGivenUp) throw new NoAnswerError();
    const queue = queues.get(source) ?? { waiting: [], isFlushing: false };
    queues.set(source, queue);
    return new Promise((resolve, reject) => {
      queue.waiting.push({ mentions, resolve, reject });
      void flush(source);
    });
  };

  /** What nobody waits for any more must not fill the memory behind a database that hangs. */
  const giveUp = (source: string, mentions: readonly RawMention[]): void => {
    const queue = queues.get(source);
    if (queue !== undefined) queue.waiting = queue.waiting.filter((one) => one.mentions !== mentions);
  };

  return {
    accept: async (source, mentions) => {
      const asked = { isGivenUp: false };
      try {
        return await within(take(source, mentions, asked), answerMs);
      } catch (error) {
        if (!(error instanceof NoAnswerError) && !isUnavailable(error)) throw error;
        asked.isGivenUp = true;
        giveUp(source, mentions);
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

const takeUpTo = (waiting: Waiting[]): Waiting[] => {
  let events = 0;
  let n = 0;
  for (const { mentions } of waiting) {
    if (n > 0 && events + mentions.length > flushAt) break;
    events += mentions.length;
    n += 1;
  }
  return waiting.splice(0, n);
};

const takeTogether = async (
  source: string,
  group: readonly Waiting[],
  { deps, known }: { deps: IntakeDeps; known: Set<string> },
): Promise<void> => {
  const at = deps.clock.now();
  try {
    if (!known.has(source)) {
      await deps.db.transaction('ingest', (tx) =>
        registerSource(
          tx,
          { name: source, kind: 'push', knowsSpread: true, freshnessTargetMs: neverStaleMs },
          new Date(at.getTime() + neverStaleMs),
        ),
      );
      known.add(source);
    }
    const events = group.flatMap((one) => one.mentions);
    const taken = await takePage({ source, events, cursor: null, isHistory: () => false }, deps);
    await deps.db.transaction('ingest', (tx) =>
      notePage(tx, source, {
        read: taken.read,
        kept: taken.kept,
        gap: null,
        at,
        heldUntil: new Date(at.getTime() + neverStaleMs),
      }),
    );
    const kept = new Set(taken.keptIds);
    for (const one of group)
      one.resolve({
        kind: 'accepted',
        accepted: one.mentions.length,
        kept: one.mentions.filter((mention) => kept.has(mention.nativeId)).length,
      });
  } catch (error) {
    for (const one of group) one.reject(error);
  }
};
