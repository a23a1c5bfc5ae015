import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { replay } from '../src/audit/replay.ts';
import type { DecidedPost } from '../src/cases/decided-post.store.ts';
import { type ReplaySetup, replayDepsOf } from './replay-deps.ts';
import type { ReplayReply } from './replayer.ts';

/** Decides posts again off the event loop, as `evenhand verify` does. What it throws ends the thread, and the night. */
const serve = async (port: MessagePort, setup: ReplaySetup): Promise<void> => {
  const deps = await replayDepsOf(setup);
  port.on('message', (posts: readonly DecidedPost[]) => {
    port.postMessage(posts.map((post) => replay(post, deps).outcome) satisfies ReplayReply);
  });
};

if (parentPort !== null) await serve(parentPort, workerData as ReplaySetup);
