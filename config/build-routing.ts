import type { RouteRule, Routing } from '../src/domain/routing.ts';
import type { Config } from './config.ts';
import type { PlacedMessage } from './say-issue.ts';
import type { WrittenConfig } from './schema.ts';

type WrittenRouting = NonNullable<WrittenConfig['routing']>;

export const buildRouting = ({ regions = {}, rules = [] }: WrittenRouting): Routing => ({
  regions,
  rules: rules.map((rule): RouteRule => {
    const { brand, category, language, region, severity } = rule.match;
    return {
      name: rule.name,
      state: rule.state,
      expires: rule.expires ?? null,
      match: {
        brands: listed(brand),
        categories: listed(category),
        languages: listed(language),
        regions: listed(region),
        severities: listed(severity),
      },
      team: rule.team,
      channel: rule.channel ?? null,
      quotaPerDay: rule.quota_per_day ?? null,
    };
  }),
});

const listed = <T>(written: T | readonly T[] | undefined): readonly T[] =>
  written === undefined ? [] : ([written].flat() as readonly T[]);

/** Names that a rule uses and nothing bears. */
export const routingContradictions = ({
  routing,
  brands,
  sources,
  channels,
}: Config): readonly PlacedMessage[] => {
  const known = new Set(sources.map(({ name }) => name));
  const regions = Object.entries(routing.regions).flatMap(([region, names]) =>
    names.flatMap((source, index) =>
      known.has(source)
        ? []
        : [
            {
              path: ['routing', 'regions', region, index],
              message: `names the source ${source}, which there is not; name one under sources`,
            },
          ],
    ),
  );
  const seen = new Set<string>();
  const rules = routing.rules.flatMap((rule, index) => {
    const path = ['routing', 'rules', index] as const;
    const isTwice = seen.has(rule.name);
    seen.add(rule.name);
    return [
      ...(isTwice
        ? [{ path: [...path, 'name'], message: `is the name of an earlier rule, too; give each its own` }]
        : []),
      ...rule.match.brands
        .filter((brand) => brands.every(({ id }) => id !== brand))
        .map((brand) => ({
          path: [...path, 'match', 'brand'],
          message: `names the brand ${brand}, which there is not; name one under brands`,
        })),
      ...rule.match.regions
        .filter((region) => routing.regions[region] === undefined)
        .map((region) => ({
          path: [...path, 'match', 'region'],
          message: `names the region ${region}, which there is not; name one under routing.regions`,
        })),
      ...channelFaults(rule, channels).map((message) => ({ path: [...path, 'channel'], message })),
    ];
  });
  return [...regions, ...rules];
};

const channelFaults = ({ channel }: RouteRule, channels: Config['channels']): readonly string[] => {
  if (channel === null) return [];
  const found = channels.find(({ name }) => name === channel);
  if (found === undefined)
    return [`names the channel ${channel}, which there is not; name one under channels`];
  return found.audience.includes('leads')
    ? []
    : [`names the channel ${channel}, which does not hear alerts for leads; name another`];
};
