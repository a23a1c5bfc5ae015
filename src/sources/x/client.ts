import {
  type ITwitterApiClientPlugin,
  type Tweetv2FieldsParams,
  TwitterApi,
  type TwitterRateLimit,
} from 'twitter-api-v2';
import { type SourceDeps, SourceError } from '../source.ts';
import { refusalError, secondsOf, XInvalidRequest } from './refusal.ts';
import type { XWalk } from './walk.ts';

export interface XAccess {
  readonly name: string;
  readonly bearerToken: string;
  readonly baseUrl: string;
}

export interface XPage {
  readonly body: unknown;
  readonly rateLimit: Pick<TwitterRateLimit, 'remaining' | 'reset'> | undefined;
}

export interface XClient {
  /** One page; throws SourceError, or XInvalidRequest when the platform did not take the parameters. */
  fetchPage(walk: XWalk, params: Readonly<Record<string, string>>, maxResults: number): Promise<XPage>;
}

/**
 * The older spelling, which the platform takes (facts/sources.md 1); answers are read in both. Nothing of a profile is
 * asked for but its handle and its numbers, and no user is ever looked up.
 */
const fields: Partial<Tweetv2FieldsParams> = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,public_metrics,referenced_tweets',
  'user.fields': 'public_metrics,username,verified',
  // The referenced posts tell which edit chain a parent belongs to, and a repost's whole text.
  expansions: 'author_id,referenced_tweets.id',
};

export const createXClient = (access: XAccess, deps: SourceDeps): XClient => {
  const { v2 } = new TwitterApi(access.bearerToken, { plugins: [carriedBy(access, deps)] }).readOnly;
  const ask = async (walk: XWalk, options: Readonly<Record<string, string | number>>): Promise<XPage> => {
    const page =
      walk.kind === 'search'
        ? await v2.search(walk.query, { ...fields, ...options, sort_order: 'recency' })
        : await v2.userMentionTimeline(walk.userId, { ...fields, ...options });
    return { body: page.data, rateLimit: page.rateLimit };
  };
  return {
    fetchPage: (walk, params, maxResults) =>
      asSourceError(access.name, () => ask(walk, { ...params, max_results: maxResults })),
  };
};

/** The library's own transport knows one https address only; ours brings deadline, guard and base URL. */
const carriedBy = (access: XAccess, deps: SourceDeps): ITwitterApiClientPlugin => ({
  onBeforeRequestConfig: async ({ params }) => {
    const response = await deps.fetch(addressOf(access.baseUrl, params), {
      headers: { authorization: `Bearer ${access.bearerToken}`, accept: 'application/json' },
      signal: deps.signal,
    });
    const body = await response.text();
    const { status, headers } = response;
    if (!response.ok) throw refusalError(access.name, { status, headers, body }, deps.clock.now());
    const rateLimit = rateLimitOf(headers);
    return {
      data: parseBody(access.name, body),
      headers: Object.fromEntries(headers),
      ...(rateLimit === undefined ? {} : { rateLimit }),
    };
  },
});

interface Requested {
  readonly url: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
}

const addressOf = (baseUrl: string, { url, params = {}, query = {} }: Requested): URL => {
  const path = new URL(url).pathname.replaceAll(/:(\w+)/g, (_, key: string) =>
    encodeURIComponent(String(params[key])),
  );
  const address = new URL(baseUrl.replace(/\/+$/, '') + path);
  for (const [key, value] of Object.entries(query)) {
    if (value !== undefined) address.searchParams.set(key, String(value));
  }
  return address;
};

const rateLimitOf = (headers: Headers): TwitterRateLimit | undefined => {
  const remaining = secondsOf(headers.get('x-rate-limit-remaining'));
  const reset = secondsOf(headers.get('x-rate-limit-reset'));
  const limit = secondsOf(headers.get('x-rate-limit-limit')) ?? 0;
  return remaining === undefined || reset === undefined ? undefined : { limit, remaining, reset };
};

const parseBody = (name: string, body: string): unknown => {
  try {
    return JSON.parse(body);
  } catch (cause) {
    throw new SourceError('transient', `X sent source ${name} an answer that is cut off or not JSON.`, {
      cause,
    });
  }
};

const asSourceError = async <T>(name: string, call: () => Promise<T>): Promise<T> => {
  try {
    return await call();
  } catch (cause) {
    if (cause instanceof SourceError || cause instanceof XInvalidRequest) throw cause;
    throw new SourceError('transient', `X could not be reached for source ${name}: ${reasonOf(cause)}.`, {
      cause,
    });
  }
};

const reasonOf = (cause: unknown): string =>
  cause instanceof Error ? cause.message.replace(/\.$/, '') : 'unknown reason';
