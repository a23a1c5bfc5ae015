import type { Category, OutOfBandKind } from '../domain/classification.ts';
import { type Severity, severityRank } from '../domain/severity.ts';
import type { DigestCaseRow, DigestRows, DigestThreadRow, FollowerBand, Unseen } from './digest-rows.ts';
import { compareSpread, measureSpread, type Spread } from './spread.ts';

/**
 * What communications people should know of a period: which threads spread, how their customers stand, who has waited
 * longest, and what was not seen. Reach informs what the company says here; it moves nobody in the queue. Pure.
 */
export const composeDigest = (rows: DigestRows, options: DigestOptions): DigestModel => {
  const from = options.now.getTime() - options.sinceMs;
  const context: Context = { rows, nowMs: options.now.getTime(), fromMs: from };
  return {
    from: new Date(from).toISOString(),
    to: options.now.toISOString(),
    brands: rows.brands.map((brand) => composeBrand(brand, context)),
    unseen: [...rows.unseen, ...unknownSpread(rows)],
  };
};

const composeBrand = (
  brand: { readonly id: string; readonly name: string },
  context: Context,
): BrandDigest => {
  const cases = context.rows.cases.filter((row) => row.brand === brand.id);
  const threads = context.rows.threads
    .filter((row) => row.brand === brand.id && Date.parse(row.lastSeenAt) >= context.fromMs)
    .map((row) => composeThread(row, cases, context.nowMs))
    .sort(compareSpread);
  const severe = cases.filter((row) => row.state === 'waiting' && severityRank(row.severity) >= severeRank);
  const oldest = severe.toSorted(byAge).map((row) => toUnanswered(row, context.nowMs));
  return {
    ...brand,
    waiting: cases.filter((row) => row.state === 'waiting').length,
    threads: threads.slice(0, shownThreads),
    moreThreads: Math.max(0, threads.length - shownThreads),
    oldest: oldest.slice(0, shownCases),
    moreOldest: Math.max(0, oldest.length - shownCases),
    sameProblem: groupByProblem(cases, context.nowMs),
  };
};

const composeThread = (
  row: DigestThreadRow,
  brandCases: readonly DigestCaseRow[],
  nowMs: number,
): ThreadDigest => {
  const cases = brandCases.filter((each) => each.source === row.source && each.thread === row.thread);
  const first = cases.find((each) => each.isThreadStart);
  const isDanger = row.isDanger || first?.isDanger === true;
  return {
    source: row.source,
    thread: row.thread,
    startedAt: row.startedAt,
    isDanger,
    excerpt: isDanger ? null : presentable(row.excerpt),
    relays: row.relays,
    posts: row.posts,
    spread: measureSpread(row.samples),
    first: first === undefined ? null : toStanding(first, nowMs),
    others: countWaiting(
      cases.filter((each) => each !== first),
      nowMs,
    ),
  };
};

const toStanding = (row: DigestCaseRow, nowMs: number): Standing => ({
  caseId: row.caseId,
  severity: row.severity,
  state: row.state,
  waitedMs: waitedMs(row, nowMs),
  outOfBand: row.outOfBand,
});

const toUnanswered = (row: DigestCaseRow, nowMs: number): UnansweredCase => ({
  caseId: row.caseId,
  severity: row.severity,
  isDanger: row.isDanger,
  waitedMs: waitedMs(row, nowMs),
  categories: row.isDanger ? [] : row.categories,
  excerpt: row.isDanger ? null : presentable(row.excerpt),
});

const countWaiting = (cases: readonly DigestCaseRow[], nowMs: number): Waiting => {
  const waiting = cases.filter((row) => row.state === 'waiting');
  return {
    total: cases.length,
    waiting: waiting.length,
    lesserKnown: waiting.filter((row) => lesserKnown.has(row.followers)).length,
    unknownReach: waiting.filter((row) => row.followers === 'unknown').length,
    longestMs: Math.max(0, ...waiting.map((row) => waitedMs(row, nowMs))),
  };
};

const groupByProblem = (cases: readonly DigestCaseRow[], nowMs: number): readonly ProblemWaiting[] => {
  const groups = new Map<string, DigestCaseRow[]>();
  for (const row of cases) {
    if (row.problem === null) continue;
    const group = groups.get(row.problem) ?? [];
    group.push(row);
    groups.set(row.problem, group);
  }
  return [...groups]
    .map(([problem, group]) => ({
      problem,
      categories: commonCategories(group),
      ...countWaiting(group, nowMs),
    }))
    .filter((group) => group.total > 1 && group.waiting > 0)
    .sort((a, b) => b.waiting - a.waiting || a.problem.localeCompare(b.problem));
};

/** What at least half of a problem's cases are about; what a danger is about is told to nobody here. */
const commonCategories = (cases: readonly DigestCaseRow[]): readonly Category[] => {
  const told = cases.filter((row) => !row.isDanger).flatMap((row) => row.categories);
  return [...new Set(told)].filter(
    (category) => told.filter((each) => each === category).length * 2 >= cases.length,
  );
};

const unknownSpread = (rows: DigestRows): readonly Unseen[] => {
  const silent = rows.threads.filter((row) => row.samples === null).map((row) => row.source);
  return [...new Set(silent)].sort().map((source) => ({ kind: 'no_spread', source }));
};

const waitedMs = (row: DigestCaseRow, nowMs: number): number => Math.max(0, nowMs - Date.parse(row.openedAt));

const byAge = (a: DigestCaseRow, b: DigestCaseRow): number =>
  Date.parse(a.openedAt) - Date.parse(b.openedAt) || a.caseId.localeCompare(b.caseId);

/** Excerpts come masked; handles and addresses, which carry handles, are taken out here because a digest travels far. */
const presentable = (excerpt: string | null): string | null => {
  if (excerpt === null) return null;
  const plain = excerpt
    .replace(/https?:\/\/\S+/g, '…')
    .replace(/@[\p{L}\p{N}_.-]+/gu, '@…')
    .replace(/\s+/g, ' ')
    .trim();
  const characters = Array.from(plain);
  return characters.length <= excerptLength ? plain : `${characters.slice(0, excerptLength - 1).join('')}…`;
};

export interface DigestOptions {
  readonly now: Date;
  /** Length of the period before `now`, in milliseconds. */
  readonly sinceMs: number;
}

export interface DigestModel {
  /** ISO 8601 UTC. */
  readonly from: string;
  readonly to: string;
  readonly brands: readonly BrandDigest[];
  readonly unseen: readonly Unseen[];
}

export interface BrandDigest {
  readonly id: string;
  readonly name: string;
  readonly waiting: number;
  readonly threads: readonly ThreadDigest[];
  readonly moreThreads: number;
  /** High and critical, oldest first, whether anybody talks of them or not. */
  readonly oldest: readonly UnansweredCase[];
  readonly moreOldest: number;
  readonly sameProblem: readonly ProblemWaiting[];
}

export interface ThreadDigest {
  readonly source: string;
  readonly thread: string;
  readonly startedAt: string;
  readonly isDanger: boolean;
  readonly excerpt: string | null;
  readonly relays: number;
  readonly posts: number;
  readonly spread: Spread;
  /** How the customer who began the thread stands; null: no case. */
  readonly first: Standing | null;
  /** The customers who wrote below. */
  readonly others: Waiting;
}

export interface Standing {
  readonly caseId: string;
  readonly severity: Severity;
  readonly state: DigestCaseRow['state'];
  readonly waitedMs: number;
  readonly outOfBand: OutOfBandKind | null;
}

export interface Waiting {
  readonly total: number;
  readonly waiting: number;
  /** Of those who wait: fewer than 1,000 followers. */
  readonly lesserKnown: number;
  readonly unknownReach: number;
  readonly longestMs: number;
}

export interface UnansweredCase {
  readonly caseId: string;
  readonly severity: Severity;
  readonly isDanger: boolean;
  readonly waitedMs: number;
  readonly categories: readonly Category[];
  readonly excerpt: string | null;
}

export interface ProblemWaiting extends Waiting {
  readonly problem: string;
  readonly categories: readonly Category[];
}

interface Context {
  readonly rows: DigestRows;
  readonly nowMs: number;
  readonly fromMs: number;
}

const severeRank = severityRank('high');
const lesserKnown: ReadonlySet<FollowerBand> = new Set(['0-99', '100-999']);
const shownThreads = 8;
const shownCases = 10;
/** The longest excerpt that may leave the desk (DESIGN.md 5). */
const excerptLength = 280;
