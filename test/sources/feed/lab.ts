import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSafeFetch } from '../../../src/lib/safe-fetch.ts';
import { createFeedSource, type FeedCursor, type FeedOptions } from '../../../src/sources/feed.ts';
import type { SourceDeps, SourcePage } from '../../../src/sources/source.ts';

export type Route = (request: IncomingMessage, response: ServerResponse) => void;

/** A site on the loopback address, and who reads it. */
export interface FeedLab {
  readonly origin: string;
  routes: Record<string, Route>;
  readonly asked: string[];
  now: Date;
  /** `allow`: beside this site itself. */
  deps(allow?: readonly string[]): SourceDeps;
  walk(cursor: FeedCursor | null, options?: Partial<FeedOptions>, allow?: readonly string[]): Promise<Walked>;
  close(): void;
}

export interface Walked {
  readonly pages: readonly SourcePage<FeedCursor>[];
  readonly cursor: FeedCursor;
  readonly texts: readonly string[];
  readonly ids: readonly string[];
  readonly rejected: readonly string[];
}

export const startLab = async (): Promise<FeedLab> => {
  const server: Server = createServer((request, response) => {
    const path = request.url ?? '/';
    lab.asked.push(path);
    const route = lab.routes[path];
    if (route === undefined) response.writeHead(404).end();
    else route(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const lab: FeedLab = {
    origin,
    routes: {},
    asked: [],
    now: new Date('2026-03-14T12:00:00Z'),
    deps: (allow = []) => ({
      clock: { now: () => lab.now },
      fetch: createSafeFetch({ allow: [new URL(origin).host, ...allow], deadlineMs: 2_000 }),
      signal: new AbortController().signal,
    }),
    walk: async (cursor, options = {}, allow = []) => {
      const source = createFeedSource({ name: 'blog', url: `${origin}/feed`, comments: true, ...options });
      const stored = JSON.parse(JSON.stringify(cursor)) as FeedCursor | null;
      const pages: SourcePage<FeedCursor>[] = [];
      for await (const page of source.pages(stored, lab.deps(allow))) pages.push(page);
      return walked(pages);
    },
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
  return lab;
};

const walked = (pages: readonly SourcePage<FeedCursor>[]): Walked => {
  const last = pages.at(-1);
  if (last === undefined) throw new Error('a walk has at least one page');
  const events = pages.flatMap((page) => page.events);
  return {
    pages,
    cursor: last.cursor,
    texts: events.flatMap((event) => ('text' in event ? [event.text] : [])),
    ids: events.map((event) => `${event.nativeId}#${'revision' in event ? event.revision : ''}`),
    rejected: pages.flatMap((page) => (page.rejected ?? []).map(({ reason }) => reason)),
  };
};

export const send =
  (body: string, headers: Record<string, string> = {}): Route =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  };
export const page = (body: string, headers: Record<string, string> = {}): Route =>
  send(body, { 'content-type': 'text/html; charset=utf-8', ...headers });
export const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (_request, response) => {
    response.writeHead(code, headers).end();
  };
export const feedOf = (items: string, channel = ''): string =>
  `<rss version="2.0" xmlns:wfw="http://wellformedweb.org/CommentAPI/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/"
   xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/"
   xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>T</title>${channel}${items}</channel></rss>`;
export const post = (id: string, text: string, more = ''): string =>
  `<item><guid isPermaLink="false">${id}</guid><title>Post ${id}</title><description>${text}</description>${more}</item>`;
