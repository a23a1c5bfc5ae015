import { lockBatch, readBatchCases } from '../src/cases/batch-cases.store.ts';
import { insertActivities, insertCases, nextCaseIds, updateCases } from '../src/cases/case.store.ts';
import { heedKnownContacts } from '../src/cases/contacts/heed-contacts.store.ts';
import { fold } from '../src/cases/fold.ts';
import {
  type CaseRow,
  type DeadlineAsk,
  type FoldMention,
  type FoldResult,
  postKey,
} from '../src/cases/fold-types.ts';
import { type DeskPerson, personNamed } from '../src/cases/lease/desk-person.ts';
import { giveBackKept, isMoreConfidential } from '../src/cases/life/give-back.store.ts';
import {
  type KnownState,
  readKnownState,
  redactMentions,
  writeMentions,
} from '../src/cases/mention.store.ts';
import { addToRollup, type OutboxEntry, writeOutbox } from '../src/cases/outbox.store.ts';
import { caseName } from '../src/domain/case-id.ts';
import type { Person } from '../src/domain/person.ts';
import type { Routing } from '../src/domain/routing.ts';
import { type Severity, severityRank } from '../src/domain/severity.ts';
import { forgetAnswers, scrubCases } from '../src/ingest/erase.store.ts';
import { followThreads, type TrackedComplaint } from '../src/ingest/follow.store.ts';
import { recallWords } from '../src/notify/sinks/recall.store.ts';
import { withdrawWords } from '../src/notify/withdraw.store.ts';
import type { Transaction } from '../src/postgres/database.ts';
import type { DecidedBatch } from './decided-batch.ts';
import { routeOpened } from './route-cases.ts';

export interface CommitInput {
  readonly source: string;
  readonly decided: DecidedBatch;
  readonly traceId: string;
  readonly now: Date;
  /** The posts were decided before, without what they answer: equal revisions are replaced. */
  readonly isAgain: boolean;
  readonly deadlineOf: (ask: DeadlineAsk) => Date;
  /** The lowest severity that any channel wants to hear of. */
  readonly alertFloor: Severity;
  /** The source can tell threads: those of complaints are looked at from now on. */
  readonly isFollowed?: boolean;
  /** None: every case is every team's. */
  readonly routing?: Routing;
  /** None: whoever has a case may have it whatever it becomes. */
  readonly people?: readonly Person[];
}

export interface Committed {
  readonly opened: readonly CaseRow[];
  /** Older cases whose severity these posts raised. */
  readonly raised: readonly CaseRow[];
  readonly alerts: number;
}

/** Turns decisions into rows: a few set-based statements, in one order for all workers. */
export const commitBatch = async (tx: Transaction, input: CommitInput): Promise<Committed> => {
  const { decided, source, now } = input;
  const mentions = decided.foldable.map(({ item }) => item);
  const locked = await lockBatch(tx, { source, mentions, deletions: decided.deletions });
  const known = await readKnownState(tx, source, decided.keys);
  const deleted = deletedIndexes(decided, known);
  const items = decided.foldable.filter(
    ({ index }) => !deleted.has(index) && isNews(decided, index, known, input.isAgain),
  );
  const news = items.map(({ item }) => item);
  const cases = await readBatchCases(tx, locked, news, ({ brand, post }) =>
    known.revisions.has(`${brand}\n${post.nativeId}`),
  );
  const ids = await nextCaseIds(tx, items.filter(({ item }) => item.decision.kind === 'complaint').length);
  const gone = await redact(tx, input);
  const placed = fold(
    { cases, mentions: news, deletedPosts: gone.map(({ key }) => key) },
    { now, deadlineOf: input.deadlineOf, newCaseId: () => takeId(ids) },
  );
  const folded = await heedKnownContacts(tx, placed, { now, deadlineOf: input.deadlineOf });
  await writeMentions(
    tx,
    {
      rows: decided.rows,
      common: decided.common,
      caseOf: casesByIndex(items, folded),
      deleted: [...deleted],
      decidedAt: now,
      traceId: input.traceId,
    },
    input.isAgain,
  );
  await insertCases(tx, folded.opened, now);
  await updateCases(tx, folded.changed, now);
  await scrub(tx, gone, cases, now);
  await insertActivities(tx, folded.activities);
  await giveBack(tx, folded, input);
  await routeOpened(tx, folded.opened, { routing: input.routing, now });
  const alerts = alertsOf(folded, input);
  await writeOutbox(tx, alerts, now);
  if (input.isFollowed === true) await followThreads(tx, source, threadsOf(news, folded), now);
  await addToRollup(tx, source, input.isAgain ? [] : decided.tally, now);
  return { opened: folded.opened, raised: raisedOf(folded), alerts: alerts.length };
};

/** A message may tell of danger or of somebody who works here: then not everybody who has the case may have it still. */
const giveBack = async (
  tx: Transaction,
  { changed }: FoldResult,
  { people = [], now }: CommitInput,
): Promise<void> => {
  if (people.length === 0) return;
  const personOf = (name: string): DeskPerson => personNamed(name, people);
  for (const { before, after } of changed)
    if (isMoreConfidential(before, after)) await giveBackKept(tx, after.id, { now, personOf });
};

const raisedOf = ({ changed, activities }: FoldResult): readonly CaseRow[] => {
  const raised = new Set(
    activities.filter(({ kind }) => kind === 'severity_raised').map(({ caseId }) => caseId),
  );
  return changed.flatMap(({ after }) => (raised.has(after.id) ? [after] : []));
};

const deletedIndexes = (decided: DecidedBatch, known: KnownState): ReadonlySet<number> => {
  const indexes = new Set<number>();
  decided.keys.forEach(({ nativeId, author, receivedAt }, index) => {
    const authorGoneAt = author === null ? undefined : known.deletedAuthors.get(author);
    if (
      known.deletedPosts.has(nativeId) ||
      (authorGoneAt !== undefined && new Date(receivedAt) <= authorGoneAt)
    )
      indexes.add(index);
  });
  return indexes;
};

/** A post whose equal or newer revision is decided already changes no case. */
const isNews = (decided: DecidedBatch, index: number, known: KnownState, isAgain: boolean): boolean => {
  const key = decided.keys[index];
  const revision = key === undefined ? undefined : known.revisions.get(`${key.brand}\n${key.nativeId}`);
  if (revision === undefined || key === undefined) return true;
  return isAgain ? revision <= key.revision : revision < key.revision;
};

interface GonePost {
  readonly key: string;
  readonly caseId: string;
}

const redact = async (tx: Transaction, { source, decided, now }: CommitInput): Promise<GonePost[]> => {
  if (decided.deletions.length === 0) return [];
  const nativeIds = decided.deletions.flatMap((deletion) => deletion.nativeId ?? []);
  const authors = decided.deletions.flatMap((deletion) =>
    deletion.nativeId === null ? (deletion.author ?? []) : [],
  );
  const gone = await redactMentions(tx, { source, nativeIds, authors, before: now });
  return gone.flatMap(({ nativeId, caseId }) =>
    caseId === null ? [] : [{ key: postKey(source, nativeId), caseId }],
  );
};

/** What is frozen comes last: the lock of planning is taken after those of the complainants. */
const scrub = async (
  tx: Transaction,
  gone: readonly GonePost[],
  cases: readonly CaseRow[],
  now: Date,
): Promise<void> => {
  if (gone.length === 0) return;
  const keys = gone.map(({ key }) => key);
  const taken = new Set(keys);
  // An edit after the end of a case opened another: both hold the post.
  const holders = cases.filter(({ posts }) => posts.some(({ key }) => taken.has(key))).map(({ id }) => id);
  const touched = [...new Set([...gone.map(({ caseId }) => caseId), ...holders])];
  await scrubCases(tx, touched, keys);
  await forgetAnswers(tx, touched.map(caseName));
  await withdrawWords(tx, keys, now);
  await recallWords(tx, keys, now);
};

/** History is not listened to: nobody waits for an answer to it. */
const threadsOf = (news: readonly FoldMention[], { placements }: FoldResult): readonly TrackedComplaint[] =>
  news.flatMap(({ mention: { post, isHistory }, decision }, place) =>
    decision.kind === 'complaint' && !isHistory && (placements[place]?.caseId ?? null) !== null
      ? [{ thread: post.thread, nativeId: post.nativeId }]
      : [],
  );

const takeId = (ids: string[]): string => {
  const id = ids.shift();
  if (id === undefined) throw new RangeError('more cases opened than complaints decided');
  return id;
};

type Item = { readonly index: number; readonly item: FoldMention };

const casesByIndex = (items: readonly Item[], folded: FoldResult): Map<number, string> =>
  new Map(
    items.flatMap(({ index }, place) => {
      const caseId = folded.placements[place]?.caseId ?? null;
      return caseId === null ? [] : [[index, caseId] as const];
    }),
  );

/** What people hear at once; lesser cases are in the summary. Words are added when the alert is frozen, masked. */
const alertsOf = (folded: FoldResult, { alertFloor, traceId }: CommitInput): OutboxEntry[] =>
  folded.alerts
    .filter(({ severity }) => severityRank(severity) >= severityRank(alertFloor))
    .map(({ postKey: key, ...alert }) => ({ alert: { ...alert, excerpt: null }, postKey: key, traceId }));
