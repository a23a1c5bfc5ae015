import { buildReviews } from './build-reviews.ts';
import type {
  BlueskySourceConfig,
  DiscourseSourceConfig,
  ForumSourceConfig,
  HackerNewsSourceConfig,
  MastodonSourceConfig,
  WebmentionSourceConfig,
} from './config.ts';
import * as standard from './defaults.ts';
import type { KeyedSourceConfig, RedditSourceConfig, YouTubeSourceConfig } from './keyed-config.ts';
import type { WrittenSource } from './schema.ts';

type Written<Kind> = Extract<WrittenSource, { readonly kind: Kind }>;

/** Sources of the social web and of forums, with every default filled in. */
export const buildSocial = (name: string, source: Written<SocialSource['kind']>): SocialSource => {
  switch (source.kind) {
    case 'bluesky':
      return buildBluesky(name, source);
    case 'mastodon':
      return buildMastodon(name, source);
    case 'hackernews':
      return buildHackerNews(name, source);
    case 'discourse':
      return buildDiscourse(name, source);
    case 'reddit':
      return buildReddit(name, source);
    case 'webmention':
      return { kind: 'webmention', name, sites: source.sites };
    case 'youtube':
      return buildYouTube(name, source);
    case 'googleplay':
    case 'appstore':
      return buildReviews(name, source);
    case 'xenforo':
    case 'vbulletin':
      return buildForum(name, source);
  }
};

type SocialSource =
  | BlueskySourceConfig
  | MastodonSourceConfig
  | HackerNewsSourceConfig
  | DiscourseSourceConfig
  | KeyedSourceConfig
  | ForumSourceConfig
  | WebmentionSourceConfig;

const buildBluesky = (
  name: string,
  { base_url: hosts, wire, api_url: apiUrl }: Written<'bluesky'>,
): BlueskySourceConfig => ({
  kind: 'bluesky',
  name,
  hosts: hosts === undefined ? standard.defaultBlueskyHosts : [hosts].flat(),
  wire: wire ?? 'v1',
  // Who listens to hosts of his own is not sent to a foreign one.
  apiUrl: apiUrl ?? (hosts === undefined ? standard.defaultBlueskyApiUrl : null),
});

/** With a token everything that it opens is read, unless it is switched off. */
const buildMastodon = (name: string, source: Written<'mastodon'>): MastodonSourceConfig => ({
  kind: 'mastodon',
  name,
  baseUrl: source.base_url,
  also: source.also ?? [],
  tags: source.tags.map((tag) => tag.replace(/^#/, '')),
  search: source.search ?? source.token !== undefined,
  stream: source.stream ?? source.token !== undefined,
  token: source.token ?? null,
  pollMinutes: source.poll_minutes ?? standard.defaultMastodonPollMinutes,
});

const buildHackerNews = (name: string, source: Written<'hackernews'>): HackerNewsSourceConfig => ({
  kind: 'hackernews',
  name,
  baseUrl: source.base_url ?? standard.defaultHackerNewsBaseUrl,
  itemsUrl: source.items_url ?? standard.defaultHackerNewsItemsUrl,
  pollMinutes: source.poll_minutes ?? standard.defaultForumPollMinutes,
});

const buildDiscourse = (name: string, source: Written<'discourse'>): DiscourseSourceConfig => ({
  kind: 'discourse',
  name,
  baseUrl: source.base_url,
  apiKey: source.api_key ?? null,
  apiUsername: source.api_username ?? null,
  webhookSecret: source.webhook_secret ?? null,
  pollMinutes: source.poll_minutes ?? standard.defaultForumPollMinutes,
});

/** A stand-in answers for both addresses. */
const buildReddit = (name: string, source: Written<'reddit'>): RedditSourceConfig => ({
  kind: 'reddit',
  name,
  clientId: source.client_id,
  clientSecret: source.client_secret,
  // As Reddit's rules want it: platform, app, version, whose it is.
  userAgent: `node:evenhand:v0 (by /u/${source.username})`,
  subreddits: [...new Map((source.subreddits ?? []).map((one) => [one.toLowerCase(), one])).values()],
  search: source.search ?? true,
  baseUrl: source.base_url ?? standard.defaultRedditBaseUrl,
  tokenUrl: source.token_url ?? tokenUrlAt(source.base_url),
  pollMinutes: source.poll_minutes ?? standard.defaultForumPollMinutes,
});

const tokenUrlAt = (baseUrl: string | undefined): string =>
  baseUrl === undefined
    ? standard.defaultRedditTokenUrl
    : `${baseUrl.replace(/\/+$/, '')}/api/v1/access_token`;

const buildYouTube = (name: string, source: Written<'youtube'>): YouTubeSourceConfig => ({
  kind: 'youtube',
  name,
  apiKey: source.api_key,
  channels: source.channels ?? [],
  videos: source.videos ?? [],
  brand: source.brand ?? null,
  unitsPerDay: source.units_per_day ?? standard.defaultYouTubeUnitsPerDay,
  baseUrl: source.base_url ?? standard.defaultYouTubeBaseUrl,
  pollMinutes: source.poll_minutes ?? standard.defaultSlowPollMinutes,
});

const buildForum = (name: string, source: Written<'xenforo' | 'vbulletin'>): ForumSourceConfig => ({
  kind: source.kind,
  name,
  baseUrl: source.base_url,
  forums: source.kind === 'xenforo' ? [source.forum ?? []].flat() : (source.forum_ids ?? []).map(String),
  pollMinutes: source.poll_minutes ?? standard.defaultFeedPollMinutes,
});
