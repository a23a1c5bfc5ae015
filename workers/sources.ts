import type { Config, SourceConfig } from '../config/config.ts';
import type { Brand } from '../src/domain/brand.ts';
import { UserError } from '../src/lib/user-error.ts';
import { createBlueskySource } from '../src/sources/bluesky.ts';
import { createDemoSources } from '../src/sources/demo.ts';
import { createFeedSource } from '../src/sources/feed.ts';
import type { Source } from '../src/sources/source.ts';
import { buildQueries } from '../src/sources/x/build-queries.ts';
import { createXSource } from '../src/sources/x.ts';

export interface SourceSecrets {
  readonly xBearerToken: string | null;
}

/** The one list of sources that are polled; files are imported and pushes arrive. */
export const createSources = (config: Config, secrets: SourceSecrets): ReadonlyMap<string, Source> =>
  new Map(
    config.sources.flatMap((source) => {
      const created = createSource(source, config.brands, secrets);
      return created === null ? [] : [[source.name, created] as const];
    }),
  );

export const createDemo = (folder: string): ReadonlyMap<string, Source> =>
  new Map(createDemoSources(folder).map((source) => [source.name, source as Source] as const));

const createSource = (
  source: SourceConfig,
  brands: readonly Brand[],
  secrets: SourceSecrets,
): Source | null => {
  if (source.kind === 'file' || source.kind === 'push') return null;
  if (source.kind === 'feed')
    return createFeedSource({
      name: source.name,
      url: source.url,
      comments: source.comments,
      pollMinutes: source.pollMinutes,
    }) as Source;
  if (source.kind === 'bluesky')
    return createBlueskySource({
      name: source.name,
      hosts: source.hosts,
      wire: source.wire,
      ownHandles: brands.flatMap(({ handles, accounts }) => [...handles, ...Object.values(accounts).flat()]),
    }) as Source;
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
    budget: { usdPerDay: source.budgetUsdPerDay },
    pollMs: source.pollMinutes * 60_000,
  }) as Source;
};
