import { decodeXML } from 'entities';
import type { RawDeletion, RawMention } from '../../domain/raw-mention.ts';
import { type RedditThing, redditThing, thingsIn } from './thing.ts';

/** What one answer of Reddit says, whatever it is: nothing here throws. */
export interface RedditMapped {
  readonly events: readonly (RawMention | RawDeletion)[];
  readonly refused: readonly string[];
}

export const mapRedditAnswer = (json: unknown): RedditMapped => {
  const found = thingsIn(json);
  const isEscaped = found.some(isEscapedThing);
  const events: (RawMention | RawDeletion)[] = [];
  const refused: string[] = [];
  for (const [index, one] of found.entries()) {
    const parsed = redditThing.safeParse(one);
    const event = parsed.success ? mapThing(parsed.data, isEscaped) : null;
    if (event === null) refused.push(`thing ${index + 1} has no name or no text`);
    else events.push(event);
  }
  return { events, refused };
};

/** Unless it is asked with raw_json=1, Reddit escapes `&`, `<` and `>` in everything, its own HTML included. */
const isEscapedThing = ({ body_html: body, selftext_html: selftext }: Readonly<Record<string, unknown>>) =>
  [body, selftext].some((html) => typeof html === 'string' && html.startsWith('&lt;'));

const mapThing = (thing: RedditThing, isEscaped: boolean): RawMention | RawDeletion | null => {
  if (isGone(thing)) return { kind: 'deletion', nativeId: thing.name };
  const written = textOf(thing);
  if (written === '') return null;
  const text = isEscaped ? decodeXML(written) : written;
  const links = linksOf(thing, text);
  const parent = thing.name.startsWith('t1_') ? thing.parent_id : undefined;
  const publishedAt = timeOf(thing);
  const repostOf = repostOfThing(thing);
  return {
    kind: 'mention',
    nativeId: thing.name,
    revision: revisionOf(thing),
    ...authorOf(thing),
    thread: threadOf(thing),
    ...(parent === undefined ? {} : { parent }),
    ...(repostOf === undefined ? {} : { repostOf }),
    text,
    url: urlOf(thing),
    links,
    hasImage: hasImage(thing),
    ...(publishedAt === undefined ? {} : { publishedAt }),
    counts: countsOf(thing),
  };
};

const marks = new Set(['[deleted]', '[removed]', '[ Removed by Reddit ]', '[deleted by user]']);

/** Taken back by its author or by others: nobody may read it any more, so we may not keep it. */
const isGone = ({ body, selftext, title, removed_by_category: removedBy }: RedditThing): boolean =>
  [body, selftext, title].some((words) => words !== undefined && marks.has(words.trim())) ||
  removedBy !== undefined;

const textOf = ({ title, selftext, body }: RedditThing): string =>
  [title, selftext, body].flatMap((part) => part?.trim() || []).join('\n\n');

/** An account that is gone leaves its comments behind, without a name. Nobody has it then, and nobody shares it. */
const authorOf = ({
  author,
  author_fullname: id,
}: RedditThing): Pick<RawMention, 'author' | 'authorHandle'> => {
  if (author === undefined || marks.has(author)) return {};
  return { author: id ?? author, authorHandle: author.toLowerCase() };
};

const threadOf = ({ name, link_id: link }: RedditThing): string => link ?? name;

/** Without community and author: an address must not carry a handle (DESIGN.md 3). */
const urlOf = ({ name, link_id: link }: RedditThing): string => {
  const id = name.slice(3);
  return name.startsWith('t1_') && link !== undefined
    ? `https://www.reddit.com/comments/${link.slice(3)}/_/${id}/`
    : `https://www.reddit.com/comments/${id}/`;
};

/** What a post shares and what its words name; never an address of Reddit's own, which may carry a handle. */
const linksOf = ({ is_self: isSelf, url }: RedditThing, text: string): readonly string[] => {
  const shared = isSelf === false && url !== undefined && /^https?:\/\//.test(url) ? [url] : [];
  const named = text.match(/https?:\/\/[^\s<>"()[\]]+/gi) ?? [];
  const all = [...shared, ...named.map((link) => link.replace(/[.,;:!?'…]+$/u, ''))];
  return [...new Set(all)].filter((link) => !ownAddress.test(link)).slice(0, 50);
};

const ownAddress = /^https?:\/\/(?:[\w-]+\.)?(?:reddit\.com|redd\.it)(?:\/|$)/i;

/** Shared under another title it has words of its own, and is a post like any other. */
const repostOfThing = (thing: RedditThing): string | undefined =>
  thing.crosspost_parent_list?.[0]?.title === thing.title ? thing.crosspost_parent : undefined;

/** Later edits are later seconds. */
const revisionOf = ({ edited }: RedditThing): number => {
  if (typeof edited === 'number' && edited > 0 && edited < 2_147_483_648) return Math.floor(edited);
  return edited === true ? 1 : 0;
};

const hasImage = (thing: RedditThing): boolean =>
  thing.is_video === true ||
  thing.is_gallery === true ||
  thing.post_hint === 'image' ||
  (typeof thing.media_metadata === 'object' && thing.media_metadata !== null);

const timeOf = ({ created_utc: seconds }: RedditThing): string | undefined =>
  seconds === undefined || seconds > 7_258_118_400 ? undefined : new Date(seconds * 1_000).toISOString();

/** Sealed unread. */
const countsOf = ({ ups, num_comments: replies }: RedditThing): Readonly<Record<string, number>> => ({
  ...(ups === undefined ? {} : { likes: ups }),
  ...(replies === undefined ? {} : { replies }),
});
