import { parseHTML } from 'linkedom';
import { type Article, extractArticle, isOrdinaryPage } from '../article/extract-article.ts';
import { htmlToText, oneLine } from '../html-text.ts';

export interface Entry extends Article {
  readonly links: readonly string[];
}

/** A note of a few words is no article, and microformats name its parts. */
const LONGEST_BODY = 20_000;

/** What a page says: by its microformats (h-entry), else as an article, else as it stands. null: nothing. */
export const readEntry = (html: string, url: string): Entry | null => {
  const marked = markedEntry(html, url);
  if (marked !== null) return marked;
  const article = extractArticle(html);
  if (article !== null) return { ...article, links: [] };
  const { text, links, hasImage } = htmlToText(html, url);
  const paragraphs = paragraphsOf(text.slice(0, LONGEST_BODY));
  return paragraphs.length === 0 ? null : { paragraphs, links, hasImage };
};

/** The parts of linkedom's document that are asked. */
interface Marked {
  readonly innerHTML: string;
  readonly textContent: string | null;
  querySelector(selector: string): Marked | null;
  getAttribute(name: string): string | null;
}

const markedEntry = (html: string, url: string): Entry | null => {
  if (!/\bh-entry\b/.test(html) || !isOrdinaryPage(html)) return null;
  try {
    const { document } = parseHTML(html) as unknown as { readonly document: Marked };
    const entry = document.querySelector('.h-entry');
    const body = entry?.querySelector('.e-content') ?? entry?.querySelector('.p-summary') ?? null;
    if (entry === null || body === null) return null;
    const { text, links, hasImage } = htmlToText(body.innerHTML, url);
    const paragraphs = paragraphsOf(text);
    if (paragraphs.length === 0) return null;
    return { ...detailsOf(entry, document), paragraphs, links, hasImage };
  } catch {
    // Whatever the page does to the library, its text is read below.
    return null;
  }
};

const detailsOf = (
  entry: Marked,
  document: Marked,
): Pick<Entry, 'title' | 'author' | 'published' | 'language'> => {
  const author = entry.querySelector('.p-author');
  const time = entry.querySelector('.dt-published');
  const told = {
    // A note has no title: its name is its text.
    title:
      entry.querySelector('.p-name.e-content') === null ? textOf(entry.querySelector('.p-name')) : undefined,
    author: textOf(author?.querySelector('.p-name') ?? author),
    published: time?.getAttribute('datetime') ?? textOf(time),
    language: document.querySelector('html')?.getAttribute('lang') ?? undefined,
  };
  return Object.fromEntries(Object.entries(told).filter(([, value]) => value !== undefined && value !== ''));
};

const textOf = (node: Marked | null | undefined): string | undefined => {
  const text = oneLine(node?.textContent ?? '').slice(0, 300);
  return text === '' ? undefined : text;
};

const paragraphsOf = (text: string): string[] => text.split(/\n+/).filter((line) => line.trim() !== '');
