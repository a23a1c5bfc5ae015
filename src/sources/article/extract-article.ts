import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { scanTags } from '../html-tags.ts';
import { htmlToText } from '../html-text.ts';

export interface Article {
  readonly title?: string;
  readonly author?: string;
  /** As the page writes it. */
  readonly published?: string;
  readonly language?: string;
  readonly paragraphs: readonly string[];
  readonly hasImage: boolean;
}

/** Longer pages are lists or worse; the longest of 130 recorded articles has 1.1 MB. */
const LONGEST = 1_500_000;
/** Of the pages that Readability is tested with the largest has 9,000. */
const MOST_ELEMENTS = 20_000;
/** The document is walked by recursion. */
const MOST_DEPTH = 300;

/**
 * What a person would read of a page, by Readability on linkedom (58 ms a page, facts/sources.md, article extraction);
 * null where there is no article or the page is larger or deeper than articles are. Never throws.
 */
export const extractArticle = (html: string): Article | null => {
  if (html.length > LONGEST || !isOrdinaryPage(html)) return null;
  try {
    return readDocument(html);
  } catch {
    // Whatever a page does to the two libraries, its feed's own words stay.
    return null;
  }
};

export const isOrdinaryPage = (html: string): boolean => {
  let elements = 0;
  let deepest = 0;
  scanTags(html, (_name, _attributes, depth) => {
    elements += 1;
    deepest = Math.max(deepest, depth);
  });
  return elements > 0 && elements <= MOST_ELEMENTS && deepest <= MOST_DEPTH;
};

const readDocument = (html: string): Article | null => {
  const { document } = parseHTML(html);
  const read = new Readability(document as never, { maxElemsToParse: MOST_ELEMENTS }).parse();
  if (read === null || read === undefined) return null;
  const { text, hasImage } = htmlToText(read.content ?? '');
  const paragraphs = text.split(/\n+/).filter((paragraph) => paragraph.trim() !== '');
  if (paragraphs.length === 0) return null;
  const told = { title: read.title, author: read.byline, published: read.publishedTime, language: read.lang };
  return { ...withText(told), paragraphs, hasImage };
};

const withText = (
  told: Readonly<Record<'title' | 'author' | 'published' | 'language', string | null | undefined>>,
): Partial<Record<keyof typeof told, string>> =>
  Object.fromEntries(
    Object.entries(told).flatMap(([key, value]) =>
      value === null || value === undefined || value.trim() === '' ? [] : [[key, value.trim()]],
    ),
  );
