import { claimTurn } from '../src/ingest/turn.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Database } from '../src/postgres/database.ts';
import { keepAsked, readUnasked } from '../src/reach/asked.store.ts';
import { readAudience } from '../src/reach/audience.ts';
import { type Source, SourceError } from '../src/sources/source.ts';

export interface AskAudiencesDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** Those that are asked. */
  readonly sources: readonly Source[];
  readonly onError: (error: Error) => void;
}

export interface AudienceRounds {
  /** Asks about what was decided since, unless a round is under way. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

/** Posts of one round; what is left is asked with the next. */
const perRound = 250;
const everyMs = 9_000;
/** What nobody could be asked about for so long is left unknown. */
const backMs = 86_400_000;
const sparedMs = 60_000;

/** Followers are looked up by `reach` alone, when the decision stands: never for a decision, and never before it. */
export const createAudienceRounds = (deps: AskAudiencesDeps): AudienceRounds => {
  const { db, clock, sources } = deps;
  const stopped = new AbortController();
  const sparedUntil = new Map<string, number>();
  let running: Promise<void> | null = null;
  const tell = (error: unknown): void => {
    if (!stopped.signal.aborted) deps.onError(error instanceof Error ? error : new Error(String(error)));
  };
  const round = async (): Promise<void> => {
    const now = clock.now();
    if (!(await db.transaction('desk', (tx) => claimTurn(tx, 'audiences', now, everyMs)))) return;
    for (const source of sources) {
      if (stopped.signal.aborted || (sparedUntil.get(source.name) ?? 0) > now.getTime()) continue;
      await askAbout(source, { ...deps, signal: stopped.signal }).catch((error: unknown) => {
        const waitMs = error instanceof SourceError ? (error.retryAfterMs ?? sparedMs) : sparedMs;
        sparedUntil.set(source.name, now.getTime() + waitMs);
        tell(error);
      });
    }
  };
  return {
    run: () => {
      if (sources.length === 0 || stopped.signal.aborted) return Promise.resolve();
      running ??= round()
        .catch(tell)
        .finally(() => {
          running = null;
        });
      return running;
    },
    stop: async () => {
      stopped.abort();
      await running;
    },
  };
};

const askAbout = async (
  source: Source,
  { db, clock, fetch, signal }: AskAudiencesDeps & { readonly signal: AbortSignal },
): Promise<void> => {
  const since = new Date(clock.now().getTime() - backMs);
  const posts = await db.transaction('reach', (tx) =>
    readUnasked(tx, source.name, { since, limit: perRound }),
  );
  if (posts.length === 0) return;
  const told = (await source.audiences?.(posts, { clock, fetch, signal })) ?? [];
  const samples = told.map(({ nativeId, counts }) => [nativeId, readAudience(counts)] as const);
  await db.transaction('reach', (tx) => keepAsked(tx, source.name, { samples, at: clock.now() }), 'relaxed');
};
