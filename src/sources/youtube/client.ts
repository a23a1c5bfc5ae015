import { z } from 'zod';
import { type Asked, askJsonIfChanged, type Refused } from '../ask-json.ts';
import type { SourceDeps } from '../source.ts';
import { SourceError } from '../source.ts';
import { ClosedError, LostPageError } from '../walk-places.ts';
import { spend, spentToday, usedUpError } from './units.ts';
import type { YouTubePlan, YouTubeWalk } from './walking.ts';

export type YouTubeAnswer =
  | { readonly kind: 'unchanged' }
  | {
      readonly kind: 'read';
      readonly items: readonly unknown[];
      readonly nextPageToken: string | null;
      readonly etag: string | null;
    };

export interface YouTubeClient {
  fetchThreads(
    walk: YouTubeWalk,
    page: { readonly pageToken: string | null; readonly etag: string | null },
  ): Promise<YouTubeAnswer>;
  /** @param share of the day's units that may be used when this is asked; all unless it says so */
  fetchReplies(parentId: string, pageToken: string | null, share?: number): Promise<YouTubeAnswer>;
  /** At most 50. */
  fetchComments(ids: readonly string[]): Promise<YouTubeAnswer>;
}

/** What walks and threads may use of a day; the rest is kept for edits and deletions. */
export const WALK_SHARE = 0.9;

export const createYouTubeClient = (plan: YouTubePlan, deps: SourceDeps): YouTubeClient => {
  const ask = async (
    path: string,
    params: Readonly<Record<string, string | null>>,
    { etag = null, share = 1 }: { etag?: string | null; share?: number } = {},
  ): Promise<YouTubeAnswer> => {
    charge(plan, share, deps.clock.now());
    const url = new URL(`${plan.baseUrl}/youtube/v3/${path}`);
    for (const [key, value] of Object.entries({ textFormat: 'plainText', ...params }))
      if (value !== null) url.searchParams.set(key, value);
    return answerOf(plan, await askJsonIfChanged(url, askedBy(plan, etag, deps), deps));
  };
  return {
    fetchThreads: ({ kind, id }, { pageToken, etag }) =>
      ask(
        'commentThreads',
        {
          part: 'snippet,replies',
          [kind === 'channel' ? 'allThreadsRelatedToChannelId' : 'videoId']: id,
          // By time: the other order shows what is liked.
          order: 'time',
          maxResults: '100',
          pageToken,
        },
        { etag: pageToken === null ? etag : null, share: WALK_SHARE },
      ),
    fetchReplies: (parentId, pageToken, share = 1) =>
      ask('comments', { part: 'snippet', parentId, maxResults: '100', pageToken }, { share }),
    fetchComments: (ids) => ask('comments', { part: 'snippet', id: ids.join(',') }),
  };
};

/** Before the request, for a refused one counts too. */
const charge = ({ name, unitsPerDay, meter }: YouTubePlan, share: number, now: Date): void => {
  if (spentToday(meter.spent, now).units + 1 > Math.floor(unitsPerDay * share))
    throw usedUpError(name, unitsPerDay, now);
  meter.spent = spend(meter.spent, 1, now);
};

/** The key travels in a header: an address may be logged by whatever stands between. */
const askedBy = (plan: YouTubePlan, etag: string | null, deps: SourceDeps): Asked => ({
  source: plan.name,
  headers: { 'x-goog-api-key': plan.apiKey, ...(etag === null ? {} : { 'if-none-match': etag }) },
  explain: (refused) => explain(plan, refused, deps.clock.now()),
});

const answer = z.object({
  items: z.array(z.unknown()),
  nextPageToken: z.string().min(1).nullish().catch(undefined),
  etag: z.string().nullish().catch(undefined),
});

const answerOf = (
  { name }: YouTubePlan,
  told: Awaited<ReturnType<typeof askJsonIfChanged>>,
): YouTubeAnswer => {
  if (told.kind === 'unchanged') return told;
  if (told.kind === 'missing') throw new ClosedError(`HTTP ${told.status}`);
  const parsed = answer.safeParse(told.body);
  if (!parsed.success)
    throw new SourceError(
      'transient',
      `YouTube sent source ${name} an answer that holds no list of comments.`,
    );
  const { items, nextPageToken, etag } = parsed.data;
  return {
    kind: 'read',
    items,
    nextPageToken: nextPageToken ?? null,
    etag: told.headers.get('etag') ?? etag ?? null,
  };
};

const refusal = z.object({
  error: z.object({ errors: z.array(z.object({ reason: z.string() })).min(1) }),
});

const explain = (plan: YouTubePlan, { status, text }: Refused, now: Date): Error | undefined => {
  const reason = reasonOf(text);
  if (reason === undefined) return undefined;
  if (/^(?:quota|dailyLimit)Exceeded$/.test(reason)) return usedUpError(plan.name, plan.unitsPerDay, now);
  if (/rateLimitExceeded/i.test(reason))
    return new SourceError(
      'transient',
      `YouTube answered source ${plan.name} with HTTP ${status}: too many requests.`,
    );
  if (reason === 'invalidPageToken') return new LostPageError(reason);
  if (reason === 'commentsDisabled' || reason.endsWith('NotFound')) return new ClosedError(reason);
  if (status !== 400 && status !== 401 && status !== 403) return undefined;
  return new SourceError(
    'permanent',
    `YouTube refuses source ${plan.name} (${reason}): check that its api_key is right and may use the YouTube Data API v3.`,
  );
};

const reasonOf = (text: string): string | undefined => {
  try {
    const parsed = refusal.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data.error.errors[0]?.reason.replace(/[^\w.]/g, '') : undefined;
  } catch {
    return undefined;
  }
};
