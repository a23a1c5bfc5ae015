import { type Severity, severities } from '../domain/severity.ts';

/**
 * How the desk stands, for support leads: what came, what waits, what is late, what nobody could decide, and whether
 * every source still speaks. It stays blind to reach: no row has a place for it. Pure.
 */
export const composeSummary = (rows: SummaryRows, now: Date): SummaryModel => ({
  from: rows.from,
  to: now,
  read: rows.read,
  opened: sum(rows.queue, (row) => row.opened),
  waiting: sum(rows.queue, (row) => row.waiting),
  late: sum(rows.queue, (row) => row.late),
  unsure: rows.unsure,
  deadLetters: rows.deadLetters,
  differing: rows.differing,
  silences: rows.silences,
  keptBack: rows.keptBack,
  severities: severities.toReversed().map((severity) => composeSeverity(severity, rows.queue, now)),
  brands: composeBrands(rows.queue, now),
  oldest: rows.oldest.toSorted(byWaiting).map((row) => toWaitingCase(row, now)),
  sources: rows.sources.map((row) => toSourceHealth(row, now)).sort(worstFirst),
});

const composeSeverity = (severity: Severity, queue: readonly QueueCount[], now: Date): SeverityLine => ({
  severity,
  ...total(
    queue.filter((row) => row.severity === severity),
    now,
  ),
});

const composeBrands = (queue: readonly QueueCount[], now: Date): readonly BrandLine[] =>
  [...new Set(queue.map((row) => row.brand))].sort().map((brand) => ({
    brand,
    ...total(
      queue.filter((row) => row.brand === brand),
      now,
    ),
  }));

const total = (rows: readonly QueueCount[], now: Date): QueueLine => {
  const starts = rows.flatMap((row) => (row.waitingSince === null ? [] : [row.waitingSince.getTime()]));
  return {
    opened: sum(rows, (row) => row.opened),
    waiting: sum(rows, (row) => row.waiting),
    late: sum(rows, (row) => row.late),
    longestMs: starts.length === 0 ? null : Math.max(0, now.getTime() - Math.min(...starts)),
  };
};

const toWaitingCase = (row: OldestRow, now: Date): WaitingCase => ({
  caseId: row.caseId,
  brand: row.brand,
  severity: row.severity,
  waitedMs: Math.max(0, now.getTime() - row.waitingSince.getTime()),
  lateMs: row.dueAt === null ? null : now.getTime() - row.dueAt.getTime(),
});

const toSourceHealth = (row: SourceRow, now: Date): SourceHealth => {
  const { source, freshnessTargetMs } = row;
  const since = (at: Date): number => Math.max(0, now.getTime() - at.getTime());
  const ageMs = row.lastReadAt === null ? null : since(row.lastReadAt);
  if (row.disabledAt !== null)
    return { kind: 'off', source, offMs: since(row.disabledAt), reason: row.lastError };
  if (row.lastError !== null) return { kind: 'failing', source, ageMs, reason: row.lastError };
  if (ageMs === null) return { kind: 'never', source };
  if (ageMs > freshnessTargetMs) return { kind: 'stale', source, ageMs, freshnessTargetMs };
  if (row.silentSince !== null) return { kind: 'silent', source, silentMs: since(row.silentSince) };
  return { kind: 'fresh', source, ageMs, freshnessTargetMs };
};

const worstFirst = (a: SourceHealth, b: SourceHealth): number =>
  healthOrder.indexOf(a.kind) - healthOrder.indexOf(b.kind) || a.source.localeCompare(b.source);

const byWaiting = (a: OldestRow, b: OldestRow): number =>
  a.waitingSince.getTime() - b.waitingSince.getTime() || a.caseId.localeCompare(b.caseId);

const sum = (rows: readonly QueueCount[], of: (row: QueueCount) => number): number =>
  rows.reduce((before, row) => before + of(row), 0);

/** Counts come from the database already grouped: a summary of a million cases reads a few rows. */
export interface SummaryRows {
  /** Begin of the period in which `opened` and `read` count. */
  readonly from: Date;
  readonly read: number;
  readonly queue: readonly QueueCount[];
  /** The cases that have waited longest, as many as should be shown. */
  readonly oldest: readonly OldestRow[];
  /** On the review list because nobody could be certain. */
  readonly unsure: number;
  /** Shown as "could not be processed". */
  readonly deadLetters: number;
  /** Posts that the last nightly replay decided otherwise than they had been. */
  readonly differing: number;
  /** In force. */
  readonly silences: number;
  /** Alerts that they keep back. */
  readonly keptBack: number;
  readonly sources: readonly SourceRow[];
}

export interface QueueCount {
  readonly brand: string;
  readonly severity: Severity;
  readonly opened: number;
  readonly waiting: number;
  readonly late: number;
  /** Of the case that has waited longest; null when none waits. */
  readonly waitingSince: Date | null;
}

export interface OldestRow {
  readonly caseId: string;
  readonly brand: string;
  readonly severity: Severity;
  readonly waitingSince: Date;
  readonly dueAt: Date | null;
}

export interface SourceRow {
  readonly source: string;
  readonly lastReadAt: Date | null;
  readonly freshnessTargetMs: number;
  /** Why the last walk failed, in a sentence; null when it went well. */
  readonly lastError: string | null;
  /** Since when nobody asks it any more. */
  readonly disabledAt: Date | null;
  /** It answers, and tells nothing since then, which is unusual. */
  readonly silentSince: Date | null;
}

export interface SummaryModel {
  readonly from: Date;
  readonly to: Date;
  readonly read: number;
  readonly opened: number;
  readonly waiting: number;
  readonly late: number;
  readonly unsure: number;
  readonly deadLetters: number;
  readonly differing: number;
  /** In force. */
  readonly silences: number;
  /** Alerts that they keep back. */
  readonly keptBack: number;
  /** From critical to low, each of them, so that nothing looks forgotten. */
  readonly severities: readonly SeverityLine[];
  readonly brands: readonly BrandLine[];
  readonly oldest: readonly WaitingCase[];
  /** What needs a person first: switched off, failing, never read, stale, silent; then fresh. */
  readonly sources: readonly SourceHealth[];
}

export interface QueueLine {
  readonly opened: number;
  readonly waiting: number;
  readonly late: number;
  readonly longestMs: number | null;
}
export type SeverityLine = QueueLine & { readonly severity: Severity };
export type BrandLine = QueueLine & { readonly brand: string };

export interface WaitingCase {
  readonly caseId: string;
  readonly brand: string;
  readonly severity: Severity;
  readonly waitedMs: number;
  /** Positive: late by that much; negative: as long as there is left. */
  readonly lateMs: number | null;
}

export type SourceHealth =
  | { readonly kind: 'off'; readonly source: string; readonly offMs: number; readonly reason: string | null }
  | {
      readonly kind: 'failing';
      readonly source: string;
      /** Since it was read last; null: never. */
      readonly ageMs: number | null;
      readonly reason: string;
    }
  | { readonly kind: 'never'; readonly source: string }
  | { readonly kind: 'silent'; readonly source: string; readonly silentMs: number }
  | {
      readonly kind: 'fresh' | 'stale';
      readonly source: string;
      readonly ageMs: number;
      readonly freshnessTargetMs: number;
    };

const healthOrder: readonly SourceHealth['kind'][] = ['off', 'failing', 'never', 'stale', 'silent', 'fresh'];
