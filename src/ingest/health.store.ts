import { sql } from 'kysely';
import type { SourceQuota } from '../domain/source-quota.ts';
import type { Transaction } from '../postgres/database.ts';
import { noteHeard } from './heard.store.ts';

/** How a source fares; read by the summary, `doctor`, the metrics and the stale alarm. */
export interface SourceHealth {
  readonly source: string;
  readonly kind: string;
  readonly knowsSpread: boolean;
  readonly freshnessTargetMs: number;
  readonly lastOkAt: Date | null;
  readonly lastEventAt: Date | null;
  readonly nextPollAt: Date | null;
  readonly events: number;
  readonly read: number;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  readonly disabledAt: Date | null;
  readonly gap: string | null;
  readonly gapAt: Date | null;
  readonly staleAlertedAt: Date | null;
  /** Asked, or listened to, without a break since then. */
  readonly watchedSince: Date | null;
  /** How long it may tell nothing while its rhythm is not known; null: for ever. */
  readonly quietTargetMs: number | null;
  /** It tells nothing since then, which is unusual and was told; null: it speaks. */
  readonly silentSince: Date | null;
  /** When something was to be expected at the latest. */
  readonly silentExpectedAt: Date | null;
  /** As it stood after the last page that told it. */
  readonly quota: SourceQuota | null;
  /** Why the last look at a thread failed; null: it did not. */
  readonly followError: string | null;
}

export interface SourceFacts {
  readonly name: string;
  readonly kind: string;
  readonly knowsSpread: boolean;
  readonly freshnessTargetMs: number;
  readonly quietTargetMs?: number | null;
}

/** Where a source names no target of its own. */
const defaultQuietMs = 7 * 86_400_000;

/**
 * Makes the source known before its first walk, so that one which never answers is seen. A start is a person's word
 * that the configuration was looked at: what switched the source off is tried again.
 */
export const registerSource = async (tx: Transaction, source: SourceFacts, at: Date): Promise<void> => {
  const quiet = source.quietTargetMs === undefined ? defaultQuietMs : source.quietTargetMs;
  await sql`
    insert into ops.source_health (source, kind, knows_spread, freshness_target_ms, quiet_target_ms, next_poll_at, registered_at)
    values (${source.name}, ${source.kind}, ${source.knowsSpread}, ${source.freshnessTargetMs}, ${quiet}, ${at}, ${at})
    on conflict (source) do update set kind = excluded.kind, knows_spread = excluded.knows_spread, freshness_target_ms = excluded.freshness_target_ms,
      quiet_target_ms = excluded.quiet_target_ms,
      next_poll_at = case when source_health.disabled_at is null then source_health.next_poll_at else excluded.next_poll_at end, disabled_at = null`.execute(
    tx,
  );
};

/** Sources that left the configuration: nobody walks them, and nobody should wait for them to be fresh. Who is told by others stays. */
export const retireSources = async (tx: Transaction, configured: readonly string[]): Promise<void> => {
  await sql`delete from ops.source_health where kind not in ('push', 'webmention') and source <> all(${[...configured]}::text[])`.execute(
    tx,
  );
};

/** A feed that misses something in every walk says so with the same words: once a day is enough. */
const sameGapMs = 86_400_000;

export const notePage = async (
  tx: Transaction,
  source: string,
  page: {
    read: number;
    kept: number;
    gap: string | null;
    quota?: SourceQuota | null;
    budget?: unknown;
    at: Date;
    heldUntil: Date;
  },
): Promise<void> => {
  const { rows } = await sql<HeardRow>`
    update ops.source_health s set last_ok_at = ${page.at}, next_poll_at = ${page.heldUntil}, read = s.read + ${page.read}, events = s.events + ${page.kept},
      last_event_at = case when ${page.read} > 0 then ${page.at}::timestamptz else s.last_event_at end,
      watched_since = case when ${page.at}::timestamptz - s.last_ok_at <= s.freshness_target_ms * interval '1 millisecond' then coalesce(s.watched_since, ${page.at}) else ${page.at} end,
      gap = coalesce(${page.gap}, s.gap), gap_at = case when ${page.gap}::text is null or (${page.gap}::text = s.gap and s.gap_at > ${new Date(page.at.getTime() - sameGapMs)}::timestamptz) then s.gap_at else ${page.at}::timestamptz end,
      quota = coalesce(${page.quota ? JSON.stringify(page.quota) : null}::jsonb, s.quota),
      last_error = null, stale_alerted_at = null, budget = ${page.budget == null ? null : JSON.stringify(page.budget)}::jsonb
    from ops.source_health b where s.source = ${source} and b.source = s.source
    returning b.last_ok_at as ok_at, b.last_event_at as event_at, s.freshness_target_ms as target_ms`.execute(
    tx,
  );
  for (const { ok_at: okAt, event_at: eventAt, target_ms: targetMs } of rows)
    await noteHeard(tx, source, {
      ...page,
      before: { okAt, eventAt, freshnessTargetMs: Number(targetMs) },
    });
};

/** A walk holds its source for so long: one that goes on is not begun a second time. */
const walkHoldMs = 30_000;

/** A source that is walked called by itself: what it told counts, and it is asked soon for what else there is. */
export const noteCalled = async (
  tx: Transaction,
  source: string,
  { read, kept, at }: { read: number; kept: number; at: Date },
): Promise<void> => {
  const held = new Date(at.getTime() + walkHoldMs);
  const { rows } = await sql<HeardRow>`
    update ops.source_health s set read = s.read + ${read}, events = s.events + ${kept}, last_event_at = ${at},
      next_poll_at = case when s.next_poll_at > ${held}::timestamptz then ${at}::timestamptz else s.next_poll_at end
    from ops.source_health b where s.source = ${source} and b.source = s.source
    returning b.last_ok_at as ok_at, b.last_event_at as event_at, s.freshness_target_ms as target_ms`.execute(
    tx,
  );
  for (const { ok_at: okAt, event_at: eventAt, target_ms: targetMs } of rows)
    await noteHeard(tx, source, { read, at, before: { okAt, eventAt, freshnessTargetMs: Number(targetMs) } });
};

interface HeardRow {
  ok_at: Date | null;
  event_at: Date | null;
  target_ms: string;
}

export const noteWalkEnd = async (tx: Transaction, source: string, nextPollAt: Date): Promise<void> => {
  await sql`update ops.source_health set next_poll_at = ${nextPollAt} where source = ${source}`.execute(tx);
};

export const noteSourceError = async (
  tx: Transaction,
  source: string,
  failure: { message: string; at: Date; nextPollAt: Date; isPermanent: boolean },
): Promise<void> => {
  await sql`
    update ops.source_health set last_error = ${failure.message}, last_error_at = ${failure.at}, next_poll_at = ${failure.nextPollAt},
      disabled_at = case when ${failure.isPermanent} then coalesce(disabled_at, ${failure.at}::timestamptz) else disabled_at end
    where source = ${source}`.execute(tx);
};

/** When the source failed last; null when it was read since. */
export const readLastFailure = async (tx: Transaction, source: string): Promise<Date | null> => {
  const row = await tx
    .selectFrom('ops.source_health')
    .select(['last_error', 'last_error_at'])
    .where('source', '=', source)
    .executeTakeFirst();
  return row === undefined || row.last_error === null ? null : row.last_error_at;
};

/** A person ran the poll by hand: whatever switched the source off is tried again. */
export const enableSource = async (tx: Transaction, source: string): Promise<void> => {
  await sql`update ops.source_health set disabled_at = null where source = ${source}`.execute(tx);
};

/** One process walks a source at a time, in order to be polite; the cursor's version is what makes it correct. */
export const claimWalk = async (
  tx: Transaction,
  source: string,
  now: Date,
  holdMs: number,
): Promise<boolean> => {
  const claimed = await sql`
    update ops.source_health set next_poll_at = ${new Date(now.getTime() + holdMs)}
    where source = ${source} and disabled_at is null and (next_poll_at is null or next_poll_at <= ${now})`.execute(
    tx,
  );
  return Number(claimed.numAffectedRows ?? 0) === 1;
};

/** Who walks the source is still at it. */
export const holdWalk = async (tx: Transaction, source: string, until: Date): Promise<void> => {
  await sql`
    update ops.source_health set next_poll_at = ${until}
    where source = ${source} and disabled_at is null and next_poll_at < ${until}`.execute(tx);
};

export const readSourceHealth = async (tx: Transaction): Promise<SourceHealth[]> => {
  const rows = await tx.selectFrom('ops.source_health').selectAll().orderBy('source').execute();
  return rows.map((row) => ({
    source: row.source,
    kind: row.kind,
    knowsSpread: row.knows_spread,
    freshnessTargetMs: Number(row.freshness_target_ms),
    lastOkAt: row.last_ok_at,
    lastEventAt: row.last_event_at,
    nextPollAt: row.next_poll_at,
    events: Number(row.events),
    read: Number(row.read),
    lastError: row.last_error,
    lastErrorAt: row.last_error_at,
    disabledAt: row.disabled_at,
    gap: row.gap,
    gapAt: row.gap_at,
    staleAlertedAt: row.stale_alerted_at,
    watchedSince: row.watched_since,
    quietTargetMs: row.quiet_target_ms === null ? null : Number(row.quiet_target_ms),
    silentSince: row.silent_since,
    silentExpectedAt: row.silent_expected_at,
    quota: (row.quota ?? null) as SourceQuota | null,
    followError: row.follow_error,
  }));
};

/** Those of these sources that nobody walks and whose next walk is due. */
export const findDueSources = async (
  tx: Transaction,
  sources: readonly string[],
  now: Date,
): Promise<string[]> => {
  const { rows } = await sql<{ source: string }>`
    select source from ops.source_health
    where source = any(${[...sources]}::text[]) and disabled_at is null and (next_poll_at is null or next_poll_at <= ${now})`.execute(
    tx,
  );
  return rows.map((row) => row.source);
};

/** The sole owner of an embedded database starts: whoever held a walk is gone. */
export const releaseWalks = async (tx: Transaction, now: Date): Promise<void> => {
  await sql`update ops.source_health set next_poll_at = ${now} where next_poll_at is null or next_poll_at > ${now}`.execute(
    tx,
  );
};

/** What a hub delivered between two walks; `isDue`: the rest is for a walk, and at once. */
export const noteDelivery = async (
  tx: Transaction,
  source: string,
  told: { readonly read: number; readonly kept: number; readonly at: Date; readonly isDue: boolean },
): Promise<void> => {
  await sql`
    update ops.source_health set last_ok_at = ${told.at}, read = read + ${told.read}, events = events + ${told.kept},
      last_event_at = case when ${told.read} > 0 then ${told.at}::timestamptz else last_event_at end, stale_alerted_at = null,
      next_poll_at = case when ${told.isDue} then ${told.at}::timestamptz else next_poll_at end
    where source = ${source}`.execute(tx);
};
