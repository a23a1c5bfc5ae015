import type { RawMention } from '../../domain/raw-mention.ts';
import { oneLine } from '../html-text.ts';
import { type FreshItem, shortHash } from './feed-cursor.ts';
import { unwrapAddress } from './unwrap.ts';

/** Where an entry stands: an article of its own, or a comment under one. */
export interface Standing {
  readonly feedUrl: string;
  /** Native id of the article that the entry comments on; null: the entry says it itself. */
  readonly article?: string | null;
  readonly feedLanguage?: string;
  readonly now: Date;
}

export const toMention = ({ item, nativeId, revision }: FreshItem, standing: Standing): RawMention => {
  const { fields, extras } = item;
  const language = extras.language ?? standing.feedLanguage;
  const publishedAt = fields.published ?? fields.updated;
  const article = standing.article === null ? articleOf(item, nativeId) : standing.article;
  return {
    kind: 'mention',
    nativeId,
    revision,
    ...authorOf(fields.author, standing.feedUrl),
    thread: article ?? nativeId,
    ...(article === undefined ? {} : { parent: article }),
    text: article === undefined ? articleText(item) : bodyOf(item),
    ...(language === undefined ? {} : { language }),
    ...(fields.link === undefined ? {} : { url: unwrapAddress(fields.link) }),
    links: extras.links.map(unwrapAddress),
    hasImage: extras.hasImage,
    ...(publishedAt === undefined ? {} : { publishedAt: notAfter(publishedAt, standing.now) }),
  };
};

/** The full text where the feed has it; some put the teaser into `content` and the text into `summary`. */
const bodyOf = ({ fields }: FreshItem['item']): string => {
  const { summary = '', content = '', title = '' } = fields;
  return (content.length >= summary.length ? content : summary) || title;
};

/**
 * What an entry of a site's feed of comments answers: what it says (RFC 4685), else its own id or link without the
 * fragment, which is how WordPress names the comment of an article (`https://site.example/?p=12#comment-345`).
 */
const articleOf = ({ fields, extras }: FreshItem['item'], nativeId: string): string => {
  if (extras.inReplyTo !== undefined) return extras.inReplyTo;
  const named = /^https?:\/\/[^#]+#/i.test(nativeId) ? nativeId : (fields.link ?? nativeId);
  return named.replace(/#.*$/s, '');
};

export const articleText = (item: FreshItem['item']): string => {
  const body = bodyOf(item);
  const { title } = item.fields;
  return title === undefined || oneLine(body).startsWith(title) ? body : `${title}\n\n${body}`;
};

/**
 * A name is one person's only on its own site, so the id carries the host. Mail addresses stay out: where there is no
 * name, a hash of the address tells two authors apart.
 */
const authorOf = (
  written: string | undefined,
  feedUrl: string,
): Pick<RawMention, 'author' | 'authorHandle'> => {
  if (written === undefined) return {};
  const name = oneLine(written.replace(MAIL, '').replace(/[()<>[\]]/g, ' '));
  const host = new URL(feedUrl).hostname;
  if (name === '') return { author: `${shortHash(written.toLowerCase())}@${host}` };
  return { author: `${name}@${host}`, authorHandle: name };
};
const MAIL = /[^\s@()<>[\]]+@[^\s@()<>[\]]+/g;

/** Feeds announce posts for tomorrow; nothing was published after it was read. */
const notAfter = (iso: string, now: Date): string =>
  Date.parse(iso) > now.getTime() ? now.toISOString() : iso;
