import type { RouteFacts, Routing } from '../domain/routing.ts';
import { channelOf, differs, type Route, routeCase, teamOf } from './routing.ts';

/** Where a case goes, and where it would go with the rules of the background. */
interface PlannedRoute {
  readonly caseId: string;
  readonly rule: string | null;
  readonly team: string | null;
  readonly channel: string | null;
  readonly reason: 'no_rule' | 'quota' | null;
  readonly shadowRule: string | null;
  readonly shadowTeam: string | null;
  readonly shadowChannel: string | null;
  readonly isDifferent: boolean;
}

/**
 * The routes of cases that have just opened, one after the other, as the quotas of the day allow. Pure. `taken`: how many
 * cases each rule has taken this day (UTC).
 */
export const planRoutes = (
  routing: Routing,
  cases: readonly (RouteFacts & { readonly caseId: string })[],
  { day, taken: before }: { readonly day: string; readonly taken: ReadonlyMap<string, number> },
): { readonly routes: readonly PlannedRoute[]; readonly tripped: readonly string[] } => {
  const taken = new Map(before);
  const tripped = new Set<string>();
  const ofRule = (rule: string): number => taken.get(rule) ?? 0;
  const routes = cases.map((facts) => {
    const route = routeCase(routing, facts, { day, taken: ofRule });
    const shadow = routeCase(routing, facts, { day, taken: ofRule, as: 'background' });
    if (route.kind === 'routed') taken.set(route.rule, ofRule(route.rule) + 1);
    if (route.kind === 'default' && route.reason === 'quota') tripped.add(route.rule);
    return planned(facts.caseId, route, shadow);
  });
  return { routes, tripped: [...tripped] };
};

const planned = (caseId: string, route: Route, shadow: Route): PlannedRoute => ({
  caseId,
  rule: route.kind === 'routed' ? route.rule : null,
  team: teamOf(route),
  channel: channelOf(route),
  reason: route.kind === 'default' ? route.reason : null,
  shadowRule: shadow.kind === 'routed' ? shadow.rule : null,
  shadowTeam: teamOf(shadow),
  shadowChannel: channelOf(shadow),
  isDifferent: differs(route, shadow),
});
