import { parseJsonFeed } from 'feedsmith';
import { type DraftFeed, type DraftItem, html, type Markup } from './draft.ts';

export const readJsonFeed = (json: string): DraftFeed => {
  const feed = parseJsonFeed(json);
  return {
    title: text(feed.title),
    link: feed.home_page_url,
    language: feed.language,
    hub: feed.hubs?.find((hub) => hub.url !== undefined)?.url,
    self: feed.feed_url,
    items: (feed.items ?? []).map(
      (item): DraftItem => ({
        id: item.id,
        title: text(item.title),
        link: item.url ?? item.external_url,
        summary: text(item.summary),
        content: html(item.content_html) ?? text(item.content_text),
        author: joined((item.authors ?? feed.authors ?? []).map((author) => author.name ?? author.url)),
        published: item.date_published,
        updated: item.date_modified,
        tags: item.tags ?? [],
        language: item.language,
      }),
    ),
  };
};

const joined = (names: readonly (string | undefined)[]): string | undefined => {
  const present = [...new Set(names.filter((name) => name !== undefined && name !== ''))];
  return present.length === 0 ? undefined : present.join(', ');
};

const text = (value: string | undefined): Markup | undefined =>
  value === undefined ? undefined : { value, isHtml: false };
