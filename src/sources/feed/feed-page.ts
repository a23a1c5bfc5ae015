import { originOf } from '../../lib/safe-fetch.ts';
import { SourceError, type SourcePage } from '../source.ts';
import type { FeedCursor } from './feed-cursor.ts';
import type { FeedAnswer } from './fetch-feed.ts';
import { MAX_ITEMS } from './reading/choose-children.ts';
import { cutText, type FeedReading } from './reading/parse-feed.ts';

export type Page = Omit<SourcePage<FeedCursor>, 'isLast'>;

export type ReadAnswer = Extract<FeedAnswer, { readonly kind: 'read' }>;

/** The validators of half a document would hide its other half behind a 304. */
export const validators = ({
  reading,
  etag,
  lastModified,
}: ReadAnswer): Pick<FeedCursor, 'etag' | 'lastModified'> =>
  reading.isCut === true
    ? {}
    : { ...(etag === undefined ? {} : { etag }), ...(lastModified === undefined ? {} : { lastModified }) };

export const languageOf = ({ feed }: FeedReading): { readonly feedLanguage?: string } =>
  feed.language === undefined ? {} : { feedLanguage: feed.language };

/** What may have been missed, if anything may. `isTornOff`: as takeFresh says it. */
export const gapOf = (reading: FeedReading, url: string, isTornOff: boolean): Pick<Page, 'gap'> => {
  const place = originOf(url);
  const gap = cutText(reading, place);
  if (gap !== undefined) return { gap };
  if (reading.items.length >= MAX_ITEMS)
    return { gap: `${place} lists ${MAX_ITEMS} entries or more; only the first ${MAX_ITEMS} were read` };
  return isTornOff
    ? { gap: `every entry of ${place} is new since the last visit: older ones may have come and gone unseen` }
    : {};
};

export const goneError = (url: string): SourceError =>
  new SourceError(
    'permanent',
    `${originOf(url)} says that the feed is gone for good (status 410): remove it or give its new address`,
  );
