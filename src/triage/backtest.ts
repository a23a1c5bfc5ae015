import type { RouteFacts, Routing } from '../domain/routing.ts';
import { type Route, routeCase, teamOf } from './routing.ts';

/** A case of history. */
export interface PastCase extends RouteFacts {
  readonly caseId: string;
  readonly openedAt: Date;
  /** Where it went then. */
  readonly team: string | null;
}

/** What the rules as they are written now would have done with a case. */
export interface Tried {
  readonly caseId: string;
  readonly openedAt: Date;
  readonly before: string | null;
  readonly route: Route;
}

/** Cases in the order in which they opened; quotas count by the day (UTC) of each. Drafts take part. Pure. */
export const backtest = (routing: Routing): ((cases: readonly PastCase[]) => readonly Tried[]) => {
  const taken = new Map<string, number>();
  return (cases) =>
    cases.map((one) => {
      const day = one.openedAt.toISOString().slice(0, 10);
      const route = routeCase(routing, one, {
        day,
        as: 'draft',
        taken: (rule) => taken.get(`${day} ${rule}`) ?? 0,
      });
      if (route.kind === 'routed') {
        const key = `${day} ${route.rule}`;
        taken.set(key, (taken.get(key) ?? 0) + 1);
      }
      return { caseId: one.caseId, openedAt: one.openedAt, before: one.team, route };
    });
};

export interface RuleLine {
  /** null: no rule took it. */
  readonly rule: string | null;
  readonly team: string | null;
  readonly cases: number;
  /** Those that went elsewhere then. */
  readonly moved: number;
  /** Those that it would have taken had its quota not been used. */
  readonly beyondQuota: number;
  /** Most cases on one day (UTC). */
  readonly mostADay: number;
}

/** By rule, in the order in which they are written; the rest comes last. Rules that took nothing stand there, too. */
export const sumUp = (tried: readonly Tried[], { rules }: Routing): readonly RuleLine[] => {
  const lines = rules
    .filter(({ state }) => state !== 'expired')
    .map(({ name, team }) => lineOf(tried, { rule: name, team }));
  return [...lines, lineOf(tried, { rule: null, team: null })];
};

const lineOf = (
  tried: readonly Tried[],
  { rule, team }: { readonly rule: string | null; readonly team: string | null },
): RuleLine => {
  const own = tried.filter(({ route }) => (route.kind === 'routed' ? route.rule : null) === rule);
  const days = new Map<string, number>();
  for (const { openedAt } of own) {
    const day = openedAt.toISOString().slice(0, 10);
    days.set(day, (days.get(day) ?? 0) + 1);
  }
  return {
    rule,
    team,
    cases: own.length,
    moved: own.filter(({ before, route }) => before !== teamOf(route)).length,
    beyondQuota: tried.filter(
      ({ route }) => route.kind === 'default' && route.reason === 'quota' && route.rule === rule,
    ).length,
    mostADay: [...days.values()].reduce((most, n) => Math.max(most, n), 0),
  };
};
