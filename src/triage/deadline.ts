import type { Calendar, Target } from '../domain/brand.ts';
import { type Severity, severityRank } from '../domain/severity.ts';
import { afterBusinessDays } from './business-days.ts';

const dayMs = 86_400_000;
/** A post that is found late does not arrive overdue by more than a day (DESIGN.md 4). */
const longestBackdatingMs = dayMs;

export type Targets = Readonly<Record<Severity, Target>>;

/**
 * When an answer is due: the target of the severity after `clockStart`, by the wall clock or in business days of the
 * brand's calendar (I4 of facts/science.md 10). Critical runs on the wall clock always, because danger does: business
 * days configured for it count as days of 24 hours. Throws for a calendar without an open day.
 */
export const dueAt = (severity: Severity, clockStart: Date, targets: Targets, calendar: Calendar): Date => {
  const target = targets[severity];
  const startMs = clockStart.getTime();
  if (target.kind === 'wall') return new Date(startMs + target.ms);
  if (severity === 'critical') return new Date(startMs + target.days * dayMs);
  return new Date(afterBusinessDays(startMs, target.days, calendar));
};

/**
 * Where the first-response clock of a post starts: its publication, at most 24 h before its ingestion and never after
 * it; the ingestion where the source told no time. ISO 8601 UTC in.
 */
export const clockStart = (publishedAt: string | null, receivedAt: string): Date => {
  const received = Date.parse(receivedAt);
  const published = publishedAt === null ? Number.NaN : Date.parse(publishedAt);
  if (Number.isNaN(published)) return new Date(received);
  return new Date(Math.min(received, Math.max(published, received - longestBackdatingMs)));
};

/** What places a case in the queue, and all that does. */
export interface QueuePlace {
  readonly dueAt: Date | null;
  readonly clockStart: Date;
  readonly id: string;
}

/**
 * Earliest deadline first, then the earlier clock, then the id by code units (collation "C" in the database): total,
 * constant over time, and blind to everything else (facts/science.md 6). Without a deadline a case is not in the
 * queue; such cases sort last.
 */
export const queueOrder = (a: QueuePlace, b: QueuePlace): number =>
  compare(placeMs(a), placeMs(b)) ||
  compare(a.clockStart.getTime(), b.clockStart.getTime()) ||
  compare(a.id, b.id);

const placeMs = (place: QueuePlace): number => place.dueAt?.getTime() ?? Number.POSITIVE_INFINITY;

const compare = <T extends number | string>(a: T, b: T): number => {
  if (a === b) return 0;
  return a < b ? -1 : 1;
};

/**
 * A case after new words: a higher severity counts and may only move the deadline earlier (I7); an equal or lower one
 * changes nothing, for a downgrade is a person's. `dueOf` computes the deadline of the new severity from the clock
 * that runs; a case whose clock does not run gets none.
 */
export const raise = <Held extends { readonly severity: Severity; readonly dueAt: Date | null }>(
  held: Held,
  severity: Severity,
  dueOf: (severity: Severity) => Date,
): Held => {
  if (severityRank(severity) <= severityRank(held.severity)) return held;
  if (held.dueAt === null) return { ...held, severity };
  const dueMs = Math.min(held.dueAt.getTime(), dueOf(severity).getTime());
  return { ...held, severity, dueAt: new Date(dueMs) };
};
