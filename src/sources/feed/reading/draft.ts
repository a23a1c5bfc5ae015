import { decodeHTML } from 'entities';
import { htmlToText, oneLine, plainText, webLink } from '../../html-text.ts';
import { parseFeedDate } from './parse-date.ts';

/** A text as its feed delivered it. */
export interface Markup {
  readonly value: string;
  readonly isHtml: boolean;
}

/** An item between the library that read it and the form that leaves: still marked up, dates still as written. */
export interface DraftItem {
  readonly id?: string | undefined;
  readonly title?: Markup | undefined;
  readonly link?: string | undefined;
  readonly summary?: Markup | undefined;
  readonly content?: Markup | undefined;
  readonly author?: string | undefined;
  readonly published?: string | undefined;
  readonly updated?: string | undefined;
  readonly tags: readonly string[];
  readonly language?: string | undefined;
  readonly commentFeed?: string | undefined;
  readonly commentCount?: number | undefined;
  readonly inReplyTo?: string | undefined;
}

export interface DraftFeed {
  /** The document ends before its root does. */
  readonly isCut?: boolean;
  readonly title?: Markup | undefined;
  readonly link?: string | undefined;
  readonly language?: string | undefined;
  readonly ttlMinutes?: number | undefined;
  readonly skipHours?: readonly number[] | undefined;
  /** WebSub: who tells of new entries, and the address under which the feed is told of. */
  readonly hub?: string | undefined;
  readonly self?: string | undefined;
  readonly items: readonly DraftItem[];
}

export interface FeedItem {
  readonly id?: string;
  readonly title?: string;
  readonly link?: string;
  readonly summary?: string;
  readonly content?: string;
  readonly author?: string;
  /** ISO 8601 UTC. */
  readonly published?: string;
  /** ISO 8601 UTC. */
  readonly updated?: string;
  readonly tags?: readonly string[];
}

/** What the walk needs beside the fields that people see. */
export interface ItemExtras {
  readonly links: readonly string[];
  readonly hasImage: boolean;
  readonly language?: string;
  readonly commentFeed?: string;
  readonly commentCount?: number;
  readonly inReplyTo?: string;
}

export interface ReadItem {
  readonly fields: FeedItem;
  readonly extras: ItemExtras;
}

export const html = (value: string | undefined): Markup | undefined =>
  value === undefined ? undefined : { value, isHtml: true };

/** Plain text, absolute links, UTC dates; a field that is empty then is left out. */
export const finishItem = (draft: DraftItem, base: string): ReadItem => {
  const isReply = draft.inReplyTo !== undefined;
  const summary = toText(draft.summary, base, isReply);
  const content = toText(draft.content, base, isReply);
  const body = content ?? summary;
  const fields = {
    id: given(draft.id, (id) => plainText(oneLine(id))),
    title: titleText(draft.title),
    link: given(draft.link, (link) => webLink(link, base)),
    // A person who reads the summary of an item that has only content is shown that.
    summary: (summary ?? content)?.text,
    content: content?.text,
    author: titleText(html(draft.author)),
    published: given(draft.published, parseFeedDate),
    updated: given(draft.updated, parseFeedDate),
    tags: tagTexts(draft.tags),
  };
  const extras = {
    links: body?.links ?? [],
    hasImage: [content, summary].some((text) => text?.hasImage === true),
    language: languageTag(draft.language),
    commentFeed: given(draft.commentFeed, (link) => webLink(link, base)),
    commentCount: draft.commentCount,
    inReplyTo: draft.inReplyTo,
  };
  return { fields: withoutEmpty(fields), extras: withoutEmpty(extras) };
};

/** The first tag of what may be a list; anything else that stands there is no language. */
export const languageTag = (written: string | undefined): string | undefined =>
  /^\s*([a-z]{1,8}(?:[-_][a-z\d]{1,8})*)\s*(?:[,;]|$)/i.exec(written ?? '')?.[1];

const given = <T, R>(value: T | undefined, use: (value: T) => R): R | undefined =>
  value === undefined ? undefined : use(value);

export const titleText = (title: Markup | undefined): string | undefined => {
  if (title === undefined) return undefined;
  return oneLine(
    title.isHtml && isMarked(title.value) ? htmlToText(title.value).text : plainText(title.value),
  );
};

const toText = (
  markup: Markup | undefined,
  base: string,
  isReply: boolean,
): ReturnType<typeof htmlToText> | undefined => {
  if (markup === undefined) return undefined;
  const text =
    markup.isHtml && isMarked(markup.value)
      ? htmlToText(markup.value, base, isReply)
      : { text: plainText(markup.isHtml ? oneLine(markup.value) : markup.value), links: [], hasImage: false };
  return text.text === '' && !text.hasImage ? undefined : text;
};

/** HTML without a tag or an entity is text whose line breaks say nothing. */
const isMarked = (value: string): boolean => value.includes('<') || value.includes('&');

const tagTexts = (tags: readonly string[]): string[] | undefined => {
  const texts = new Set(tags.map((tag) => oneLine(plainText(decodeHTML(tag)))).filter((tag) => tag !== ''));
  return texts.size === 0 ? undefined : [...texts];
};

type Present<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

export const withoutEmpty = <T extends object>(value: T): Present<T> => {
  const entries = Object.entries(value).filter(([, field]) => field !== undefined && field !== '');
  return Object.fromEntries(entries) as Present<T>;
};
