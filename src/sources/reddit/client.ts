import { z } from 'zod';
import type { SourceQuota } from '../../domain/source-quota.ts';
import { type Asked, askJson, type JsonAnswer, type Refused } from '../ask-json.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { ClosedError } from '../walk-places.ts';
import { quotaOf, resetMs, restMs } from './limits.ts';
import type { RedditWalk } from './walk.ts';

export interface RedditAccess {
  readonly name: string;
  readonly baseUrl: string;
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Who asks, as Reddit's rules want it told. */
  readonly userAgent: string;
}

/** The token of an app lives as long as the process: it is a secret, and no part of a cursor. */
export interface TokenHolder {
  token: string | null;
  expiresAtMs: number;
}

export interface RedditAnswer {
  readonly body: unknown;
  readonly quota: SourceQuota | undefined;
  /** Nothing may be asked for so long. */
  readonly restMs: number | undefined;
}

export interface RedditClient {
  fetchPage(walk: RedditWalk, after: string | null): Promise<RedditAnswer>;
  /** Posts and comments by their names, at most 100. */
  fetchThings(names: readonly string[]): Promise<RedditAnswer>;
  /** A post and all comments under it that one answer holds. */
  fetchThread(name: string): Promise<RedditAnswer>;
}

class StaleTokenError extends Error {
  override readonly name = 'StaleTokenError';
}

export const createRedditClient = (
  access: RedditAccess,
  holder: TokenHolder,
  deps: SourceDeps,
): RedditClient => {
  const ask = async (path: string, params: Readonly<Record<string, string>>): Promise<RedditAnswer> => {
    const url = new URL(access.baseUrl + path);
    for (const [key, value] of Object.entries({ ...params, raw_json: '1' })) url.searchParams.set(key, value);
    const told = await withToken(access, holder, deps, (token) =>
      askJson(url, askedBy(access, `Bearer ${token}`), deps),
    );
    if (told.kind === 'missing') throw new ClosedError(`HTTP ${told.status}`);
    const { headers, body } = told;
    return { body, quota: quotaOf(headers, deps.clock.now()), restMs: restMs(headers) };
  };
  return {
    fetchPage: (walk, after) =>
      ask(pathOf(walk), { ...paramsOf(walk), limit: '100', ...(after === null ? {} : { after }) }),
    fetchThings: (names) => ask('/api/info', { id: names.join(',') }),
    fetchThread: (name) => ask(`/comments/${name.slice(3)}`, { limit: '500', sort: 'new' }),
  };
};

const pathOf = (walk: RedditWalk): string => {
  if (walk.kind === 'search') return '/search';
  return `/r/${encodeURIComponent(walk.subreddit)}/${walk.kind === 'posts' ? 'new' : 'comments'}`;
};

/** By time: every other order shows what is liked. */
const paramsOf = (walk: RedditWalk): Readonly<Record<string, string>> =>
  walk.kind === 'search' ? { q: walk.query, sort: 'new', type: 'link', t: 'all' } : {};

const askedBy = ({ name, userAgent }: RedditAccess, authorization: string): Asked => ({
  source: name,
  headers: { authorization, 'user-agent': userAgent },
  resetMs,
  explain: (refused) => explain(name, refused),
});

const closedReasons = new Set(['private', 'banned', 'quarantined', 'gold_only', 'gated']);

const explain = (name: string, { status, text }: Refused): Error | undefined => {
  if (status === 401) return new StaleTokenError('HTTP 401');
  if (status !== 403 && status !== 404) return undefined;
  const refusal = reasonOf(text);
  if (refusal === undefined) return undefined;
  if (status === 404 || closedReasons.has(refusal.reason)) return new ClosedError(`HTTP ${status}`);
  return new SourceError(
    'permanent',
    `Reddit refuses source ${name} (HTTP 403): its app needs Reddit's approval, see docs/sources/reddit.md.`,
  );
};

const refusalBody = z.object({ reason: z.string().catch('') });

/** undefined: no JSON, and so no word of the interface. */
const reasonOf = (text: string): { readonly reason: string } | undefined => {
  try {
    const parsed = refusalBody.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

/** Once more with a new token when the old one is not taken: it may have been revoked before its time. */
const withToken = async (
  access: RedditAccess,
  holder: TokenHolder,
  deps: SourceDeps,
  work: (token: string) => Promise<JsonAnswer>,
): Promise<JsonAnswer> => {
  for (let isSecond = false; ; isSecond = true) {
    const token = await tokenOf(access, holder, deps);
    try {
      return await work(token);
    } catch (error) {
      if (!(error instanceof StaleTokenError)) throw error;
      holder.token = null;
      if (isSecond) throw refusedApp(access, error);
    }
  }
};

const granted = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });
/** Before its end, so that no request meets it. */
const MARGIN_MS = 60_000;

const tokenOf = async (access: RedditAccess, holder: TokenHolder, deps: SourceDeps): Promise<string> => {
  const now = deps.clock.now().getTime();
  if (holder.token !== null && now < holder.expiresAtMs - MARGIN_MS) return holder.token;
  const { clientId, clientSecret, name, userAgent, tokenUrl } = access;
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`;
  const told = await askJson(
    new URL(tokenUrl),
    {
      source: name,
      headers: { authorization, 'user-agent': userAgent },
      form: { grant_type: 'client_credentials' },
      resetMs,
      explain: ({ status }) => (status === 401 || status === 400 ? refusedApp(access) : undefined),
    },
    deps,
  );
  const parsed = granted.safeParse(told.kind === 'read' ? told.body : null);
  if (!parsed.success)
    throw new SourceError('transient', `Reddit sent source ${name} an answer that holds no token.`);
  holder.token = parsed.data.access_token;
  holder.expiresAtMs = now + parsed.data.expires_in * 1000;
  return parsed.data.access_token;
};

const refusedApp = ({ name }: RedditAccess, cause?: unknown): SourceError =>
  new SourceError(
    'permanent',
    `Reddit does not take the app of source ${name}: check its client_id and client_secret, and that Reddit approved it.`,
    { cause },
  );
