import type { Benchmark } from './benchmark.ts';
import { alertLatency } from './benchmarks/alert-latency.ts';
import { apiLatency } from './benchmarks/api-latency.ts';
import { claims } from './benchmarks/claims.ts';
import { classifyLinear } from './benchmarks/classify-linear.ts';
import { classifyBayes, classifyNatural, classifyVader } from './benchmarks/classify-peers.ts';
import { classifyThreads } from './benchmarks/classify-threads.ts';
import { feedParse } from './benchmarks/feed-parse.ts';
import { firehose } from './benchmarks/firehose.ts';
import { htmlText } from './benchmarks/html-text.ts';
import { intakeBatch } from './benchmarks/intake-batch.ts';
import { languageEld } from './benchmarks/language-eld.ts';
import { matchPhrases } from './benchmarks/match-phrases.ts';
import { memoryFlat } from './benchmarks/memory-flat.ts';
import { next50 } from './benchmarks/next-50.ts';
import { pipelineEmbedded, pipelineRedis } from './benchmarks/pipeline.ts';
import { problemGroups, problemSignature } from './benchmarks/problems.ts';
import { queueMemory } from './benchmarks/queue-memory.ts';
import { startAgain, startFirst } from './benchmarks/start.ts';
import { storePglite, storePostgres } from './benchmarks/store.ts';

/** The table's lines, in its order. */
export const benchmarks: readonly Benchmark[] = [
  pipelineRedis,
  pipelineEmbedded,
  queueMemory,
  storePglite,
  storePostgres,
  next50,
  apiLatency,
  alertLatency,
  claims,
  intakeBatch,
  matchPhrases,
  firehose,
  htmlText,
  feedParse,
  memoryFlat,
  classifyNatural,
  classifyBayes,
  classifyVader,
  languageEld,
  classifyLinear,
  classifyThreads,
  problemSignature,
  problemGroups,
  startFirst,
  startAgain,
];
