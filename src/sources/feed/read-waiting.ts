import type { RawMention } from '../../domain/raw-mention.ts';
import { excerptOf } from '../article/excerpt.ts';
import type { ArticleReader } from '../article/read-article.ts';
import type { SourceDeps } from '../source.ts';
import type { FreshItem } from './feed-cursor.ts';
import { isExcerpt } from './is-excerpt.ts';
import { articleText, type Standing, toMention } from './map-item.ts';

/** How the articles behind a feed's excerpts are read. */
export interface Articles {
  readonly reader: ArticleReader;
  /** What of an article concerns a brand. */
  readonly isWatched: (text: string) => boolean;
}

/** Pages asked in one walk: a feed that empties its archive must not become a crawl. */
const MAX_PER_WALK = 20;
/** Older articles are history, for which no clock runs. */
const RECENT_MS = 2 * 86_400_000;

/** Those of the fresh entries whose pages are worth a visit, the oldest first. */
export const waitingForArticle = (fresh: readonly FreshItem[], now: Date): readonly FreshItem[] =>
  fresh.filter((one) => isExcerpt(one.item) && isRecent(one, now)).slice(-MAX_PER_WALK);

const isRecent = ({ item: { fields } }: FreshItem, now: Date): boolean => {
  const at = fields.published ?? fields.updated;
  return at === undefined || now.getTime() - Date.parse(at) <= RECENT_MS;
};

/** The entry with what its page says; the feed's own words alone where the page may not, or could not, be read. */
export const readWaiting = async (
  one: FreshItem,
  standing: Standing,
  { reader, isWatched, deps }: Articles & { readonly deps: SourceDeps },
): Promise<RawMention> => {
  const mention = toMention(one, standing);
  const answer =
    mention.url === undefined
      ? { kind: 'unread' as const }
      : await reader.read(mention.url, standing.feedUrl, deps);
  if (answer.kind !== 'article') return mention;
  const { paragraphs, hasImage, language } = answer.article;
  return {
    ...mention,
    text: joined(articleText(one.item), excerptOf(paragraphs, isWatched)),
    hasImage: mention.hasImage === true || hasImage,
    ...(mention.language === undefined && language !== undefined ? { language } : {}),
  };
};

/** The teaser is often how the article begins: said once. */
const joined = (teaser: string, excerpt: string): string => {
  const [title = '', ...lines] = teaser.split('\n');
  const body = lines.join('\n').trim();
  const start = squeezed(body).slice(0, 60);
  return start !== '' && !squeezed(excerpt).includes(start)
    ? `${teaser}\n\n${excerpt}`
    : `${title}\n\n${excerpt}`;
};

const squeezed = (text: string): string => text.replace(/\W+/gu, '').toLowerCase();
