import type { RouteFacts, Routing } from '../domain/routing.ts';
import type { Transaction } from '../postgres/database.ts';
import type { CaseRow } from './fold-types.ts';
import { writeOutbox } from './outbox.store.ts';
import { countTaken, insertRoutes, readCaseLanguages, type StoredRoute, tripQuotas } from './route.store.ts';

/** `planRoutes` of triage, which alone knows rules. */
export type PlanRoutes = (
  routing: Routing,
  cases: readonly (RouteFacts & { readonly caseId: string })[],
  moment: { readonly day: string; readonly taken: ReadonlyMap<string, number> },
) => { readonly routes: readonly StoredRoute[]; readonly tripped: readonly string[] };

/**
 * Names the team of each case that has just opened, once. Danger goes to the people on call and nowhere else; history
 * waits for nobody. Without rules nothing is asked or written.
 */
export const routeOpened = async (
  tx: Transaction,
  opened: readonly CaseRow[],
  {
    routing,
    now,
    plan,
  }: { readonly routing: Routing | undefined; readonly now: Date; readonly plan: PlanRoutes },
): Promise<void> => {
  const routable = opened.filter(({ danger, isHistory }) => danger === null && !isHistory);
  if (routing === undefined || routing.rules.length === 0 || routable.length === 0) return;
  const day = now.toISOString().slice(0, 10);
  const quotas = new Map(routing.rules.map(({ name, quotaPerDay }) => [name, quotaPerDay] as const));
  const limited = [...quotas].flatMap(([name, quota]) => (quota === null ? [] : [name]));
  const taken = await countTaken(tx, limited, new Date(`${day}T00:00:00Z`));
  const languages = await readCaseLanguages(
    tx,
    routable.map(({ id }) => id),
  );
  const facts = routable.map((row) => ({ ...row, caseId: row.id, language: languages.get(row.id) ?? null }));
  const { routes, tripped } = plan(routing, facts, { day, taken });
  await insertRoutes(tx, routes, now);
  for (const rule of await tripQuotas(tx, tripped, { day, now })) {
    const alert = {
      kind: 'route_quota',
      brand: null,
      values: { rule, count: quotas.get(rule) ?? 0 },
    } as const;
    await writeOutbox(tx, [{ alert, postKey: null, traceId: null }], now);
  }
};
