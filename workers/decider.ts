import { Worker } from 'node:worker_threads';
import type { Language } from '../src/domain/classification.ts';
import type { InboxBatch } from '../src/domain/inbox.ts';
import { compiledEntry } from '../src/lib/package-root.ts';
import type { KnownPost } from './decide.ts';
import type { DecidedBatch } from './decided-batch.ts';

/** What the deciding thread is told once. */
export interface DecideSetup {
  readonly decisionVersion: string;
  /** Key of the complainants' hashes; kept in the record, never logged. */
  readonly key: string;
  /** Brand and the languages that it decides. */
  readonly languages: readonly (readonly [string, readonly Language[]])[];
  /** Brand and the version of its SLA policy. */
  readonly policies: readonly (readonly [string, string])[];
}

export interface DecideTask {
  readonly id: number;
  /** Packed as in the inbox, or as it is for posts that are decided again. */
  readonly payload: Uint8Array | InboxBatch;
  readonly known: readonly KnownPost[];
}

export type DecideReply =
  | { readonly id: number; readonly ok: true; readonly batch: DecidedBatch }
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

/** Hands batches to one thread, one at a time; a thread that fails is replaced and only its batch is blamed. */
export const createDecider = (options: DeciderOptions): Decider => {
  const {
    setup,
    deadlineMs = 15_000,
    maxMemoryMb = 512,
    entry = compiledEntry('workers/decide.thread.js'),
  } = options;
  const waiting: Waiting[] = [];
  let current: { job: Waiting; timer: NodeJS.Timeout } | null = null;
  let thread: Worker | null = null;
  let lastId = 0;
  let isClosed = false;

  const start = (): Worker => {
    const worker = new Worker(entry, {
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: maxMemoryMb },
    });
    worker.on('message', (reply: DecideReply) => worker === thread && finish(reply));
    worker.on('error', (error) => worker === thread && fail(`the classifier failed: ${error.message}`));
    worker.on('exit', () => worker === thread && fail('the classifier ended'));
    worker.unref();
    return worker;
  };

  const settle = (): Waiting | null => {
    if (current === null) return null;
    clearTimeout(current.timer);
    const { job } = current;
    current = null;
    return job;
  };
  const finish = (reply: DecideReply): void => {
    const job = settle();
    if (reply.ok) job?.resolve(reply.batch);
    else job?.reject(new PoisonError(reply.message));
    next();
  };
  const fail = (reason: string): void => {
    const failed = thread;
    thread = null;
    void failed?.terminate();
    settle()?.reject(new PoisonError(reason));
    next();
  };
  const next = (): void => {
    if (current !== null || isClosed) return;
    const job = waiting.shift();
    if (job === undefined) return;
    thread ??= start();
    const timer = setTimeout(() => fail(`no decision within ${deadlineMs / 1000} s`), deadlineMs);
    current = { job, timer };
    thread.postMessage(job.task);
  };

  return {
    decide: (payload, known) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error('the classifier is closed'));
        waiting.push({ task: { id: ++lastId, payload, known }, resolve, reject });
        next();
      }),
    close: async () => {
      isClosed = true;
      const job = settle();
      for (const left of job === null ? waiting : [job, ...waiting])
        left.reject(new Error('the classifier is closed'));
      const last = thread;
      thread = null;
      await last?.terminate();
    },
  };
};
