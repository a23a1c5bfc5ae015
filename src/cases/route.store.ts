import { sql } from 'kysely';
import type { Category, Language } from '../domain/classification.ts';
import type { RouteFacts } from '../domain/routing.ts';
import type { Severity } from '../domain/severity.ts';
import type { Transaction } from '../postgres/database.ts';
import type { CaseRow } from './fold-types.ts';

/** Where a case goes, and where it would go with the rules of the background. */
export interface StoredRoute {
  readonly caseId: string;
  readonly rule: string | null;
  readonly team: string | null;
  readonly channel: string | null;
  /** Why it goes to nobody in particular; null: a rule took it. */
  readonly reason: 'no_rule' | 'quota' | null;
  readonly shadowRule: string | null;
  readonly shadowTeam: string | null;
  readonly shadowChannel: string | null;
  readonly isDifferent: boolean;
}

/** How cases that a person opens, or splits off, get their team: as those that the triage worker opens. */
export type RouteOpened = (tx: Transaction, opened: readonly CaseRow[]) => Promise<void>;

/** Whether some case went to this team. */
export const isTeamOfRecord = async (tx: Transaction, team: string): Promise<boolean> => {
  const { rows } = await sql<{ known: boolean }>`
    select exists (select 1 from desk.case_route where team = ${team}) as known`.execute(tx);
  return rows[0]?.known === true;
};

/** Once for each case. */
export const insertRoutes = async (
  tx: Transaction,
  routes: readonly StoredRoute[],
  now: Date,
): Promise<void> => {
  if (routes.length === 0) return;
  await sql`
    insert into desk.case_route (case_id, rule, team, channel, reason, shadow_rule, shadow_team, shadow_channel, is_different, routed_at)
    select r."caseId", r.rule, r.team, r.channel, r.reason, r."shadowRule", r."shadowTeam", r."shadowChannel", r."isDifferent", ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(routes)}::json) as r ("caseId" bigint, rule text, team text, channel text, reason text,
      "shadowRule" text, "shadowTeam" text, "shadowChannel" text, "isDifferent" boolean)
    on conflict (case_id) do nothing`.execute(tx);
};

/** To which a rule gave a case; null: everybody's. */
export const readTeam = async (tx: Transaction, caseId: string): Promise<string | null> => {
  const { rows } = await sql<{ team: string | null }>`
    select team from desk.case_route where case_id = ${caseId}`.execute(tx);
  return rows[0]?.team ?? null;
};

/** Cases that rules took since a moment. */
export const countTaken = async (
  tx: Transaction,
  rules: readonly string[],
  since: Date,
): Promise<ReadonlyMap<string, number>> => {
  if (rules.length === 0) return new Map();
  const { rows } = await sql<{ rule: string; n: string }>`
    select rule, count(*) as n from desk.case_route
    where rule = any(${[...rules]}::text[]) and routed_at >= ${since} group by rule`.execute(tx);
  return new Map(rows.map(({ rule, n }) => [rule, Number(n)]));
};

/** Languages of the posts that opened cases, where one is known. */
export const readCaseLanguages = async (
  tx: Transaction,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, Language>> => {
  if (caseIds.length === 0) return new Map();
  const { rows } = await sql<{ case_id: string; language: Language }>`
    select distinct on (case_id) case_id, language from desk.mention
    where case_id = any(${[...caseIds]}::bigint[]) and language is not null order by case_id, mention_id`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.case_id, row.language]));
};

/** Rules that have used their quota for the first time this day. */
export const tripQuotas = async (
  tx: Transaction,
  rules: readonly string[],
  { day, now }: { readonly day: string; readonly now: Date },
): Promise<readonly string[]> => {
  if (rules.length === 0) return [];
  const { rows } = await sql<{ rule: string }>`
    insert into desk.route_trip (rule, day, at) select r, ${day}::date, ${now}::timestamptz from unnest(${[...rules].toSorted()}::text[]) as r
    on conflict do nothing returning rule`.execute(tx);
  return rows.map(({ rule }) => rule);
};

/** A case as it was when it opened, for trying rules on history. */
export interface RoutedCase extends RouteFacts {
  readonly caseId: string;
  readonly openedAt: Date;
  readonly team: string | null;
}

/** Neither danger nor what was imported as past: no rule routes them. The oldest first. */
export const readRoutedCases = async (
  tx: Transaction,
  { since, after, limit }: { readonly since: Date; readonly after: string | null; readonly limit: number },
): Promise<readonly RoutedCase[]> => {
  const { rows } = await sql<{
    case_id: string;
    brand: string;
    source: string;
    categories: Category[];
    severity: Severity;
    received_at: Date;
    language: Language | null;
    team: string | null;
  }>`
    select c.case_id, c.brand, c.source, c.categories, c.severity, c.received_at, r.team,
      (select m.language from desk.mention m where m.case_id = c.case_id and m.language is not null order by m.mention_id limit 1) as language
    from desk."case" c left join desk.case_route r on r.case_id = c.case_id
    where c.received_at >= ${since} and c.danger is null and not c.is_history
      and (${after}::bigint is null or c.case_id > ${after}::bigint)
    order by c.case_id limit ${limit}`.execute(tx);
  return rows.map(({ case_id: caseId, received_at: openedAt, ...row }) => ({ ...row, caseId, openedAt }));
};

/** How often the rules of the background would have led elsewhere. */
export interface ShadowLine {
  readonly team: string | null;
  readonly shadowRule: string | null;
  readonly shadowTeam: string | null;
  readonly shadowChannel: string | null;
  readonly cases: number;
  /** Some of them, the newest first. */
  readonly samples: readonly string[];
}

export const readShadow = async (
  tx: Transaction,
  since: Date,
): Promise<{ readonly routed: number; readonly lines: readonly ShadowLine[] }> => {
  const { rows } = await sql<Omit<ShadowLine, 'cases'> & { cases: string }>`
    select team, shadow_rule as "shadowRule", shadow_team as "shadowTeam", shadow_channel as "shadowChannel", count(*) as cases,
      (array_agg(case_id::text order by case_id desc))[1:3] as samples
    from desk.case_route where is_different and routed_at >= ${since}
    group by team, shadow_rule, shadow_team, shadow_channel order by count(*) desc, shadow_rule`.execute(tx);
  const counted = await sql<{
    n: string;
  }>`select count(*) as n from desk.case_route where routed_at >= ${since}`.execute(tx);
  return {
    routed: Number(counted.rows[0]?.n ?? 0),
    lines: rows.map((row) => ({ ...row, cases: Number(row.cases) })),
  };
};
