import type { RawMention } from '../../domain/raw-mention.ts';
import type { Rejection } from '../source.ts';
import { type CommentPlace, mapComment, wordsHash, youtubeComment, youtubeThread } from './map-comment.ts';
import type { Walking } from './walking.ts';

type Reading = Pick<Walking, 'known' | 'plan' | 'deps'>;

export interface ReadComments {
  readonly events: readonly RawMention[];
  readonly rejected: readonly Rejection[];
  /** When each thread was begun, milliseconds. */
  readonly times: readonly number[];
  readonly ids: ReadonlySet<string>;
}

/** Threads of a page, the oldest first, each with the replies that come along. */
export const readThreads = (items: readonly unknown[], walking: Reading): ReadComments => {
  const read = emptyReading();
  for (const [index, item] of items.entries()) {
    const parsed = youtubeThread.safeParse(item);
    if (!parsed.success) {
      read.rejected.push({ at: `thread ${index + 1}`, reason: 'has no id, no time or no text' });
      continue;
    }
    const { snippet, replies } = parsed.data;
    const top = snippet.topLevelComment;
    const videoId = snippet.videoId ?? null;
    read.times.push(Date.parse(top.snippet.publishedAt));
    const below = emptyReading();
    take(top, { ...somewhere, videoId, replies: snippet.totalReplyCount }, { walking, read: below });
    for (const reply of replies?.comments ?? [])
      takeOne(reply, { ...somewhere, parent: top.id, videoId }, { walking, read: below });
    read.events.unshift(...below.events);
    for (const id of below.ids) read.ids.add(id);
  }
  return read;
};

/** Comments of one answer, under the top comment `parent` or by their ids. */
export const readComments = (
  items: readonly unknown[],
  parent: string | null,
  walking: Reading,
): ReadComments => {
  const read = emptyReading();
  for (const item of items.toReversed()) takeOne(item, { ...somewhere, parent }, { walking, read });
  return read;
};

interface OpenReading {
  readonly events: RawMention[];
  readonly rejected: Rejection[];
  readonly times: number[];
  readonly ids: Set<string>;
}

const emptyReading = (): OpenReading => ({ events: [], rejected: [], times: [], ids: new Set() });

const somewhere: CommentPlace = { parent: null, videoId: null, replies: undefined };

interface Taking {
  readonly walking: Reading;
  readonly read: OpenReading;
}

const takeOne = (item: unknown, place: CommentPlace, taking: Taking): void => {
  const parsed = youtubeComment.safeParse(item);
  if (parsed.success) take(parsed.data, place, taking);
  else taking.read.rejected.push({ at: 'comment', reason: 'has no id, no time or no text' });
};

/** Only what concerns a brand is remembered: the rest may come twice, and the door knows it by its id. */
const take = (
  comment: Parameters<typeof mapComment>[0],
  place: CommentPlace,
  { walking: { known, plan, deps }, read }: Taking,
): void => {
  read.ids.add(comment.id);
  const event = mapComment(comment, place);
  if (event.text === '') return;
  const thread = event.thread ?? event.nativeId;
  const isOurs = plan.isOwn || plan.isWatched(event.text) || known.isWatchedThread(thread);
  if (!isOurs && known.get(event.nativeId) === undefined) {
    read.events.push(event);
    return;
  }
  const told = event.revision ?? 0;
  // An answer from a cache: the edit that is known is later.
  if (told < (known.get(event.nativeId)?.[2] ?? 0)) return;
  const sighting = {
    key: event.nativeId,
    nativeId: event.nativeId,
    atLeast: told,
    hash: wordsHash(event),
    thread,
    isWatched: isOurs,
  };
  const revision = known.note(sighting, deps.clock.now());
  if (revision !== null) read.events.push({ ...event, revision });
};
