import { randomBytes } from 'node:crypto';
import type { Config, FeedSourceConfig } from '../config/config.ts';
import type { Delivery, HubQuestion, WebSubDeps } from '../src/http/routes/websub.ts';
import { isSignedByHub } from '../src/http/websub/signature.ts';
import { beginThreads } from '../src/ingest/follow.store.ts';
import { noteDelivery } from '../src/ingest/health.store.ts';
import { CursorMovedError, readCursor } from '../src/ingest/inbox.store.ts';
import {
  claimSubscriptions,
  confirmSubscription,
  denySubscription,
  dropSubscription,
  keepSubscriptions,
  noteRefusal,
  readSubscription,
  type Subscription,
  wantSubscription,
} from '../src/ingest/websub.store.ts';
import { originOf } from '../src/lib/safe-fetch.ts';
import { isUnavailable } from '../src/postgres/is-unavailable.ts';
import { type FeedCursor, pushedPage } from '../src/sources/feed.ts';
import { type IntakeDeps, ownConcern, takePage } from './intake.ts';

export interface SubscriberDeps extends Pick<IntakeDeps, 'db' | 'clock'> {
  readonly feeds: readonly FeedSourceConfig[];
  /** Under which hubs reach this service; without a stroke at the end. */
  readonly publicUrl: string;
  readonly fetch: typeof fetch;
  readonly onError: (what: string, error: Error) => void;
}

export interface Subscriber {
  /** After a walk: what its feed says of a hub is asked for, or given up. */
  note(source: string, cursor: unknown): Promise<void>;
  /** Asks the hubs whose turn it is, whatever the timer says. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

const everyMs = 30_000;
/** Ten days, as most hubs give; they may give less. */
const leaseSeconds = 864_000;

/** Keeps the subscriptions of the feeds that name a hub: asked for, renewed before their lease ends, asked again when refused. */
export const startSubscriber = async (deps: SubscriberDeps): Promise<Subscriber> => {
  const { db, clock } = deps;
  const names = deps.feeds.map(({ name }) => name);
  await db.transaction('ingest', (tx) => keepSubscriptions(tx, names));
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running ??= askHubs(names, deps)
      .catch((error: unknown) =>
        deps.onError('websub', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };
  const timer = setInterval(() => void run(), everyMs);
  timer.unref();
  return {
    note: async (source, cursor) => {
      if (!names.includes(source)) return;
      const { hub } = (cursor ?? {}) as Partial<FeedCursor>;
      await db.transaction('ingest', (tx) =>
        hub === undefined
          ? dropSubscription(tx, source)
          : wantSubscription(
              tx,
              { source, callback: newName(), hub: hub.url, topic: hub.topic, secret: newName() },
              clock.now(),
            ),
      );
    },
    run,
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};

/** 256 bits: the address cannot be guessed, nor the key. */
const newName = (): string => randomBytes(32).toString('hex');

const askHubs = async (names: readonly string[], deps: SubscriberDeps): Promise<void> => {
  const due = await deps.db.transaction('ingest', (tx) => claimSubscriptions(tx, names, deps.clock.now()));
  for (const subscription of due) {
    const reason = await askHub(subscription, deps);
    if (reason === null) continue;
    const refusal = { reason, now: deps.clock.now() };
    await deps.db.transaction('ingest', (tx) => noteRefusal(tx, subscription, refusal));
  }
};

/** null: it will ask back whether we meant it. The address of a hub was written by whoever wrote the feed. */
const askHub = async (
  { hub, topic, callback, secret }: Subscription,
  { fetch, publicUrl }: SubscriberDeps,
): Promise<string | null> => {
  const form = new URLSearchParams({
    'hub.mode': 'subscribe',
    'hub.topic': topic,
    'hub.callback': `${publicUrl}/websub/${callback}`,
    'hub.secret': secret,
    'hub.lease_seconds': String(leaseSeconds),
  });
  try {
    const response = await fetch(hub, { method: 'POST', body: form, referrer: topic });
    return response.ok ? null : `${originOf(hub)} answered with status ${response.status}`;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

export interface ReceiverDeps extends IntakeDeps {
  readonly feeds: readonly FeedSourceConfig[];
}

/** Answers what hubs ask and takes what they deliver; needs no walk, and may run in another process than they do. */
export const createHubReceiver = (deps: ReceiverDeps): WebSubDeps => ({
  confirm: (callback, question) => answerHub(callback, question, deps),
  deliver: async (callback, delivery) => {
    try {
      return await take(callback, delivery, deps);
    } catch (error) {
      if (!isUnavailable(error) && !(error instanceof CursorMovedError)) throw error;
      return 'unavailable';
    }
  },
});

const answerHub = (callback: string, question: HubQuestion, { db, clock }: ReceiverDeps): Promise<boolean> =>
  db.transaction('ingest', (tx) =>
    question.kind === 'subscribe'
      ? confirmSubscription(tx, { callback, ...question }, clock.now())
      : denySubscription(tx, { callback, ...question }, clock.now()),
  );

/** While a walk commits its pages a delivery begins again behind them. */
const mostTries = 5;

const take = async (
  callback: string,
  delivery: Delivery,
  deps: ReceiverDeps,
): Promise<'taken' | 'unknown'> => {
  const found = await deps.db.transaction('ingest', (tx) => readSubscription(tx, callback));
  const feed = deps.feeds.find(({ name }) => name === found?.source);
  if (found === null || feed === undefined) return 'unknown';
  // WebSub 7.1: answered as if it were taken, and dropped.
  if (!isSignedByHub(found.secret, delivery.signature, delivery.body)) return 'taken';
  for (let tries = 1; ; tries += 1) {
    try {
      await takeDelivery(feed, delivery, deps);
      return 'taken';
    } catch (error) {
      if (!(error instanceof CursorMovedError) || tries === mostTries) throw error;
    }
  }
};

const takeDelivery = async (
  feed: FeedSourceConfig,
  delivery: Delivery,
  deps: ReceiverDeps,
): Promise<void> => {
  const { name: source } = feed;
  const now = deps.clock.now();
  const { value, version } = await deps.db.transaction('ingest', (tx) => readCursor(tx, source));
  const before = value as FeedCursor | null;
  // Of a feed that was never walked at this address a walk comes first: it tells news from an archive.
  if (before === null || before.configuredUrl !== feed.url) return;
  const walked = { comments: feed.comments, readsArticles: feed.articles, now };
  const page = pushedPage(before, delivery, walked);
  if (page === null) return;
  const cursor = { key: source, value: page.cursor, expectedVersion: version };
  const taken = await takePage(
    {
      source,
      events: page.events,
      cursor,
      ...ownConcern(feed.ownedBy),
      isHistory: () => false,
      noteKept: (tx) => beginThreads(tx, source, page.begun ?? [], now),
    },
    deps,
  );
  const told = { read: taken.read, kept: taken.kept, at: now, isDue: page.isWaiting };
  await deps.db.transaction('ingest', (tx) => noteDelivery(tx, source, told));
};

export const feedsOf = (config: Config): readonly FeedSourceConfig[] =>
  config.sources.filter((source) => source.kind === 'feed');
