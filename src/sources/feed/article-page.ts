import type { Rejection } from '../source.ts';
import type { Asked } from './ask-feed.ts';
import { begunThreads, siteComments } from './comment-feeds.ts';
import { type FeedCursor, type FreshItem, takeFresh } from './feed-cursor.ts';
import { gapOf, goneError, languageOf, type Page, type ReadAnswer, validators } from './feed-page.ts';
import { type Standing, toMention } from './map-item.ts';
import { type Articles, waitingForArticle } from './read-waiting.ts';

export interface ArticlePage extends Page {
  /** Fresh entries whose pages are to be read first; they are not among the events. */
  readonly waiting: readonly FreshItem[];
  readonly standing: Standing;
}

interface Walked {
  readonly comments: boolean;
  readonly articles: Articles | null;
  readonly now: Date;
}

const unlisted = { fresh: [], listed: [] };
/** Entries remembered beyond those that a feed shows. */
const SEEN_ARTICLES = 1000;

/** What the feed of the articles brought; the cursor is that after the waiting ones too. */
export const articlePage = ({ answer, before }: Asked, walked: Walked): ArticlePage => {
  const { now } = walked;
  const checkedAt = now.toISOString();
  const nothing = { events: [], waiting: [], standing: { feedUrl: before.url, now } };
  if (answer.kind === 'gone') {
    const rejected: Rejection[] = [{ at: before.url, reason: goneError(before.url).message }];
    return { ...nothing, cursor: { ...before, checkedAt, disabled: true }, rejected };
  }
  if (answer.kind === 'unchanged') {
    const comments = walked.comments ? siteComments(before) : [];
    const cursor = { ...before, url: answer.url, checkedAt, quietWalks: before.quietWalks + 1, comments };
    return { ...nothing, ...(walked.comments ? { begun: begunThreads(unlisted, before, now) } : {}), cursor };
  }
  return readPage(answer, before, walked);
};

const readPage = (answer: ReadAnswer, before: FeedCursor, walked: Walked): ArticlePage => {
  const { reading, url } = answer;
  const { now } = walked;
  const taken = takeFresh(reading.items, before.seen, { keep: SEEN_ARTICLES });
  const { fresh, seen, isTornOff } = taken;
  const standing = { feedUrl: url, now, ...languageOf(reading) };
  const waiting = walked.articles === null ? [] : waitingForArticle(fresh, now);
  const waits = new Set(waiting);
  // A feed that shows less than before was emptied by its owner.
  const mayMiss = isTornOff && reading.items.length >= (before.shown ?? 0);
  return {
    events: fresh.filter((one) => !waits.has(one)).map((entry) => toMention(entry, standing)),
    ...gapOf(reading, url, mayMiss),
    waiting,
    standing,
    ...(walked.comments ? { begun: begunThreads(taken, before, now) } : {}),
    cursor: {
      ...standingOf(answer, before, fresh.length > 0),
      checkedAt: now.toISOString(),
      seen,
      comments: walked.comments ? siteComments(before) : [],
    },
  };
};

type Stands = Omit<FeedCursor, 'checkedAt' | 'seen' | 'comments'>;

const standingOf = (answer: ReadAnswer, before: FeedCursor, isNew: boolean): Stands => ({
  url: answer.url,
  configuredUrl: before.configuredUrl,
  disabled: false,
  ...(before.isDiscovered === true ? { isDiscovered: true } : {}),
  ...(before.siteComments === undefined ? {} : { siteComments: before.siteComments }),
  ...(answer.hub === undefined ? {} : { hub: answer.hub }),
  // A hub that let an entry pass is not relied upon until it delivers again.
  ...(before.pushedAt === undefined || isNew ? {} : { pushedAt: before.pushedAt }),
  ...validators(answer),
  ...paceOf(answer),
  quietWalks: isNew ? 0 : before.quietWalks + 1,
  shown: answer.reading.items.length,
});

/** The longer of what the document and the server ask for. */
const paceOf = ({ reading, askedMinutes }: ReadAnswer): Pick<FeedCursor, 'askedMinutes' | 'skipHours'> => {
  const asked = Math.max(reading.ttlMinutes ?? 0, askedMinutes ?? 0);
  return {
    ...(asked === 0 ? {} : { askedMinutes: asked }),
    ...(reading.skipHours === undefined ? {} : { skipHours: reading.skipHours }),
  };
};
