import { createHash } from 'node:crypto';
import type { RawMention } from '../domain/raw-mention.ts';
import { parseUrl } from '../lib/parse-url.ts';
import { originOf, SafeFetchError } from '../lib/safe-fetch.ts';
import { excerptOf } from './article/excerpt.ts';
import { decodeBytes } from './feed/reading/decode-bytes.ts';
import { parseFeedDate } from './feed/reading/parse-date.ts';
import { scanTags } from './html-tags.ts';
import { webLink } from './html-text.ts';
import { readEntry } from './webmention/read-entry.ts';

export interface Link {
  readonly page: string;
  readonly target: string;
}

export interface MentionReading {
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly now: Date;
  /** What of a page concerns a brand. */
  readonly isWatched: (text: string) => boolean;
}

/** `missing`: there is no such page, or no such link on it; `later`: asking again can help. */
export type Verified =
  | { readonly kind: 'linked'; readonly mention: Omit<RawMention, 'revision'>; readonly content: string }
  | { readonly kind: 'missing' | 'later' | 'refused'; readonly reason: string };

const DEADLINE_MS = 20_000;

/**
 * Fetches the page that is said to link to the target, and reads it if it does (W3C Webmention 3.2.2). Its address is a
 * stranger's: nothing that `network.allow` opens is open to it. Throws nothing of the network.
 */
export const verifyLink = async (link: Link, reading: MentionReading): Promise<Verified> => {
  const response = await ask(link.page, reading);
  if (!(response instanceof Response)) return response;
  const place = originOf(link.page);
  if (response.status === 410)
    return { kind: 'missing', reason: `${place} says that the page is gone (status 410)` };
  if (!response.ok) return refusalOf(response.status, place);
  const type = response.headers.get('content-type') ?? 'text/html';
  const text = decodeBytes(new Uint8Array(await response.arrayBuffer()), type);
  if (!/html|^text\/plain|json/i.test(type))
    return { kind: 'refused', reason: `${place} answered with something that is no page` };
  const isHtml = /html/i.test(type);
  if (!(isHtml ? linksTo(text, link) : text.includes(link.target)))
    return { kind: 'missing', reason: `the page of ${place} does not link to the target` };
  return isHtml ? mentionOf(link, text, reading) : plainMention(link, text);
};

const ask = async (page: string, { fetch, signal }: MentionReading): Promise<Response | Verified> => {
  const within = AbortSignal.any([signal, AbortSignal.timeout(DEADLINE_MS)]);
  const headers = { accept: 'text/html, application/xhtml+xml;q=0.9, */*;q=0.5' };
  try {
    return await fetch(page, { headers, referrer: 'about:client', signal: within });
  } catch (error) {
    if (signal.aborted) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    const isForbidden = error instanceof SafeFetchError && /forbidden|malformed/.test(error.refusal);
    return { kind: isForbidden ? 'refused' : 'later', reason };
  }
};

const refusalOf = (status: number, place: string): Verified => {
  const isBusy = status === 429 || status === 408 || status >= 500 || status === 404;
  return { kind: isBusy ? 'later' : 'refused', reason: `${place} answered with status ${status}` };
};

/** In any attribute that can hold a link; the fragment counts where the target has one. */
const linksTo = (html: string, { page, target }: Link): boolean => {
  let base = page;
  let isLinked = false;
  scanTags(html, (name, attributes) => {
    if (name === 'base') base = webLink(attributes.href ?? '', page) ?? base;
    for (const key of ['href', 'src', 'cite', 'data']) {
      const written = attributes[key];
      if (!isLinked && written !== undefined) isLinked = isSame(written, base, target);
    }
  });
  return isLinked;
};

const isSame = (written: string, base: string, target: string): boolean => {
  return parseUrl(written.trim(), base)?.href === new URL(target).href;
};

const mentionOf = (link: Link, html: string, { isWatched, now }: MentionReading): Verified => {
  const entry = readEntry(html, link.page);
  if (entry === null)
    return { kind: 'refused', reason: `the page of ${originOf(link.page)} holds no text that can be read` };
  const { title, author, language, links, hasImage } = entry;
  const excerpt = excerptOf(entry.paragraphs, isWatched);
  const text = title === undefined || excerpt.startsWith(title) ? excerpt : `${title}\n\n${excerpt}`;
  const told = entry.published === undefined ? undefined : parseFeedDate(entry.published);
  // Nothing was published after it was read.
  const publishedAt = told !== undefined && Date.parse(told) > now.getTime() ? now.toISOString() : told;
  const host = new URL(link.page).hostname;
  return linked({
    kind: 'mention',
    nativeId: link.page,
    thread: link.page,
    text,
    url: link.page,
    links,
    hasImage,
    ...(author === undefined ? {} : { author: `${author}@${host}`, authorHandle: author }),
    ...(language === undefined ? {} : { language }),
    ...(publishedAt === undefined ? {} : { publishedAt }),
  });
};

const plainMention = (link: Link, text: string): Verified => {
  const { page } = link;
  return linked({ kind: 'mention', nativeId: page, thread: page, text: text.slice(0, 4_000), url: page });
};

const linked = (mention: Omit<RawMention, 'revision'>): Verified => ({
  kind: 'linked',
  mention,
  content: createHash('sha256').update(mention.text).digest('base64url').slice(0, 22),
});
