import { setTimeout as sleep } from 'node:timers/promises';
import type { SourceQuota } from '../../domain/source-quota.ts';
import { enableSource, noteWalkEnd, readSourceHealth, type SourceHealth } from '../../ingest/health.store.ts';
import type { Clock } from '../../lib/clock.ts';
import type { Database } from '../../postgres/database.ts';

/** What a source did when it was polled once. `error`: null when it went well. */
export interface Polled {
  readonly source: string;
  readonly read: number;
  readonly kept: number;
  readonly error: string | null;
  readonly isPermanent: boolean;
  /** What may be missing from what was read. */
  readonly gap: string | null;
  /** null: the platform tells none and publishes none. */
  readonly quota: SourceQuota | null;
  /** False: the service did not come to it in time. */
  readonly isDone: boolean;
}

const lookMs = 250;

/** Makes sources due at once and watches the running service walk them. */
export const askService = async (
  db: Database,
  sources: readonly string[],
  { clock, patienceMs, signal }: { clock: Clock; patienceMs: number; signal: AbortSignal },
): Promise<readonly Polled[]> => {
  const askedAt = clock.now();
  const before = await db.transaction('ingest', async (tx) => {
    for (const source of sources) {
      await enableSource(tx, source);
      await noteWalkEnd(tx, source, askedAt);
    }
    return byName(await readSourceHealth(tx));
  });
  const until = performance.now() + patienceMs;
  for (;;) {
    const health = byName(await db.transaction('ingest', (tx) => readSourceHealth(tx)));
    const polled = sources.map((source) => compare(source, before.get(source), health.get(source), askedAt));
    if (polled.every(({ isDone }) => isDone) || performance.now() > until || signal.aborted) return polled;
    await sleep(lookMs);
  }
};

const byName = (health: readonly SourceHealth[]): ReadonlyMap<string, SourceHealth> =>
  new Map(health.map((one) => [one.source, one]));

/** A walk holds its source for this long after each page; when it ends, the source says when it comes again. */
const walkHoldMs = 30_000;

const compare = (
  source: string,
  before: SourceHealth | undefined,
  now: SourceHealth | undefined,
  askedAt: Date,
): Polled => {
  if (before === undefined || now === undefined)
    return {
      source,
      read: 0,
      kept: 0,
      error: null,
      isPermanent: false,
      gap: null,
      quota: null,
      isDone: false,
    };
  const isFailed = isSince(now.lastErrorAt, askedAt);
  return {
    source,
    read: now.read - before.read,
    kept: now.events - before.events,
    error: isFailed ? now.lastError : null,
    isPermanent: isFailed && now.disabledAt !== null,
    gap: isSince(now.gapAt, askedAt) ? now.gap : null,
    quota: now.quota,
    isDone: isFailed || (isSince(now.lastOkAt, askedAt) && isWalkOver(now)),
  };
};

const isSince = (at: Date | null, askedAt: Date): boolean => at !== null && at >= askedAt;

const isWalkOver = ({ nextPollAt, lastOkAt }: SourceHealth): boolean =>
  nextPollAt !== null && lastOkAt !== null && nextPollAt.getTime() - lastOkAt.getTime() !== walkHoldMs;
