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

/** What a page of a search is asked with. */
export interface PageAsk {
  readonly params: Readonly<Record<string, string>>;
  readonly maxResults: number;
  /** False: only posts that were asked for, and their authors. */
  readonly withReferences?: boolean;
}

/** Everything throws SourceError, or XInvalidRequest when the platform did not take the parameters. */
export interface XClient {
  fetchPage(walk: XWalk, ask: PageAsk): Promise<XPage>;
  /** How many posts a search would find, by hour; since when: ISO 8601. */
  countPosts(query: string, startTime: string): Promise<unknown>;
  /** `bare`: whether they stand and which versions they have; else all that a search tells of them. */
  lookUp(ids: readonly string[], depth: 'bare' | 'whole'): Promise<XPage>;
  readRules(): Promise<unknown>;
  addRules(rules: readonly { readonly value: string; readonly tag: string }[]): Promise<unknown>;
  deleteRules(ids: readonly string[]): Promise<unknown>;
}

/**
 * The older spelling, which the platform takes (facts/sources.md 1); answers are read in both. Nothing of a profile is
 * asked for but its handle and its numbers, and no user is ever looked up.
 */
const fields = {
  'tweet.fields':
    'attachments,author_id,conversation_id,created_at,edit_history_tweet_ids,entities,lang,note_tweet,public_metrics,referenced_tweets',
  'user.fields': 'public_metrics,username,verified',
  expansions: 'author_id',
} satisfies Partial<Tweetv2FieldsParams>;

/** The referenced posts tell which edit chain a parent belongs to, and a repost's whole text. */
const withReferences = { ...fields, expansions: 'author_id,referenced_tweets.id' } satisfies typeof fields;

export const createXClient = (access: XAccess, deps: SourceDeps): XClient => {
  const { v2 } = new TwitterApi(access.bearerToken, { plugins: [carriedBy(access, deps)] }).readOnly;
  const guarded = <T>(call: () => Promise<T>): Promise<T> => asSourceError(access.name, call);
  return {
    fetchPage: (walk, ask) =>
      guarded(async () => {
        const told = ask.withReferences === false ? fields : withReferences;
        const options = { ...told, ...ask.params, max_results: ask.maxResults };
        const page =
          walk.kind === 'search'
            ? await v2.search(walk.query, { ...options, sort_order: 'recency' })
            : await v2.userMentionTimeline(walk.userId, options);
        return { body: page.data, rateLimit: page.rateLimit };
      }),
    countPosts: (query, startTime) =>
      guarded(() => v2.tweetCountRecent(query, { granularity: 'hour', start_time: startTime })),
    lookUp: (ids, depth) =>
      guarded(async () => {
        const bare = { 'tweet.fields': 'edit_history_tweet_ids' } as const;
        const { data, rateLimit } = await v2.get(
          'tweets',
          lookUpParams(ids, depth === 'bare' ? bare : fields),
          {
            fullResponse: true,
          },
        );
        return { body: data, rateLimit };
      }),
    readRules: () => guarded(() => v2.streamRules()),
    addRules: (rules) => guarded(() => v2.updateStreamRules({ add: [...rules] })),
    deleteRules: (ids) => guarded(() => v2.updateStreamRules({ delete: { ids: [...ids] } })),
  };
};

const lookUpParams = (ids: readonly string[], told: Readonly<Record<string, string>>) => ({
  ids: ids.join(','),
  ...told,
});

/** Where the filtered stream is opened: the library's own stream breaks characters that lie across two chunks. */
export const streamAddress = (access: XAccess): string => {
  const url = `https://api.x.com/2/tweets/search/stream`;
  return addressOf(access.baseUrl, { url, query: withReferences }).href;
};

/** The library's own transport knows one https address only; ours brings deadline, guard and base URL. */
const carriedBy = (access: XAccess, deps: SourceDeps): ITwitterApiClientPlugin => ({
  onBeforeRequestConfig: async ({ params }) => {
    const response = await deps.fetch(addressOf(access.baseUrl, params), {
      ...bodyOf(params),
      headers: headersOf(access, params.body !== undefined),
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

const bodyOf = ({ method, body }: { readonly method: string; readonly body?: unknown }) =>
  body === undefined ? {} : { method, body: JSON.stringify(body) };

const headersOf = ({ bearerToken }: XAccess, hasBody: boolean): Record<string, string> => ({
  authorization: `Bearer ${bearerToken}`,
  accept: 'application/json',
  ...(hasBody ? { 'content-type': 'application/json' } : {}),
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
