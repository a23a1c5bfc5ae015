import type { CaseRow } from '../src/cases/fold-types.ts';
import {
  countTaken,
  insertRoutes,
  readCaseLanguages,
  type StoredRoute,
  tripQuotas,
} from '../src/cases/route.store.ts';
import type { Routing } from '../src/domain/routing.ts';
import { writeServiceAlert } from '../src/notify/watch.store.ts';
import type { Transaction } from '../src/postgres/database.ts';
import { channelOf, differs, type Route, routeCase, teamOf } from '../src/triage/routing.ts';

export interface RoutingMoment {
  readonly routing: Routing | undefined;
  readonly now: Date;
}

/**
 * Names the team of each case that has just opened, once. Danger goes to the people on call and nowhere else; history
 * waits for nobody. Without rules nothing is asked or written.
 */
export const routeOpened = async (
  tx: Transaction,
  opened: readonly CaseRow[],
  { routing, now }: RoutingMoment,
): Promise<void> => {
  const routable = opened.filter(({ danger, isHistory }) => danger === null && !isHistory);
  if (routing === undefined || routing.rules.length === 0 || routable.length === 0) return;
  const day = now.toISOString().slice(0, 10);
  const quotas = new Map(
    routing.rules.flatMap(({ name, quotaPerDay }) =>
      quotaPerDay === null ? [] : [[name, quotaPerDay] as const],
    ),
  );
  const taken = new Map(await countTaken(tx, [...quotas.keys()], new Date(`${day}T00:00:00Z`)));
  const languages = await readCaseLanguages(
    tx,
    routable.map(({ id }) => id),
  );
  const ofRule = (rule: string): number => taken.get(rule) ?? 0;
  const tripped = new Set<string>();
  const routes = routable.map((row) => {
    const facts = { ...row, language: languages.get(row.id) ?? null };
    const route = routeCase(routing, facts, { day, taken: ofRule });
    const shadow = routeCase(routing, facts, { day, taken: ofRule, as: 'background' });
    if (route.kind === 'routed') taken.set(route.rule, ofRule(route.rule) + 1);
    if (route.kind === 'default' && route.reason === 'quota') tripped.add(route.rule);
    return storedRoute(row.id, route, shadow);
  });
  await insertRoutes(tx, routes, now);
  for (const rule of await tripQuotas(tx, [...tripped], { day, now }))
    await writeServiceAlert(
      tx,
      { kind: 'route_quota', brand: null, values: { rule, count: quotas.get(rule) ?? 0 } },
      now,
    );
};

const storedRoute = (caseId: string, route: Route, shadow: Route): StoredRoute => ({
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
