import type { Services } from './services.ts';

/** One line of the table. `run` gives one value per round; what is told is their median. */
export interface Benchmark {
  readonly name: BenchmarkName;
  readonly what: string;
  readonly bar: number;
  readonly better: 'higher' | 'lower';
  /** Which processes work on each side. */
  readonly sides: string;
  readonly unit: 'x' | 's' | 'ms' | 'posts/s';
  readonly run: (context: Context) => Promise<Measured>;
}

export interface Measured {
  readonly rounds: readonly number[];
  /** The figures behind the ratio, for people. */
  readonly detail: string;
}

export interface Context {
  readonly rounds: number;
  /** Smaller inputs, for a look in passing: the ratios are rougher. */
  readonly isQuick: boolean;
  readonly services: Services;
  /** A temporary folder that is removed at the end. */
  readonly folder: string;
  readonly progress: (text: string) => void;
}

export const benchmarkNames = [
  'pipeline-redis',
  'pipeline-embedded',
  'queue-memory',
  'store-pglite',
  'store-postgres',
  'next-50',
  'api-latency',
  'alert-latency',
  'claims',
  'intake-batch',
  'match-phrases',
  'firehose',
  'html-text',
  'feed-parse',
  'memory-flat',
  'classify-natural',
  'classify-bayes',
  'classify-vader',
  'language-eld',
  'classify-linear',
  'classify-threads',
  'problem-signature',
  'problem-groups',
  'start-first',
  'start-again',
] as const;
export type BenchmarkName = (typeof benchmarkNames)[number];
