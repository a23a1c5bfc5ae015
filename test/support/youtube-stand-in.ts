import { createHash } from 'node:crypto';
import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface YouTubeComment {
  readonly id: string;
  /** Top comment under which it stands. */
  readonly parent?: string;
  readonly videoId: string;
  readonly channelId: string;
  readonly publishedAt: Date;
  /** When it was let through. */
  readonly shownAt: Date;
  readonly author: string;
  text: string;
  updatedAt?: Date;
  isDeleted?: boolean;
}

export interface YouTubeStandIn extends StandIn {
  readonly comments: Map<string, YouTubeComment>;
  readonly violations: string[];
  /** Videos and channels: the reason of their refusal. */
  readonly closed: Map<string, string>;
  /** Units on the day that ends at midnight in California. */
  readonly used: { day: string; units: number };
  unitsPerDay: number;
}

export const youtubeKey = 'AIza-test-key';

const PARAMS: Readonly<Record<string, readonly string[]>> = {
  commentThreads: [
    'part',
    'allThreadsRelatedToChannelId',
    'videoId',
    'id',
    'order',
    'maxResults',
    'pageToken',
    'textFormat',
  ],
  comments: ['part', 'id', 'parentId', 'maxResults', 'pageToken', 'textFormat'],
};

/** The Data API on the loopback address: commentThreads.list and comments.list, a unit each, with ETags. */
export const startYouTubeStandIn = async (now: () => Date): Promise<YouTubeStandIn> => {
  const stand = await startStandIn((url, headers) => {
    const list = url.pathname.replace('/youtube/v3/', '');
    for (const key of url.searchParams.keys())
      if (PARAMS[list]?.includes(key) !== true) standIn.violations.push(`${url.pathname} ${key}`);
    if (headers['x-goog-api-key'] !== youtubeKey) return refused(400, 'keyInvalid');
    if (!charge(standIn, now())) return refused(403, 'quotaExceeded');
    const answer = list === 'commentThreads' ? threads(url, standIn, now()) : comments(url, standIn, now());
    if (answer.status !== 200) return answer;
    const etag = `"${createHash('sha256').update(answer.body).digest('base64url').slice(0, 20)}"`;
    return headers['if-none-match'] === etag ? { status: 304, body: '' } : { ...answer, headers: { etag } };
  });
  const standIn: YouTubeStandIn = Object.assign(stand, {
    comments: new Map<string, YouTubeComment>(),
    violations: [],
    closed: new Map<string, string>(),
    used: { day: '', units: 0 },
    unitsPerDay: 10_000,
  });
  return standIn;
};

const dayInCalifornia = new Intl.DateTimeFormat('en-CA', { timeZone: 'America/Los_Angeles' });

const charge = ({ used, unitsPerDay }: YouTubeStandIn, now: Date): boolean => {
  const day = dayInCalifornia.format(now);
  if (used.day !== day) Object.assign(used, { day, units: 0 });
  used.units += 1;
  return used.units <= unitsPerDay;
};

const refused = (status: number, reason: string): StandInAnswer => ({
  status,
  body: JSON.stringify({
    error: { code: status, message: 'no', errors: [{ domain: 'youtube', reason, message: 'no' }] },
  }),
});

const threads = (url: URL, standIn: YouTubeStandIn, now: Date): StandInAnswer => {
  const { searchParams: params } = url;
  if (params.get('order') !== 'time') standIn.violations.push('an order that is not of time');
  const channel = params.get('allThreadsRelatedToChannelId');
  const video = params.get('videoId');
  const closed = standIn.closed.get(channel ?? video ?? '');
  if (closed !== undefined) return refused(closed === 'commentsDisabled' ? 403 : 404, closed);
  const all = shown(standIn, now);
  const tops = all
    .filter((one) => one.parent === undefined)
    .filter((one) => (channel === null ? one.videoId === video : one.channelId === channel));
  return page(url, newestFirst(tops), (one) => renderThread(one, all));
};

const comments = (url: URL, standIn: YouTubeStandIn, now: Date): StandInAnswer => {
  const ids = url.searchParams.get('id');
  if (ids !== null) {
    if (ids.split(',').length > 50 || url.searchParams.has('maxResults'))
      standIn.violations.push('too many ids');
    const found = ids.split(',').flatMap((id) => shown(standIn, now).find((one) => one.id === id) ?? []);
    return json({ kind: 'youtube#commentListResponse', items: found.map(renderComment) });
  }
  const parent = url.searchParams.get('parentId');
  const replies = shown(standIn, now).filter((one) => one.parent === parent);
  return page(url, newestFirst(replies), renderComment);
};

const shown = ({ comments: all }: YouTubeStandIn, now: Date): readonly YouTubeComment[] =>
  [...all.values()].filter((one) => one.shownAt <= now && one.isDeleted !== true);

const newestFirst = (found: readonly YouTubeComment[]): readonly YouTubeComment[] =>
  found.toSorted((a, b) => b.publishedAt.getTime() - a.publishedAt.getTime() || (a.id < b.id ? 1 : -1));

const page = (
  url: URL,
  found: readonly YouTubeComment[],
  render: (one: YouTubeComment) => unknown,
): StandInAnswer => {
  const size = Number(url.searchParams.get('maxResults') ?? '20');
  const token = url.searchParams.get('pageToken');
  const at = token === null ? 0 : found.findIndex(({ id }) => tokenOf(id) === token) + 1;
  if (token !== null && at === 0) return refused(400, 'invalidPageToken');
  const items = found.slice(at, at + size);
  const last = items.at(-1);
  const next = at + size < found.length && last !== undefined ? { nextPageToken: tokenOf(last.id) } : {};
  return json({ ...next, pageInfo: { resultsPerPage: size }, items: items.map(render) });
};

const tokenOf = (id: string): string => Buffer.from(`after ${id}`).toString('base64url');

const json = (value: object): StandInAnswer => ({ status: 200, body: JSON.stringify(value) });

const renderThread = (top: YouTubeComment, all: readonly YouTubeComment[]): unknown => {
  const replies = all.filter((one) => one.parent === top.id);
  return {
    kind: 'youtube#commentThread',
    id: top.id,
    snippet: {
      channelId: top.channelId,
      videoId: top.videoId,
      topLevelComment: renderComment(top),
      canReply: true,
      totalReplyCount: replies.length,
      isPublic: true,
    },
    ...(replies.length === 0 ? {} : { replies: { comments: replies.slice(-5).map(renderComment) } }),
  };
};

const renderComment = (one: YouTubeComment): unknown => ({
  kind: 'youtube#comment',
  etag: 'x',
  id: one.id,
  snippet: {
    channelId: one.channelId,
    ...(one.parent === undefined ? { videoId: one.videoId } : { parentId: one.parent }),
    textDisplay: one.text,
    textOriginal: one.text,
    authorDisplayName: `@${one.author}`,
    authorProfileImageUrl: 'https://yt3.example/face.jpg',
    authorChannelUrl: `http://www.youtube.com/@${one.author}`,
    authorChannelId: { value: `UC-${one.author}` },
    canRate: true,
    viewerRating: 'none',
    likeCount: 8_765,
    publishedAt: one.publishedAt.toISOString(),
    updatedAt: (one.updatedAt ?? one.publishedAt).toISOString(),
  },
});
