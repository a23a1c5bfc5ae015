import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { RawEvent, RawMention } from '../../domain/raw-mention.ts';
import type { KnownPosts } from '../known-posts.ts';
import type { ListedPage } from '../newest-first.ts';
import type { Rejection } from '../source.ts';
import { mapRedditAnswer } from './map-thing.ts';
import { thingsIn } from './thing.ts';
import type { RedditWalk } from './walk.ts';

export interface Reading {
  readonly known: KnownPosts;
  readonly isWatched: (text: string) => boolean;
  readonly now: Date;
  /** A listing stands newest first; a thread stands with every comment behind what it answers. */
  readonly order: 'listing' | 'thread';
}

export interface ReadThings {
  readonly events: readonly RawEvent[];
  readonly rejected: readonly Rejection[];
}

/** What of an answer is new, was edited, or was taken back; what is answered comes before what answers it. */
export const readThings = (body: unknown, reading: Reading): ReadThings => {
  const { events, refused } = mapRedditAnswer(body);
  return {
    events: (reading.order === 'thread' ? events : events.toReversed()).flatMap((event) =>
      readEvent(event, reading),
    ),
    rejected: refused.map((reason) => ({ at: 'reddit', reason })),
  };
};

const readEvent = (event: RawEvent, reading: Reading): readonly RawEvent[] => {
  if (event.kind === 'mention') return readMention(event, reading);
  const key = event.nativeId ?? '';
  // Threads are full of places where something stood that nobody here ever had.
  if (reading.known.get(key) === undefined) return [];
  reading.known.forget(key);
  return [event];
};

const readMention = (event: RawMention, { known, isWatched, now }: Reading): readonly RawMention[] => {
  const before = known.get(event.nativeId);
  const thread = event.thread ?? event.nativeId;
  const isOurs = isWatched(event.text) || known.isWatchedThread(thread);
  // The rest may come twice: the door knows it by its name and revision.
  if (!isOurs && before === undefined) return [event];
  const told = event.revision ?? 0;
  // An answer from a cache: the edit that is known is later.
  if (before !== undefined && told < before[2] && before[2] > COUNTED_EDITS) return [];
  const revision = known.note(
    {
      key: event.nativeId,
      nativeId: event.nativeId,
      // Corrections of the first three minutes carry no time of their own.
      atLeast: event.author === undefined ? Math.max(told, NAMELESS) : told,
      hash: wordsHash(event),
      thread,
      isWatched: isOurs,
    },
    now,
  );
  return revision === null ? [] : [{ ...event, revision }];
};

/** The walk and the looks at its thread count the corrections of a comment each by itself: a name that is gone is later than all. */
const NAMELESS = 500_000;

/** Greater revisions are unix seconds of an edit that Reddit tells. */
const COUNTED_EDITS = 1_000_000;

/** With its author: whose account is gone must lose the name here too, which takes a new revision. */
const wordsHash = ({ text, author }: RawMention): string =>
  createHash('sha256')
    .update(`${author ?? ''}\n${text}`)
    .digest('base64url')
    .slice(0, 8);

const listed = z.object({
  name: z.string(),
  created_utc: z.coerce.number().positive(),
  subreddit: z.string().optional().catch(undefined),
  /** Stands on top, whenever it was written. */
  stickied: z.boolean().optional().catch(undefined),
});
const listing = z.object({
  kind: z.literal('Listing'),
  data: z.object({
    after: z
      .string()
      .regex(/^t[13]_[0-9a-z]{1,16}$/)
      .nullable()
      .catch(null),
    children: z.array(z.unknown()),
  }),
});

/** Where a page of a listing stands; null: it is no listing. */
export const listedPage = (body: unknown, walk: RedditWalk): ListedPage | null => {
  const parsed = listing.safeParse(body);
  if (!parsed.success) return null;
  const things = thingsIn(parsed.data.data.children).flatMap((thing) => {
    const place = listed.safeParse(thing);
    return place.success ? [place.data] : [];
  });
  // An answer to another question: what it holds is read, and moves nothing.
  if (things.length > 0 && !things.some((thing) => isListedBy(walk, thing)))
    return { times: [], nextPageToken: null };
  const times = things.filter(({ stickied }) => stickied !== true).map((thing) => thing.created_utc * 1_000);
  return { times, nextPageToken: parsed.data.data.after };
};

const isListedBy = (walk: RedditWalk, { name, subreddit }: z.infer<typeof listed>): boolean => {
  if (!name.startsWith(walk.kind === 'comments' ? 't1_' : 't3_')) return false;
  if (walk.kind === 'search' || subreddit === undefined) return true;
  const asked = walk.subreddit.toLowerCase();
  return asked === 'all' || asked === 'popular' || subreddit.toLowerCase() === asked;
};
