import { Worker } from 'node:worker_threads';
import type { InboxBatch } from '../src/domain/inbox.ts';
import type { KnownPost } from '../src/domain/known-post.ts';
import { compiledEntry } from '../src/lib/package-root.ts';
import type { DecideSetup } from './decide-setup.ts';
import { type DecidedBatch, unwire, type WiredBatch } from './decided-batch.ts';

export interface DecideTask {
  readonly id: number;
  /** Packed as in the inbox, or as it is for posts that are decided again. */
  readonly payload: Uint8Array | InboxBatch;
  readonly known: readonly KnownPost[];
}

export type DecideReply =
  /** The thread is up: only now its words count against the deadline. */
  | 'ready'
  | { readonly id: number; readonly ok: true; readonly batch: WiredBatch }
  | { readonly id: number; readonly ok: false; readonly message: string };

export interface Decider {
  /** Rejects with a PoisonError when the thread threw, hung beyond the deadline or ran out of memory. */
  decide(payload: Uint8Array | InboxBatch, known: readonly KnownPost[]): Promise<DecidedBatch>;
  close(): Promise<void>;
}

/** The batch itself is at fault, not a service that is down: it counts as an attempt. */
export class PoisonError extends Error {
  override readonly name = 'PoisonError';
}

export interface DeciderOptions {
  readonly setup: DecideSetup;
  readonly deadlineMs?: number;
  readonly maxMemoryMb?: number;
  /** Another compiled entry, for tests of poison. */
  readonly entry?: URL;
}

interface Waiting {
  readonly task: DecideTask;
  readonly resolve: (batch: DecidedBatch) => void;
  readonly reject: (error: Error) => void;
}

/** A machine that has much to do takes its time to start a thread, which is no batch's fault. */
const startMs = 15_000;

/** Hands batches to one thread, one at a time; a thread that fails is replaced and only its batch is blamed. */
export const createDecider = (options: DeciderOptions): Decider => {
  const { deadlineMs = 15_000 } = options;
  const waiting: Waiting[] = [];
  let current: { job: Waiting; timer: NodeJS.Timeout } | null = null;
  let thread: Worker | null = null;
  let isReady = false;
  let lastId = 0;
  let isClosed = false;

  const settle = (): Waiting | null => {
    const job = current?.job ?? null;
    clearTimeout(current?.timer);
    current = null;
    return job;
  };
  const begin = (job: Waiting): void => {
    const late = () => fail(`no decision within ${deadlineMs / 1000} s`);
    current = { job, timer: setTimeout(late, isReady ? deadlineMs : deadlineMs + startMs) };
  };
  const finish = (reply: DecideReply): void => {
    isReady = true;
    const job = settle();
    if (reply === 'ready') {
      if (job !== null) begin(job);
      return;
    }
    if (!reply.ok) job?.reject(new PoisonError(reply.message));
    else settleWith(job, reply.batch);
    next();
  };
  const fail = (reason: string): void => {
    const failed = thread;
    thread = null;
    void failed?.terminate();
    // A thread that never came up says nothing about the batch: the claim is given back.
    settle()?.reject(isReady ? new PoisonError(reason) : new Error(reason));
    next();
  };
  const next = (): void => {
    const job = current !== null || isClosed ? undefined : waiting.shift();
    if (job === undefined) return;
    if (thread === null) isReady = false;
    thread ??= startThread(options, (of) => of === thread, { finish, fail });
    begin(job);
    thread.postMessage(job.task);
  };
  const close = async (): Promise<void> => {
    isClosed = true;
    for (const left of [settle(), ...waiting]) left?.reject(new Error('the classifier is closed'));
    const last = thread;
    thread = null;
    await last?.terminate();
  };
  return {
    decide: (payload, known) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('the classifier is closed'));
        waiting.push({ task: { id: ++lastId, payload, known }, resolve, reject });
        next();
      }),
    close,
  };
};

/** A reply that cannot be read is the thread's fault; the job ends all the same. */
const settleWith = (job: Waiting | null, batch: WiredBatch): void => {
  try {
    job?.resolve(unwire(batch));
  } catch (cause) {
    job?.reject(new PoisonError('the classifier answered what cannot be read', { cause }));
  }
};

/** What a thread that was replaced still says is not heard. */
const startThread = (
  { setup, maxMemoryMb = 512, entry = compiledEntry('workers/decide.thread.js') }: DeciderOptions,
  isCurrent: (worker: Worker) => boolean,
  hear: { finish: (reply: DecideReply) => void; fail: (reason: string) => void },
): Worker => {
  const worker = new Worker(entry, {
    workerData: setup,
    resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
  });
  worker.on('message', (reply: DecideReply) => isCurrent(worker) && hear.finish(reply));
  worker.on('error', (error) => isCurrent(worker) && hear.fail(`the classifier failed: ${error.message}`));
  worker.on('exit', () => isCurrent(worker) && hear.fail('the classifier ended'));
  worker.unref();
  return worker;
};
