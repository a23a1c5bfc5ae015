import type { RouteFacts, RouteMatch, RouteRule, Routing } from '../domain/routing.ts';

/** Where a case goes and why. A route names a team and a channel; severity, deadline and order are no part of it. */
export type Route =
  | { readonly kind: 'routed'; readonly rule: string; readonly team: string; readonly channel: string | null }
  | { readonly kind: 'default'; readonly reason: 'no_rule' }
  | { readonly kind: 'default'; readonly reason: 'quota'; readonly rule: string };

export interface RouteMoment {
  /** Day in UTC, `2026-11-21`. */
  readonly day: string;
  /** Cases that a rule has taken this day. */
  readonly taken: (rule: string) => number;
  /** Rules in the background, or drafts too, take part as though they were live. */
  readonly as?: 'live' | 'background' | 'draft';
}

/**
 * The first rule that fits decides, in the order in which they are written. One that has used its quota lets go to the
 * default and to no later rule: a rule that fires too often was written wrongly, and the next would drown in its turn.
 */
export const routeCase = (routing: Routing, facts: RouteFacts, moment: RouteMoment): Route => {
  const rule = routing.rules.find((one) => takesPart(one, moment) && fits(one.match, facts, routing.regions));
  if (rule === undefined) return { kind: 'default', reason: 'no_rule' };
  if (rule.quotaPerDay !== null && moment.taken(rule.name) >= rule.quotaPerDay)
    return { kind: 'default', reason: 'quota', rule: rule.name };
  return { kind: 'routed', rule: rule.name, team: rule.team, channel: rule.channel };
};

const partsOf = {
  live: new Set(['live']),
  background: new Set(['live', 'background']),
  draft: new Set(['live', 'background', 'draft']),
} as const;

const takesPart = ({ state, expires }: RouteRule, { day, as = 'live' }: RouteMoment): boolean =>
  (partsOf[as] as ReadonlySet<string>).has(state) && (expires === null || day < expires);

const fits = (match: RouteMatch, facts: RouteFacts, regions: Routing['regions']): boolean =>
  isIn(match.brands, facts.brand) &&
  isIn(match.severities, facts.severity) &&
  (match.categories.length === 0 || match.categories.some((one) => facts.categories.includes(one))) &&
  (match.languages.length === 0 || (facts.language !== null && match.languages.includes(facts.language))) &&
  (match.regions.length === 0 || match.regions.some((one) => regions[one]?.includes(facts.source) === true));

const isIn = <T>(wanted: readonly T[], value: T): boolean => wanted.length === 0 || wanted.includes(value);

/** Whether two routes lead to different people: the same team in the same channel is no difference. */
export const differs = (a: Route, b: Route): boolean =>
  teamOf(a) !== teamOf(b) || channelOf(a) !== channelOf(b);

export const teamOf = (route: Route): string | null => (route.kind === 'routed' ? route.team : null);
export const channelOf = (route: Route): string | null => (route.kind === 'routed' ? route.channel : null);

/** Rules that never decide, because an earlier one that takes part at least as early takes all of theirs. */
export const findShadowed = (
  rules: readonly RouteRule[],
): readonly { readonly rule: string; readonly by: string }[] =>
  rules.flatMap((rule, index) => {
    const by = rules
      .slice(0, index)
      .find(
        (earlier) =>
          earlier.state === 'live' && earlier.expires === null && contains(earlier.match, rule.match),
      );
    return by === undefined || rule.state === 'expired' ? [] : [{ rule: rule.name, by: by.name }];
  });

const contains = (wide: RouteMatch, narrow: RouteMatch): boolean =>
  (['brands', 'categories', 'languages', 'regions', 'severities'] as const).every((key) => {
    const [all, some] = [wide[key] as readonly string[], narrow[key] as readonly string[]];
    // A category of several is another matter: a case has several, and a match takes one of them.
    return all.length === 0 || (some.length > 0 && some.every((one) => all.includes(one)));
  });
