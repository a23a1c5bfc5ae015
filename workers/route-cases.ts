import type { CaseRow } from '../src/cases/fold-types.ts';
import { routeOpened as routeBy } from '../src/cases/route-opened.store.ts';
import type { Routing } from '../src/domain/routing.ts';
import type { Transaction } from '../src/postgres/database.ts';
import { planRoutes } from '../src/triage/plan-routes.ts';

export interface RoutingMoment {
  readonly routing: Routing | undefined;
  readonly now: Date;
}

export const routeOpened = (
  tx: Transaction,
  opened: readonly CaseRow[],
  moment: RoutingMoment,
): Promise<void> => routeBy(tx, opened, { ...moment, plan: planRoutes });
