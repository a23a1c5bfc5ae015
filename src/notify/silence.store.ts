import { sql } from 'kysely';
import type { Transaction } from '../postgres/database.ts';
import { writeServiceAlert } from './watch.store.ts';

/** A source that is asked, answers and tells nothing, or once did. */
export interface ListenedSource {
  readonly source: string;
  readonly kind: string;
  /** Told last; null: never. */
  readonly lastToldAt: Date | null;
  /** From here on its silence counts: told last, made known, or watched again. */
  readonly quietSince: Date;
  readonly quietTargetMs: number | null;
  readonly isSilent: boolean;
}

interface ListenedRow {
  source: string;
  kind: string;
  told_at: Date | null;
  quiet_since: Date;
  target_ms: string | null;
  is_silent: boolean;
}

/**
 * Sources that answered within their freshness target: one that does not answer is told as stale, and of one that is
 * switched off nobody expects anything. What is pushed answers by being sent.
 */
export const readListened = async (tx: Transaction, now: Date): Promise<readonly ListenedSource[]> => {
  const { rows } = await sql<ListenedRow>`
    select source, kind, last_event_at as told_at, greatest(coalesce(last_event_at, registered_at), watched_since) as quiet_since,
      quiet_target_ms as target_ms, silent_since is not null as is_silent
    from ops.source_health
    where disabled_at is null and watched_since is not null
      and ${now}::timestamptz - last_ok_at <= freshness_target_ms * interval '1 millisecond'
    order by source`.execute(tx);
  return rows.map((row) => ({
    source: row.source,
    kind: row.kind,
    lastToldAt: row.told_at,
    quietSince: row.quiet_since,
    quietTargetMs: row.target_ms === null ? null : Number(row.target_ms),
    isSilent: row.is_silent,
  }));
};

/** Tells once that a silence is unusual. False: it was told before, or the source has spoken since. */
export const openSilence = async (
  tx: Transaction,
  { source, lastToldAt, quietSince }: ListenedSource,
  { expectedAt, now }: { readonly expectedAt: Date; readonly now: Date },
): Promise<boolean> => {
  const since = lastToldAt ?? quietSince;
  const opened = await sql`
    update ops.source_health set silent_since = ${since}, silent_expected_at = ${expectedAt}
    where source = ${source} and silent_since is null and last_event_at is not distinct from ${lastToldAt}::timestamptz`.execute(
    tx,
  );
  if (Number(opened.numAffectedRows ?? 0) !== 1) return false;
  const values = { source, since: since.toISOString(), expected: expectedAt.toISOString() };
  await writeServiceAlert(tx, { kind: 'source_silent', brand: null, values }, now);
  return true;
};

/** Tells once of each source that was silent that it speaks again. */
export const closeSilences = async (tx: Transaction, now: Date): Promise<void> => {
  const { rows } = await sql<{ source: string; since: Date; at: Date }>`
    update ops.source_health s set silent_since = null, silent_expected_at = null
    from ops.source_health b where b.source = s.source and s.silent_since is not null and s.last_event_at > s.silent_since
    returning s.source, b.silent_since as since, s.last_event_at as at`.execute(tx);
  for (const { source, since, at } of rows) {
    const values = { source, since: since.toISOString(), at: at.toISOString() };
    await writeServiceAlert(tx, { kind: 'source_heard', brand: null, values }, now);
  }
};
