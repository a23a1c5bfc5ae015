import type { RetentionConfig } from '../config/config.ts';
import { dropContacts } from '../src/cases/contacts/contact.store.ts';
import { forgetActions, forgetEscalations } from '../src/cases/guard/guard-retention.store.ts';
import { dropEndedHolds } from '../src/cases/hold/hold.store.ts';
import { dropPosts, findDuePosts, forgetEndedCases } from '../src/cases/retention.store.ts';
import { letterTray } from '../src/digest/letter-tray.ts';
import { forgetRequests } from '../src/http/api/idempotency.store.ts';
import { dropDeliveries } from '../src/http/api/webhooks/delivery.store.ts';
import { dropPushes } from '../src/ingest/push.store.ts';
import { dropGoneServices, dropSettledLetters, dropTombstones } from '../src/ingest/retention.store.ts';
import { dropWebmentions } from '../src/ingest/webmention.store.ts';
import type { Clock } from '../src/lib/clock.ts';
import { alertTray, dropSpentBytes } from '../src/notify/delivery.store.ts';
import type { Database, Transaction } from '../src/postgres/database.ts';
import type { Role } from '../src/postgres/roles.ts';
import { forgetReasons } from '../src/problems/reasons.store.ts';
import {
  coarsenSamples,
  dropErasedSamples,
  dropSamplesOf,
  dropSealedHusks,
} from '../src/reach/retention.store.ts';

export interface RetentionDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly retention: RetentionConfig;
  /** Rows that one statement touches; other work takes its turn between two. */
  readonly sliceRows?: number;
  readonly signal?: AbortSignal;
}

/** How many rows each rule dealt with; counts only, for the log. */
export interface RetentionReport {
  readonly posts: number;
  readonly cases: number;
  readonly counts: number;
  readonly samples: number;
  readonly husks: number;
  readonly deadLetters: number;
  readonly notifications: number;
  readonly letters: number;
  readonly tombstones: number;
  readonly pushes: number;
  readonly webmentions: number;
  readonly contacts: number;
  readonly actions: number;
  readonly escalations: number;
  readonly services: number;
  readonly apiRequests: number;
  readonly webhookDeliveries: number;
  readonly holds: number;
  readonly reasons: number;
}

const dayMs = 86_400_000;
const defaultSliceRows = 5_000;
/** A process that gave no sign for this long is gone, whatever stopped its clock. */
const goneMs = dayMs;
/** An inbox row is empty a moment after it was decided; a day leaves room to look. */
const huskMs = dayMs;

/** Lets go of what may no longer be kept, in bounded slices, each in its own transaction. Running it twice changes nothing. */
export const applyRetention = async (deps: RetentionDeps): Promise<RetentionReport> => {
  const now = deps.clock.now();
  const { retention, sliceRows = defaultSliceRows } = deps;
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * dayMs);
  const due: Due = {
    now,
    posts: daysAgo(retention.postsWithoutCaseDays),
    counts: daysAgo(retention.exactCountsDays),
    cases: daysAgo(retention.closedCasesDays),
    contacts: daysAgo(retention.contactsDays),
    tombstones: daysAgo(retention.tombstoneDays),
  };
  const report: Record<keyof RetentionReport, number> = { ...nothing };
  for (const rule of rules) {
    const limit = Math.max(1, Math.floor(sliceRows * (rule.share ?? 1)));
    for (let taken = limit; taken >= limit && deps.signal?.aborted !== true; ) {
      taken = await applyOnce(rule, { db: deps.db, due, limit });
      report[rule.name] += taken;
    }
  }
  return report;
};

const applyOnce = (rule: Rule, { db, due, limit }: { db: Database; due: Due; limit: number }) =>
  rule.role === 'both'
    ? dropDuePosts(db, due.posts, limit)
    : db.transaction(rule.role, (tx) => rule.apply(tx, due, limit));

/** In this order: what a case or a post leaves behind goes in the same run. */
const rules: readonly Rule[] = [
  { name: 'posts', role: 'both' },
  // A case has several rows: a tenth of the slice keeps the statement as small.
  {
    name: 'cases',
    role: 'desk',
    share: 0.1,
    apply: (tx, due, limit) => forgetEndedCases(tx, { before: due.cases, now: due.now, limit }),
  },
  { name: 'counts', role: 'reach', apply: (tx, due, limit) => coarsenSamples(tx, due.counts, limit) },
  { name: 'samples', role: 'reach', apply: (tx, _due, limit) => dropErasedSamples(tx, limit) },
  {
    name: 'husks',
    role: 'reach',
    apply: (tx, { now, counts }, limit) =>
      dropSealedHusks(tx, { emptyBefore: new Date(now.getTime() - huskMs), anyBefore: counts, limit }),
  },
  // By a discarded letter its sealed bytes are known to be nobody's: it goes after them.
  { name: 'deadLetters', role: 'desk', apply: (tx, _due, limit) => dropSettledLetters(tx, limit) },
  {
    name: 'notifications',
    role: 'desk',
    apply: (tx, _due, limit) => dropSpentBytes(tx, alertTray, limit),
  },
  { name: 'letters', role: 'reach', apply: (tx, _due, limit) => dropSpentBytes(tx, letterTray, limit) },
  { name: 'tombstones', role: 'desk', apply: (tx, due, limit) => dropTombstones(tx, due.tombstones, limit) },
  // As long as the posts themselves are kept, where they open no case.
  { name: 'pushes', role: 'desk', apply: (tx, due, limit) => dropPushes(tx, due.posts, limit) },
  {
    name: 'webmentions',
    role: 'desk',
    apply: (tx, due, limit) => dropWebmentions(tx, { settled: due.posts, standing: due.cases }, limit),
  },
  { name: 'contacts', role: 'desk', apply: (tx, due, limit) => dropContacts(tx, due.contacts, limit) },
  // As long as the cases that they may be linked to; their counts stay for the report.
  { name: 'actions', role: 'desk', apply: (tx, due, limit) => forgetActions(tx, due.cases, limit) },
  { name: 'escalations', role: 'desk', apply: (tx, _due, limit) => forgetEscalations(tx, limit) },
  {
    name: 'services',
    role: 'desk',
    apply: (tx, { now }) => dropGoneServices(tx, new Date(now.getTime() - goneMs)),
  },
  { name: 'apiRequests', role: 'desk', apply: (tx, { now }, limit) => forgetRequests(tx, now, limit) },
  {
    name: 'webhookDeliveries',
    role: 'desk',
    apply: (tx, due, limit) => dropDeliveries(tx, due.posts, limit),
  },
  { name: 'holds', role: 'desk', apply: (tx, { now }, limit) => dropEndedHolds(tx, now, limit) },
  { name: 'reasons', role: 'desk', apply: (tx, { now }) => forgetReasons(tx, now) },
];

/** Each half goes by the role that may touch it; the samples first, so that none is left without its post. */
const dropDuePosts = async (db: Database, before: Date, limit: number): Promise<number> => {
  const posts = await db.transaction('desk', (tx) => findDuePosts(tx, before, limit));
  if (posts.length === 0) return 0;
  await db.transaction('reach', (tx) => dropSamplesOf(tx, posts));
  return db.transaction('desk', (tx) => dropPosts(tx, posts));
};

export interface Retention {
  /** Now, whatever the timer says. */
  run(): Promise<void>;
  stop(): Promise<void>;
}

export interface RetentionTimer extends RetentionDeps {
  /** Told of every run that let go of something. */
  readonly onRun: (report: RetentionReport) => void;
  readonly onError: (what: string, error: Error) => void;
}

/** Once an hour; first some minutes after the start, when whatever waited has been decided. */
export const startRetention = (deps: RetentionTimer): Retention => {
  const aborted = new AbortController();
  let running: Promise<void> | null = null;
  const run = (): Promise<void> => {
    running ??= applyRetention({ ...deps, signal: aborted.signal })
      .then((report) => {
        if (Object.values(report).some((count) => count > 0)) deps.onRun(report);
      })
      .catch((error: unknown) =>
        deps.onError('retention', error instanceof Error ? error : new Error(String(error))),
      )
      .finally(() => {
        running = null;
      });
    return running;
  };
  const first = setTimeout(() => void run(), firstMs);
  const timer = setInterval(() => void run(), everyMs);
  first.unref();
  timer.unref();
  return {
    run,
    stop: async () => {
      aborted.abort();
      clearTimeout(first);
      clearInterval(timer);
      await running;
    },
  };
};

const firstMs = 5 * 60_000;
const everyMs = 3_600_000;

interface Due {
  readonly now: Date;
  readonly posts: Date;
  readonly counts: Date;
  readonly cases: Date;
  readonly contacts: Date;
  readonly tombstones: Date;
}

type Rule = { readonly name: keyof RetentionReport; readonly share?: number } & (
  | { readonly role: 'both'; readonly apply?: never }
  | {
      readonly role: Role;
      readonly apply: (tx: Transaction, due: Due, limit: number) => Promise<number>;
    }
);

const nothing: RetentionReport = {
  posts: 0,
  cases: 0,
  counts: 0,
  samples: 0,
  husks: 0,
  deadLetters: 0,
  notifications: 0,
  letters: 0,
  tombstones: 0,
  pushes: 0,
  webmentions: 0,
  contacts: 0,
  actions: 0,
  escalations: 0,
  services: 0,
  apiRequests: 0,
  webhookDeliveries: 0,
  holds: 0,
  reasons: 0,
};
