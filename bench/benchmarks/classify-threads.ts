import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { classifyEntry } from '../built.ts';
import { interleave, sayPairs } from '../interleave.ts';
import { englishTexts } from '../posts/english-texts.ts';
import { classifierEntry } from '../sides/entries.ts';

export const classifyThreads: Benchmark = {
  name: 'classify-threads',
  what: 'two worker threads with half of the posts each against one with all of them, posts/s',
  bar: 1.6,
  better: 'higher',
  unit: 'x',
  sides: 'both: worker threads of one process, by the clock: it wants two idle cores',
  run: async (context) => measure(context),
};

const measure = async (context: Context): Promise<Measured> => {
  const texts = englishTexts(1, 10_000);
  const times = context.isQuick ? 4 : 20;
  const threads = await Promise.all([startThread(texts), startThread(texts)]);
  const [first, second] = threads;
  try {
    await both(first, second, times);
    const posts = texts.length * times;
    const pairs = await interleave(context.rounds, {
      ours: async () => posts / (await seconds(() => both(first, second, times / 2))),
      plain: async (round) =>
        posts / (await seconds(() => classifyAll(round % 2 === 0 ? first : second, times))),
    });
    return { rounds: pairs.ratios, detail: sayPairs(pairs, 'posts/s') };
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
};

const startThread = async (texts: readonly string[]): Promise<Worker> => {
  const thread = new Worker(classifierEntry, { workerData: { texts, entry: classifyEntry } });
  await once(thread, 'message');
  return thread;
};

/** Lets a thread read all its texts so many times over. */
const classifyAll = async (thread: Worker, times: number): Promise<void> => {
  const done = once(thread, 'message');
  thread.postMessage(times);
  await done;
};

const both = async (first: Worker, second: Worker, times: number): Promise<void> => {
  await Promise.all([classifyAll(first, times), classifyAll(second, times)]);
};

const seconds = async (work: () => Promise<void>): Promise<number> => {
  const begun = performance.now();
  await work();
  return (performance.now() - begun) / 1_000;
};
