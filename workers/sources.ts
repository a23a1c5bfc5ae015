import type { Config, ForumSourceConfig, SourceConfig } from '../config/config.ts';
import type { Brand } from '../src/domain/brand.ts';
import { compileWatchList, match } from '../src/ingest/watch-list.ts';
import { UserError } from '../src/lib/user-error.ts';
import { createDemoSources } from '../src/sources/demo.ts';
import { createFeedSource } from '../src/sources/feed.ts';
import { createForumSource } from '../src/sources/forum.ts';
import type { Source } from '../src/sources/source.ts';
import { buildQueries } from '../src/sources/x/build-queries.ts';
import { createXSource } from '../src/sources/x.ts';
import { createKeyedSource, isKeyed } from './keyed-sources.ts';
import { createSocialSource, isSocial } from './social-sources.ts';

export interface SourceSecrets {
  readonly xBearerToken: string | null;
}

/** The one list of sources that are polled; files are imported, pushes and Webmentions arrive. */
export const createSources = (config: Config, secrets: SourceSecrets): ReadonlyMap<string, Source> =>
  new Map(
    config.sources.flatMap((source) => {
      const created = createSource(source, config.brands, secrets);
      return created === null ? [] : [[source.name, { ...created, ...ownedBy(source) }] as const];
    }),
  );

const ownedBy = (source: SourceConfig): Pick<Source, 'ownedBy'> =>
  'ownedBy' in source && source.ownedBy !== undefined ? { ownedBy: source.ownedBy } : {};

/** Those that are asked about audiences, without the secrets that only reading needs. */
export const sourcesWithAudiences = ({ sources, brands }: Config): readonly Source[] =>
  sources.flatMap((source) => {
    const created = source.kind === 'bluesky' ? createSource(source, brands, { xBearerToken: null }) : null;
    return created?.audiences === undefined ? [] : [created];
  });

export const createDemo = (folder: string): ReadonlyMap<string, Source> =>
  new Map(createDemoSources(folder).map((source) => [source.name, source as Source] as const));

const createSource = (
  source: SourceConfig,
  brands: readonly Brand[],
  secrets: SourceSecrets,
): Source | null => {
  if (source.kind === 'file' || source.kind === 'push' || source.kind === 'webmention') return null;
  if (source.kind === 'feed')
    return createFeedSource({
      name: source.name,
      url: source.url,
      comments: source.comments,
      pollMinutes: source.pollMinutes,
      ...(source.articles ? { articles: { isWatched: watcherOf(brands) } } : {}),
    }) as Source;
  if (isSocial(source)) return createSocialSource(source, watcherOf(brands), brands);
  if (isForum(source)) return createForumSource({ ...source, software: source.kind }) as Source;
  if (isKeyed(source)) return createKeyedSource(source, watcherOf(brands), brands);
  if (secrets.xBearerToken === null)
    throw new UserError(
      `the source ${source.name} reads X and needs X_BEARER_TOKEN: set it in the environment or in .env, or remove the source`,
    );
  return createXSource({
    name: source.name,
    bearerToken: secrets.xBearerToken,
    baseUrl: source.baseUrl,
    queries: buildQueries(brands),
    mentionUserIds: source.mentions.filter((account) => /^\d+$/.test(account)),
    budget: {
      usdPerDay: source.budgetUsdPerDay,
      ...(source.budgetUsdPerMonth === null ? {} : { usdPerMonth: source.budgetUsdPerMonth }),
    },
    stream: source.stream,
    pollMs: source.pollMinutes * 60_000,
  }) as Source;
};

const isForum = (source: SourceConfig): source is ForumSourceConfig =>
  source.kind === 'xenforo' || source.kind === 'vbulletin';

/** What concerns a brand is looked at again by its source; what the door keeps is decided at the door alone. */
const watcherOf = (brands: readonly Brand[]): ((text: string) => boolean) => {
  const watchList = compileWatchList(brands);
  return (text) => match(watchList, text).length > 0;
};
