import type { Category } from '../domain/classification.ts';
import type { Severity } from '../domain/severity.ts';
import type {
  DigestBrandRows,
  DigestCaseRow,
  DigestProblemRow,
  DigestRows,
  DigestStandingRow,
  DigestStatementRow,
  DigestThreadRow,
  Unseen,
  WaitingRow,
} from './digest-rows.ts';
import { measureSpread, pickThreads, type Spread } from './spread.ts';

/**
 * What communications people should know of a period: which threads spread, how their customers stand, who has waited
 * longest, and what was not seen. Reach informs what the company says here; it moves nobody in the queue. Pure.
 */
export const composeDigest = (rows: DigestRows, { now, sinceMs }: DigestOptions): DigestModel => {
  const nowMs = now.getTime();
  const period = { nowMs, fromMs: nowMs - sinceMs };
  return {
    from: new Date(period.fromMs).toISOString(),
    to: now.toISOString(),
    brands: rows.brands.map((brand) => composeBrand(brand, period)),
    unseen: [...rows.unseen, ...unknownSpread(rows)],
  };
};

const composeBrand = (rows: DigestBrandRows, { nowMs, fromMs }: Period): BrandDigest => {
  const { id, name, waiting } = rows;
  const seen = rows.threads.filter((row) => Date.parse(row.lastSeenAt) >= fromMs);
  const threads = pickThreads(
    seen.map((row) => composeThread(row, nowMs)),
    shownThreads,
  );
  const oldest = rows.oldest.toSorted(byAge).slice(0, shownCases);
  return {
    id,
    name,
    waiting,
    threads,
    moreThreads: Math.max(0, Math.max(rows.spreading, seen.length) - threads.length),
    oldest: oldest.map((row) => toUnanswered(row, nowMs)),
    moreOldest: Math.max(0, Math.max(rows.severe, rows.oldest.length) - oldest.length),
    sameProblem: rows.problems.toSorted(byWaiting).map((row) => toProblem(row, nowMs)),
    ...(rows.statements === undefined || rows.statements.length === 0 ? {} : { statements: rows.statements }),
  };
};

const composeThread = (row: DigestThreadRow, nowMs: number): ThreadDigest => {
  const isDanger = row.isDanger || row.first?.isDanger === true;
  return {
    source: row.source,
    thread: row.thread,
    isStartRead: row.isStartRead,
    startedAt: row.startedAt,
    isDanger,
    excerpt: isDanger ? null : presentable(row.excerpt),
    relays: row.relays,
    posts: row.posts,
    spread: measureSpread(row.samples, row.elsewhere),
    first: row.first === null ? null : toStanding(row.first, nowMs),
    others: toWaiting(row.others, nowMs),
  };
};

const toStanding = (row: DigestStandingRow, nowMs: number): Standing => ({
  caseId: row.caseId,
  severity: row.severity,
  state: row.state,
  waitedMs: waitedMs(row.waitingSince, nowMs),
  outOfBand: row.outOfBand,
});

const toUnanswered = (row: DigestCaseRow, nowMs: number): UnansweredCase => ({
  caseId: row.caseId,
  severity: row.severity,
  isErased: row.isErased,
  waitedMs: waitedMs(row.waitingSince, nowMs),
  categories: row.categories,
  excerpt: presentable(row.excerpt),
});

const toProblem = (row: DigestProblemRow, nowMs: number): ProblemWaiting => ({
  problem: row.problem,
  categories: row.categories,
  source: row.source,
  excerpt: presentable(row.excerpt),
  ...toWaiting(row, nowMs),
});

const toWaiting = (row: WaitingRow, nowMs: number): Waiting => ({
  total: row.total,
  waiting: row.waiting,
  lesserKnown: row.lesserKnown,
  unknownReach: row.unknownReach,
  longestMs: row.waitingSince === null ? 0 : waitedMs(row.waitingSince, nowMs),
});

/** Every source that is known to tell nothing was named by the rows; the others are those of these threads. */
const unknownSpread = (rows: DigestRows): readonly Unseen[] => {
  const named = new Set(rows.unseen.flatMap((each) => (each.kind === 'no_spread' ? [each.source] : [])));
  const silent = rows.brands
    .flatMap(({ threads }) => threads)
    .filter(({ samples, source }) => samples === null && !named.has(source));
  return [...new Set(silent.map(({ source }) => source))]
    .sort()
    .map((source) => ({ kind: 'no_spread', source }));
};

const waitedMs = (since: string, nowMs: number): number => Math.max(0, nowMs - Date.parse(since));

const byAge = (a: DigestCaseRow, b: DigestCaseRow): number =>
  Date.parse(a.waitingSince) - Date.parse(b.waitingSince) || a.caseId.localeCompare(b.caseId);

const byWaiting = (a: DigestProblemRow, b: DigestProblemRow): number =>
  b.waiting - a.waiting || a.problem.localeCompare(b.problem);

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
  readonly statements?: readonly DigestStatementRow[];
}

export interface ThreadDigest {
  readonly source: string;
  readonly thread: string;
  readonly isStartRead: boolean;
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
  /** null: the case is confidential. */
  readonly caseId: string | null;
  readonly severity: Severity;
  readonly state: DigestStandingRow['state'];
  readonly waitedMs: number;
  readonly outOfBand: DigestStandingRow['outOfBand'];
}

export interface Waiting extends Omit<WaitingRow, 'waitingSince'> {
  readonly longestMs: number;
}

export interface UnansweredCase {
  readonly caseId: string;
  readonly severity: Severity;
  readonly isErased: boolean;
  readonly waitedMs: number;
  readonly categories: readonly Category[];
  readonly excerpt: string | null;
}

export interface ProblemWaiting extends Waiting {
  readonly problem: string;
  readonly categories: readonly Category[];
  readonly source: string;
  readonly excerpt: string | null;
}

interface Period {
  readonly nowMs: number;
  readonly fromMs: number;
}

/** As many as people read; the stores read no more than these. */
export const shownThreads = 8;
export const shownCases = 10;
/** The longest excerpt that may leave the desk (DESIGN.md 5). */
const excerptLength = 280;
