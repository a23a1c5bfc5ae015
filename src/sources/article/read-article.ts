import { followRedirects, toldBy } from '../../lib/follow-redirects.ts';
import { parseUrl } from '../../lib/parse-url.ts';
import { SafeFetchError } from '../../lib/safe-fetch.ts';
import { decodeBytes } from '../feed/reading/decode-bytes.ts';
import type { SourceDeps } from '../source.ts';
import { type Article, extractArticle } from './extract-article.ts';
import { headersReserve, nothingReserved, pageReserves, parseTdmFile, type TdmFile } from './reservation.ts';
import { everythingAllowed, nothingAllowed, parseRobots, type Robots } from './robots.ts';

/** `refused`: its owner does not want it read by programs; `unread`: there was nothing that could be read. */
export type ArticleAnswer =
  | { readonly kind: 'article'; readonly article: Article; readonly url: string }
  | { readonly kind: 'refused' | 'unread' };

export interface ArticleReader {
  /** `foundIn`: the document that named the address. Throws nothing. */
  read(url: string, foundIn: string, deps: SourceDeps): Promise<ArticleAnswer>;
}

/** An article that takes longer costs its feed's other entries too much. */
const DEADLINE_MS = 10_000;
const MAX_REDIRECTS = 3;
/** RFC 9309 2.4: what a site allows is asked again after a day. */
const RULES_MS = 24 * 3_600_000;
const MOST_SITES = 200;

interface SiteRules {
  readonly robots: Robots;
  readonly tdm: TdmFile;
  readonly askedAt: number;
}

/** Reads articles where their sites allow it, and remembers for a day what each site allows. */
export const createArticleReader = (): ArticleReader => {
  const sites = new Map<string, SiteRules>();
  const rulesOf = async (url: URL, foundIn: string, deps: SourceDeps): Promise<SiteRules> => {
    const now = deps.clock.now().getTime();
    const known = sites.get(url.origin);
    if (known !== undefined && now - known.askedAt < RULES_MS) return known;
    const rules = { ...(await askRules(url.origin, foundIn, deps)), askedAt: now };
    if (sites.size >= MOST_SITES) sites.delete(sites.keys().next().value ?? '');
    sites.set(url.origin, rules);
    return rules;
  };
  return {
    read: async (address, foundIn, deps) => {
      const followed = await followRedirects<Response | 'refused' | null>(address, {
        maxRedirects: MAX_REDIRECTS,
        ask: async ({ url: at }) => {
          const url = parseUrl(at);
          if (url === null || !/^https?:$/.test(url.protocol)) return null;
          const path = `${url.pathname}${url.search}`;
          const { robots, tdm } = await rulesOf(url, foundIn, deps);
          return robots.allows(path) && !tdm.reserves(path) ? ask(at, foundIn, deps) : 'refused';
        },
        told: (answer) => (answer instanceof Response ? toldBy(answer) : nothingTold),
      });
      if (followed.kind !== 'answered' || followed.answer === null) return { kind: 'unread' };
      return followed.answer === 'refused' ? { kind: 'refused' } : answerOf(followed.answer, followed.at);
    },
  };
};

const nothingTold = { status: 0, location: null };

const askRules = async (
  origin: string,
  foundIn: string,
  deps: SourceDeps,
): Promise<Omit<SiteRules, 'askedAt'>> => {
  const [robots, tdm] = [
    await ask(`${origin}/robots.txt`, foundIn, deps, 'follow'),
    await ask(`${origin}/.well-known/tdmrep.json`, foundIn, deps, 'follow'),
  ];
  return {
    robots: robots === null ? nothingAllowed : await robotsOf(robots),
    tdm: tdm?.ok === true ? parseTdmFile(await tdm.text()) : nothingReserved,
  };
};

/** RFC 9309 2.3.1: what is not there allows everything; a server in trouble allows nothing. */
const robotsOf = async (response: Response): Promise<Robots> => {
  if (response.ok) return parseRobots(await response.text());
  return response.status >= 400 && response.status < 500 && response.status !== 429
    ? everythingAllowed
    : nothingAllowed;
};

const ask = async (
  url: string,
  referrer: string,
  deps: SourceDeps,
  redirect: 'manual' | 'follow' = 'manual',
): Promise<Response | null> => {
  const signal = AbortSignal.any([deps.signal, AbortSignal.timeout(DEADLINE_MS)]);
  try {
    return await deps.fetch(url, { redirect, referrer, signal, headers: { accept: 'text/html, */*;q=0.5' } });
  } catch (error) {
    if (error instanceof SafeFetchError || error instanceof Error) return null;
    throw error;
  }
};

const answerOf = async (response: Response, url: string): Promise<ArticleAnswer> => {
  const type = response.headers.get('content-type') ?? 'text/html';
  if (!response.ok || !/html/i.test(type)) return { kind: 'unread' };
  const html = decodeBytes(new Uint8Array(await response.arrayBuffer()), type);
  if (headersReserve(response.headers) || pageReserves(html)) return { kind: 'refused' };
  const article = extractArticle(html);
  return article === null ? { kind: 'unread' } : { kind: 'article', article, url };
};
