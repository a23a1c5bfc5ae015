import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Verified } from '../src/audit/replay.ts';
import type { DecidedPost } from '../src/cases/decided-post.store.ts';
import { compiledEntry } from '../src/lib/package-root.ts';
import type { ReplaySetup } from './replay-deps.ts';

export type ReplayReply = readonly Verified['outcome'][];

export interface Replayer {
  /** What became of deciding each of them again; one call at a time. Rejects when the thread failed or hangs. */
  outcomesOf(posts: readonly DecidedPost[]): Promise<ReplayReply>;
  close(): Promise<void>;
}

export interface ReplayerOptions {
  readonly deadlineMs?: number;
  /** Another entry, for tests of a thread that fails. */
  readonly entry?: URL;
}

/** Starting the thread and the posts of one case take a second. */
const patienceMs = 60_000;

/** A thread that decides again: it shares neither the event loop nor the thread of those who wait for a decision. */
export const createReplayer = (setup: ReplaySetup, options: ReplayerOptions = {}): Replayer => {
  const { deadlineMs = patienceMs, entry = compiledEntry('workers/replay.thread.js') } = options;
  const thread = new Worker(entry, { workerData: setup, resourceLimits: { maxOldGenerationSizeMb: 512 } });
  thread.unref();
  const ended = once(thread, 'exit').then(() => Promise.reject(new Error('the replay ended')));
  // Nobody may be waiting for it.
  ended.catch(() => undefined);
  return {
    outcomesOf: async (posts) => {
      const late = AbortSignal.timeout(deadlineMs);
      const answered = once(thread, 'message', { signal: late }).catch((cause: unknown) => {
        throw late.aborted ? new Error(`no replay within ${deadlineMs / 1_000} s`, { cause }) : cause;
      });
      thread.postMessage(posts);
      const [reply] = await Promise.race([answered, ended]);
      return reply as ReplayReply;
    },
    close: async () => void (await thread.terminate()),
  };
};
