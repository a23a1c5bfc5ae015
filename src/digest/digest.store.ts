import type { Transaction } from '../postgres/database.ts';
import { shownThreads } from './compose-digest.ts';
import type { DigestBrandRows, DigestRows, DigestThreadRow, WaitingRow } from './digest-rows.ts';
import { measureSpread, pickThreads } from './spread.ts';
import { type DigestPeriod, readSpreading, type SpreadingThread } from './spreading.store.ts';
import { readThreadStarts, type ThreadStart, toStandingRow } from './standing.store.ts';
import { readStatementRows } from './statement-rows.store.ts';
import { readUnseen } from './unseen.store.ts';
import {
  type FoundCase,
  type FoundOthers,
  type FoundProblem,
  type FoundWaiting,
  readOldestSevere,
  readOthers,
  readSharedProblems,
  readWaitingCounts,
} from './waiting.store.ts';

export interface DigestAsk {
  readonly brands: readonly { readonly id: string; readonly name: string }[];
  readonly now: Date;
  readonly sinceMs: number;
}

export interface DigestDeps {
  /** Masks a text and cuts it: what leaves the desk is masked, and this room knows no masks. */
  readonly excerptOf: (text: string) => string;
  /** A case as people call it. */
  readonly caseName: (caseId: string) => string;
}

/**
 * Reads what a digest is composed from: a few bounded statements for each brand, as the role that may see both halves
 * and write neither. Call it in a transaction of `audit`.
 */
export const readDigestRows = async (
  tx: Transaction,
  { brands, now, sinceMs }: DigestAsk,
  deps: DigestDeps,
): Promise<DigestRows> => {
  const from = new Date(now.getTime() - sinceMs);
  const read: DigestBrandRows[] = [];
  for (const { id, name } of brands)
    read.push({ id, name, ...(await readBrand(tx, { brand: id, from, to: now }, deps)) });
  const ids = brands.map(({ id }) => id);
  return { brands: read, unseen: await readUnseen(tx, { brands: ids, from, to: now }) };
};

const readBrand = async (
  tx: Transaction,
  period: DigestPeriod,
  deps: DigestDeps,
): Promise<Omit<DigestBrandRows, 'id' | 'name'>> => {
  const { brand } = period;
  const { spreading, threads } = await readSpreading(tx, period);
  const counts = await readWaitingCounts(tx, brand);
  const oldest = await readOldestSevere(tx, brand);
  const problems = await readSharedProblems(tx, brand);
  return {
    ...counts,
    spreading,
    threads: await readThreads(tx, { brand, threads: toShow(threads) }, deps),
    oldest: oldest.map((row) => toCaseRow(row, deps)),
    problems: problems.map((row) => toProblemRow(row, deps)),
    statements: await readStatementRows(tx, period, deps.caseName),
  };
};

const toShow = (threads: readonly SpreadingThread[]): readonly SpreadingThread[] =>
  pickThreads(
    threads.map((thread) => ({ ...thread, spread: measureSpread(thread.samples, thread.elsewhere) })),
    shownThreads,
  );

const readThreads = async (
  tx: Transaction,
  { brand, threads }: { brand: string; threads: readonly SpreadingThread[] },
  deps: DigestDeps,
): Promise<readonly DigestThreadRow[]> => {
  const starts = byThread(await readThreadStarts(tx, brand, threads));
  const asked = threads.map(({ source, thread }) => ({
    source,
    thread,
    firstCase: firstOf(starts.get(keyOf({ source, thread })))?.id ?? null,
  }));
  const others = byThread(await readOthers(tx, brand, asked));
  return threads.map((thread) =>
    toThreadRow(thread, starts.get(keyOf(thread)), others.get(keyOf(thread)), deps),
  );
};

const toThreadRow = (
  thread: SpreadingThread,
  start: ThreadStart | undefined,
  others: FoundOthers | undefined,
  { excerptOf, caseName }: DigestDeps,
): DigestThreadRow => {
  const { source, lastSeenAt, relays, posts, samples, elsewhere } = thread;
  const text = start?.isConfidential === true ? null : (start?.text ?? null);
  return {
    source,
    thread: thread.thread,
    isStartRead: start?.isStart === true,
    startedAt: start?.isStart === true ? start.writtenAt.toISOString() : thread.startedAt,
    lastSeenAt,
    excerpt: text === null ? null : excerptOf(text),
    isDanger: start?.isDanger === true,
    relays,
    posts,
    samples,
    elsewhere,
    first: standingOf(start, caseName),
    others: others === undefined ? nobody : toWaitingRow(others),
  };
};

/** Who wrote the widest reply is one of the others. */
const firstOf = (start: ThreadStart | undefined): ThreadStart['first'] =>
  start?.isStart === true ? start.first : null;

const standingOf = (
  start: ThreadStart | undefined,
  caseName: DigestDeps['caseName'],
): DigestThreadRow['first'] => {
  const first = firstOf(start);
  return first === null
    ? null
    : toStandingRow(first, { caseName, isConfidential: start?.isConfidential === true });
};

const nobody: WaitingRow = { total: 0, waiting: 0, lesserKnown: 0, unknownReach: 0, waitingSince: null };

const toWaitingRow = (found: FoundWaiting): WaitingRow => ({
  total: found.total,
  waiting: found.waiting,
  lesserKnown: found.lesserKnown,
  unknownReach: found.unknownReach,
  waitingSince: found.waitingSince?.toISOString() ?? null,
});

const toCaseRow = (found: FoundCase, { excerptOf, caseName }: DigestDeps) => ({
  caseId: caseName(found.caseId),
  severity: found.severity,
  isErased: found.isErased,
  waitingSince: found.waitingSince.toISOString(),
  categories: found.categories,
  excerpt: found.text === null ? null : excerptOf(found.text),
});

const toProblemRow = (found: FoundProblem, { excerptOf }: DigestDeps) => ({
  ...toWaitingRow(found),
  problem: `${found.thread}|${found.category}`,
  categories: [found.category],
  source: found.thread.slice(0, found.thread.indexOf('|')),
  excerpt: found.text === null ? null : excerptOf(found.text),
});

const byThread = <T extends ThreadKey>(rows: readonly T[]): ReadonlyMap<string, T> =>
  new Map(rows.map((row) => [keyOf(row), row]));

const keyOf = ({ source, thread }: ThreadKey): string => JSON.stringify([source, thread]);

interface ThreadKey {
  readonly source: string;
  readonly thread: string;
}
