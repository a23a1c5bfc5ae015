import { type StandIn, type StandInAnswer, startStandIn } from './stand-in.ts';

export interface ForumThread {
  readonly id: number;
  readonly forum: string;
  readonly at: Date;
  readonly author: string;
  title: string;
  body: string;
}

export interface ForumStandIn extends StandIn {
  readonly threads: Map<number, ForumThread>;
  /** What is shown instead of the feed; null: the feed. */
  challenge: 'cloudflare' | 'managed' | 'anubis' | 'plain 403' | null;
  /** Threads that the feed shows. */
  shown: number;
}

/** A forum of XenForo 2 and of vBulletin on one loopback address: the feeds of their newest threads. */
export const startForumStandIn = async (now: () => Date): Promise<ForumStandIn> => {
  const stand = await startStandIn((url) => {
    if (standIn.challenge !== null) return challengeOf(standIn.challenge);
    const xenforo = /^\/forums\/([^/]+)\/index\.rss$/.exec(url.pathname)?.[1];
    const isVbulletin = url.pathname === '/external.php' && url.searchParams.get('type') === 'RSS2';
    if (xenforo === undefined && !isVbulletin) return { status: 404, body: '<html>not found</html>' };
    const asked = xenforo === '-' ? [] : ((xenforo ?? url.searchParams.get('forumids'))?.split(',') ?? []);
    const threads = [...standIn.threads.values()]
      .filter(({ at, forum }) => at <= now() && (asked.length === 0 || asked.includes(forum)))
      .sort((a, b) => b.at.getTime() - a.at.getTime() || b.id - a.id)
      .slice(0, standIn.shown);
    const body = rss(standIn.baseUrl, threads, xenforo !== undefined);
    return { status: 200, body, headers: { 'content-type': 'application/rss+xml; charset=utf-8' } };
  });
  const standIn: ForumStandIn = Object.assign(stand, {
    threads: new Map<number, ForumThread>(),
    challenge: null,
    shown: 20,
  });
  return standIn;
};

const rss = (baseUrl: string, threads: readonly ForumThread[], isXenForo: boolean): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:slash="http://purl.org/rss/1.0/modules/slash/">
<channel><title>Owners</title><link>${baseUrl}/</link>
${threads.map((thread) => (isXenForo ? xenforoItem : vbulletinItem)(baseUrl, thread)).join('\n')}
</channel></rss>`;

const xenforoItem = (baseUrl: string, { id, forum, at, author, title, body }: ForumThread): string =>
  `<item><title>${title}</title><pubDate>${at.toUTCString()}</pubDate><link>${baseUrl}/threads/t.${id}/</link>
<guid isPermaLink="false">${id}</guid><author>invalid@example.com (${author})</author><category>${forum}</category>
<dc:creator>${author}</dc:creator><content:encoded><![CDATA[<div class="bbWrapper">${body}</div>]]></content:encoded>
<slash:comments>4321</slash:comments></item>`;

const vbulletinItem = (baseUrl: string, { id, forum, at, author, title, body }: ForumThread): string =>
  `<item><title>${title}</title><link>${baseUrl}/showthread.php?t=${id}&amp;goto=newpost</link><pubDate>${at.toUTCString()}</pubDate>
<description>${body}</description><content:encoded><![CDATA[<div>${body}</div>]]></content:encoded>
<category>${forum}</category><dc:creator>${author}</dc:creator><guid isPermaLink="true">${baseUrl}/showthread.php?t=${id}</guid></item>`;

const html = { 'content-type': 'text/html; charset=UTF-8' };

const challengeOf = (kind: NonNullable<ForumStandIn['challenge']>): StandInAnswer => {
  switch (kind) {
    case 'cloudflare':
      return {
        status: 403,
        body: '<html>Just a moment...</html>',
        headers: { ...html, 'cf-mitigated': 'challenge' },
      };
    case 'managed':
      return { status: 503, body: '<!DOCTYPE html><script>window._cf_chl_opt={}</script>', headers: html };
    case 'anubis':
      return {
        status: 200,
        body: '<!doctype html><link href="/.within.website/x/cmd/anubis/static/a.css">',
        headers: html,
      };
    case 'plain 403':
      return { status: 403, body: '<html>no bots</html>', headers: html };
  }
};
