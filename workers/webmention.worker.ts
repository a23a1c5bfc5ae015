import { randomUUID } from 'node:crypto';
import type { Config, WebmentionSourceConfig } from '../config/config.ts';
import type { RawEvent } from '../src/domain/raw-mention.ts';
import type { WebmentionDeps } from '../src/http/routes/webmention.ts';
import { noteDelivery, registerSource } from '../src/ingest/health.store.ts';
import { match } from '../src/ingest/watch-list.ts';
import {
  claimWebmentions,
  hasOtherLinks,
  postponeWebmention,
  queueWebmention,
  readStandingPage,
  readWebmention,
  type StandingPage,
  settleWebmention,
  type Webmention,
} from '../src/ingest/webmention.store.ts';
import { isUnavailable } from '../src/postgres/is-unavailable.ts';
import { type Verified, verifyLink } from '../src/sources/webmention.ts';
import { type IntakeDeps, takePage } from './intake.ts';

export const webmentionsOf = (config: Config): readonly WebmentionSourceConfig[] =>
  config.sources.filter((source) => source.kind === 'webmention');

/** Takes in what others tell; nothing is fetched here, so that it runs where HTTP is served. */
export const createMentionReceiver = ({
  db,
  clock,
  sources,
}: Pick<IntakeDeps, 'db' | 'clock'> & {
  readonly sources: readonly WebmentionSourceConfig[];
}): WebmentionDeps => ({
  sites: new Map(sources.map(({ name, sites }) => [name, sites])),
  now: () => clock.now(),
  queue: async (source, page, target) => {
    try {
      const told = { id: randomUUID(), source, page, target };
      const queued = await db.transaction('ingest', (tx) => queueWebmention(tx, told, clock.now()));
      return queued ?? 'full';
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      return 'unavailable';
    }
  },
  read: (source, id) => db.transaction('ingest', (tx) => readWebmention(tx, source, id)),
});

export interface MentionCheckDeps extends IntakeDeps {
  readonly sources: readonly WebmentionSourceConfig[];
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly onError: (what: string, error: Error) => void;
}

export interface MentionChecks {
  /** Verifies what is due now, whatever the timer says. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const everyMs = 5_000;
const atOnce = 5;
const neverStaleMs = 365 * 86_400_000;
/** After the first look; then a page that never answered is given up. */
const waitsMs = [60_000, 600_000, 3_600_000, 6 * 3_600_000];

/** Fetches the pages that were told of, one after the other, and takes in those that link as they said. */
export const startMentionChecks = async (deps: MentionCheckDeps): Promise<MentionChecks> => {
  const names = deps.sources.map(({ name }) => name);
  if (names.length === 0) return { run: () => Promise.resolve(), stop: () => Promise.resolve() };
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running ??= checkDue(names, deps)
      .catch((error: unknown) => {
        if (!deps.signal.aborted)
          deps.onError('webmention', error instanceof Error ? error : new Error(String(error)));
      })
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  return {
    run,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};

const checkDue = async (names: readonly string[], deps: MentionCheckDeps): Promise<void> => {
  for (;;) {
    const slice = { now: deps.clock.now(), limit: atOnce };
    const due = await deps.db.transaction('ingest', (tx) => claimWebmentions(tx, names, slice));
    for (const one of due) await check(one, deps);
    if (due.length < atOnce) return;
  }
};

const check = async (one: Webmention, deps: MentionCheckDeps): Promise<void> => {
  const verified = await verifyLink(one, {
    fetch: deps.fetch,
    signal: deps.signal,
    now: deps.clock.now(),
    isWatched: (text) => match(deps.watchList, text).length > 0,
  });
  if (verified.kind === 'linked') return accept(one, verified, deps);
  if (verified.kind === 'missing') return takeBack(one, verified.reason, deps);
  const waitMs = waitsMs[one.attempts - 1];
  if (verified.kind === 'later' && waitMs !== undefined) {
    const again = { reason: verified.reason, at: new Date(deps.clock.now().getTime() + waitMs) };
    return deps.db.transaction('ingest', (tx) => postponeWebmention(tx, one.id, again));
  }
  return giveUp(one, verified.reason, deps);
};

type Linked = Extract<Verified, { readonly kind: 'linked' }>;

/** A page that says something else than before is an edit of it, by whichever of its links it came. */
const accept = async (
  one: Webmention,
  { mention, content }: Linked,
  deps: MentionCheckDeps,
): Promise<void> => {
  const before = await deps.db.transaction('ingest', (tx) => readStandingPage(tx, one));
  const isKnown = before?.content === content;
  const revision = before === null ? 0 : before.revision + (isKnown ? 0 : 1);
  const events: RawEvent[] = isKnown ? [] : [{ ...mention, revision }];
  await take(one, events, { state: 'accepted', reason: null, standing: { revision, content } }, deps);
};

/** What was never there is refused; what stood is taken back, unless the page links to us still. */
const takeBack = async (one: Webmention, reason: string, deps: MentionCheckDeps): Promise<void> => {
  if (one.state !== 'accepted') return take(one, [], { state: 'refused', reason, standing: null }, deps);
  const isLeft = await deps.db.transaction('ingest', (tx) => hasOtherLinks(tx, one));
  const events: RawEvent[] = isLeft ? [] : [{ kind: 'deletion', nativeId: one.page }];
  await take(one, events, { state: 'deleted', reason, standing: null }, deps);
};

/** What stands stays: that a page could not be read does not say that it is gone. */
const giveUp = async (one: Webmention, reason: string, deps: MentionCheckDeps): Promise<void> => {
  const standing = await deps.db.transaction('ingest', (tx) => readStandingPage(tx, one));
  const state = one.state === 'accepted' ? 'accepted' : 'refused';
  await take(one, [], { state, reason, standing: state === 'accepted' ? standing : null }, deps);
};

interface Settled {
  readonly state: 'accepted' | 'refused' | 'deleted';
  readonly reason: string | null;
  readonly standing: StandingPage | null;
}

/** The posts and what became of the Webmention are one transaction. */
const take = async (
  one: Webmention,
  events: readonly RawEvent[],
  settled: Settled,
  deps: MentionCheckDeps,
): Promise<void> => {
  const at = deps.clock.now();
  const taken = await takePage(
    {
      source: one.source,
      events,
      cursor: null,
      isHistory: () => false,
      noteKept: (tx) => settleWebmention(tx, one.id, { ...settled, at }),
    },
    deps,
  );
  const told = { read: events.length, kept: taken.kept, at, isDue: false };
  await deps.db.transaction('ingest', async (tx) => {
    await registerSource(tx, healthOf(one.source), new Date(at.getTime() + neverStaleMs));
    await noteDelivery(tx, one.source, told);
  });
};

/** Pages link when they like: a receiver that none has linked through yet is no source that fails, nor is its silence one. */
const healthOf = (name: string) => ({
  name,
  kind: 'webmention',
  knowsSpread: false,
  freshnessTargetMs: neverStaleMs,
  quietTargetMs: null,
});
