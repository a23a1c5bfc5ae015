import { z } from 'zod';
import { parseUrl } from '../../lib/parse-url.ts';
import { askJson, missingError } from '../ask-json.ts';
import { type SourceDeps, SourceError } from '../source.ts';
import { linkParam, resetMs, restMs } from './limits.ts';
import { hostOf, type MastodonWalk, PAGE_SIZE, type WalkedPage } from './walk.ts';

export interface Instance {
  readonly url: string;
  readonly token: string | null;
}

export interface StatusPage {
  readonly entries: readonly unknown[];
  readonly link: Pick<WalkedPage, 'minId' | 'maxId'>;
  /** Nothing may be asked for so long. */
  readonly restMs: number | undefined;
}

/** What an instance lets us read, as it says itself (since 4.5). */
export interface Access {
  readonly tags: 'all' | 'own' | 'none';
  readonly streaming: string | null;
}

export interface Thread {
  readonly entries: readonly unknown[];
  /** As many replies as are shown without a token: there may be more. */
  readonly isCut: boolean;
}

export interface MastodonClient {
  readAccess(): Promise<Access>;
  fetchPage(walk: MastodonWalk, params: Readonly<Record<string, string>>): Promise<StatusPage>;
  /** One status again: its newest state, or null when it is gone. */
  fetchStatus(localId: string): Promise<unknown>;
  /** What a status answers, and all that answers it: parents stand before their replies. */
  fetchThread(localId: string): Promise<Thread>;
}

export const createMastodonClient = (
  source: string,
  instance: Instance,
  deps: SourceDeps,
): MastodonClient => {
  const headers: Record<string, string> =
    instance.token === null ? {} : { authorization: `Bearer ${instance.token}` };
  const asked = { source, headers, resetMs };
  const ask = (path: string, params: Readonly<Record<string, string>> = {}) => {
    const url = new URL(instance.url.replace(/\/+$/, '') + path);
    for (const [key, value] of Object.entries(params)) url.searchParams.set(key, value);
    return { url, answer: askJson(url, asked, deps) };
  };
  return {
    readAccess: async () => {
      const answer = await ask('/api/v2/instance').answer;
      return accessOf(answer.kind === 'read' ? answer.body : null, instance.token !== null);
    },
    fetchPage: async (walk, params) => {
      const { url, answer } = ask(pathOf(walk), { ...paramsOf(walk), ...params });
      const told = await answer;
      if (told.kind === 'missing') throw missingError(url, asked, told.status);
      return pageOf(walk, told.body, told.headers, deps.clock.now());
    },
    fetchStatus: async (localId) => {
      const answer = await ask(`/api/v1/statuses/${encodeURIComponent(localId)}`).answer;
      return answer.kind === 'missing' ? null : answer.body;
    },
    fetchThread: async (localId) => {
      const answer = await ask(`/api/v1/statuses/${encodeURIComponent(localId)}/context`).answer;
      const parsed = thread.safeParse(answer.kind === 'missing' ? null : answer.body);
      if (!parsed.success) return { entries: [], isCut: false };
      const { ancestors, descendants } = parsed.data;
      const isCut = instance.token === null && descendants.length >= OPEN_REPLIES;
      return { entries: [...ancestors, ...descendants], isCut };
    },
  };
};

/** Shown of a thread to whoever has no token; 4,096 else. */
export const OPEN_REPLIES = 60;

const pathOf = ({ kind, words }: MastodonWalk): string =>
  kind === 'tag' ? `/api/v1/timelines/tag/${encodeURIComponent(words)}` : '/api/v2/search';

const paramsOf = ({ kind, words }: MastodonWalk): Readonly<Record<string, string>> => ({
  limit: String(PAGE_SIZE),
  ...(kind === 'tag' ? {} : { type: 'statuses', q: `"${words.replaceAll('"', ' ')}"` }),
});

const list = z.array(z.unknown());
const thread = z.object({ ancestors: list, descendants: list });
const found = z.object({ statuses: list });

const pageOf = (walk: MastodonWalk, body: unknown, headers: Headers, now: Date): StatusPage => {
  const parsed =
    walk.kind === 'tag' ? list.safeParse(body) : found.transform((all) => all.statuses).safeParse(body);
  if (!parsed.success)
    throw new SourceError(
      'transient',
      `${hostOf(walk.instance)} sent an answer about ${walk.words} that is no list of posts.`,
    );
  const link = headers.get('link');
  return {
    entries: parsed.data,
    link: { minId: linkParam(link, 'prev', 'min_id'), maxId: linkParam(link, 'next', 'max_id') },
    restMs: restMs(headers, now),
  };
};

const feed = z.enum(['public', 'authenticated', 'disabled']).optional().catch(undefined);
const described = z.object({
  configuration: z
    .object({
      urls: z
        .object({ streaming: z.string().optional().catch(undefined) })
        .optional()
        .catch(undefined),
      timelines_access: z
        .object({ hashtag_feeds: z.object({ local: feed, remote: feed }).optional().catch(undefined) })
        .optional()
        .catch(undefined),
    })
    .optional()
    .catch(undefined),
});

const accessOf = (body: unknown, hasToken: boolean): Access => {
  const parsed = described.safeParse(body);
  const { urls, timelines_access } = (parsed.success ? parsed.data.configuration : undefined) ?? {};
  const isOpen = (told: z.infer<typeof feed>): boolean =>
    told === undefined || told === 'public' || (told === 'authenticated' && hasToken);
  const { local, remote } = timelines_access?.hashtag_feeds ?? {};
  return {
    tags: isOpen(remote) ? (isOpen(local) ? 'all' : 'none') : isOpen(local) ? 'own' : 'none',
    streaming: streamingUrl(urls?.streaming),
  };
};

const streamingUrl = (told: string | undefined): string | null => {
  if (told === undefined || parseUrl(told) === null) return null;
  const url = told.replace(/^ws(?=s?:)/i, 'http').replace(/\/+$/, '');
  return /^https?:/.test(url) ? url : null;
};
