import type { MastodonSourceConfig, SourceConfig } from '../config/config.ts';
import type { Brand } from '../src/domain/brand.ts';
import { createBlueskySource } from '../src/sources/bluesky.ts';
import { createDiscourseSource } from '../src/sources/discourse.ts';
import { createHackerNewsSource } from '../src/sources/hackernews.ts';
import { createMastodonSource } from '../src/sources/mastodon.ts';
import type { Source } from '../src/sources/source.ts';

const kinds = ['bluesky', 'mastodon', 'hackernews', 'discourse'] as const;

type SocialSourceConfig = Extract<SourceConfig, { readonly kind: (typeof kinds)[number] }>;

export const isSocial = (source: SourceConfig): source is SocialSourceConfig =>
  (kinds as readonly string[]).includes(source.kind);

/** Sources of the social web and of forums that answer whoever asks. */
export const createSocialSource = (
  source: SocialSourceConfig,
  isWatched: (text: string) => boolean,
  brands: readonly Brand[],
): Source => {
  switch (source.kind) {
    case 'bluesky':
      return createBlueskySource({
        name: source.name,
        hosts: source.hosts,
        wire: source.wire,
        apiUrl: source.apiUrl,
        ownHandles: brands.flatMap(({ handles, accounts }) => [
          ...handles,
          ...Object.values(accounts).flat(),
        ]),
      }) as Source;
    case 'mastodon':
      return createMastodon(source, isWatched, brands);
    case 'hackernews':
      return createHackerNewsSource({
        name: source.name,
        baseUrl: source.baseUrl,
        itemsUrl: source.itemsUrl,
        isWatched,
        pollMs: source.pollMinutes * 60_000,
      }) as Source;
    case 'discourse':
      return createDiscourseSource({
        name: source.name,
        baseUrl: source.baseUrl,
        apiKey: source.apiKey,
        apiUsername: source.apiUsername,
        isWatched: source.ownedBy === undefined ? isWatched : () => true,
        pollMs: source.pollMinutes * 60_000,
      }) as Source;
  }
};

const createMastodon = (
  source: MastodonSourceConfig,
  isWatched: (text: string) => boolean,
  brands: readonly Brand[],
): Source =>
  createMastodonSource({
    name: source.name,
    instances: [source.baseUrl, ...source.also],
    token: source.token,
    tags: source.tags,
    searches: source.search ? brands.flatMap(({ names, phrases }) => [...names, ...phrases]) : [],
    isWatched,
    pollMs: source.pollMinutes * 60_000,
    ...(source.stream ? {} : { stream: null }),
  }) as Source;
