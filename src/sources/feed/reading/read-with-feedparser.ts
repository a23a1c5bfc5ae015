import FeedParser from 'feedparser';
import { type DraftFeed, type DraftItem, html } from './draft.ts';

/**
 * Reads what the first reader refused: feeds buried in other markup, roots of nobody's vocabulary. The parser is a
 * stream, but it parses inside `write`, so that its items can be taken out at once.
 */
export const readIllFormed = (xml: string, url: string): DraftFeed => {
  const errors: Error[] = [];
  const parser = new FeedParser({ feedurl: url, resume_saxerror: true, addmeta: false });
  parser.on('error', (error: Error) => errors.push(error));
  parser.write(Buffer.from(xml, 'utf8'));
  const items: DraftItem[] = [];
  for (
    let item = parser.read() as FeedParser.Item | null;
    item !== null;
    item = parser.read() as FeedParser.Item | null
  ) {
    // Of a vocabulary that it does not know it reports items without anything in them.
    if (
      [item.title, item.link, item.description, item.summary].some((field) => present(field) !== undefined)
    ) {
      items.push(toDraft(item));
    }
  }
  const meta = parser.meta as Partial<FeedParser.Meta> | undefined;
  if (items.length === 0 && present(meta?.title) === undefined) throw errors[0] ?? new Error('no feed found');
  return {
    title: html(present(meta?.title)),
    link: present(meta?.link),
    language: present(meta?.language),
    items,
  };
};

const toDraft = (item: FeedParser.Item): DraftItem => {
  const description = present(item.description);
  const summary = present(item.summary) ?? description;
  return {
    id: present(item.guid),
    title: html(present(item.title)),
    link: present(item.link) ?? present(item.origlink),
    summary: html(summary),
    content: description === summary ? undefined : html(description),
    author: present(item.author),
    published: isoOf(item.pubdate),
    updated: isoOf(item.date),
    tags: item.categories ?? [],
  };
};

const present = (value: string | null | undefined): string | undefined =>
  value === null || value === undefined || value === '' ? undefined : value;

const isoOf = (date: Date | null | undefined): string | undefined =>
  date === null || date === undefined || Number.isNaN(date.getTime()) ? undefined : date.toISOString();
