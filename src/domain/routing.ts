import type { Category, Language } from './classification.ts';
import type { Severity } from './severity.ts';

export const routeStates = ['draft', 'background', 'live', 'expired'] as const;
/** `draft`: tried on history only; `background`: what it would change is written down; `live`: it decides; `expired`: nothing. */
export type RouteState = (typeof routeStates)[number];

/** An ordered rule: the first that fits names the team. It knows words and places, never who asks or how many listen. */
export interface RouteRule {
  readonly name: string;
  readonly state: RouteState;
  /** ISO 8601 day, UTC: from then on it is expired. */
  readonly expires: string | null;
  readonly match: RouteMatch;
  readonly team: string;
  /** Where the team hears of these cases instead of in every channel of the leads; null: everywhere. */
  readonly channel: string | null;
  /** Cases a day (UTC); beyond them the rule lets go until the next day. null: no bound. */
  readonly quotaPerDay: number | null;
}

/** Each that is not empty must fit. */
export interface RouteMatch {
  readonly brands: readonly string[];
  readonly categories: readonly Category[];
  readonly languages: readonly Language[];
  readonly regions: readonly string[];
  readonly severities: readonly Severity[];
}

export interface Routing {
  /** Region: the sources that belong to it. */
  readonly regions: Readonly<Record<string, readonly string[]>>;
  readonly rules: readonly RouteRule[];
}

/** What a rule may know of a case. */
export interface RouteFacts {
  readonly brand: string;
  readonly source: string;
  readonly categories: readonly Category[];
  readonly language: Language | null;
  readonly severity: Severity;
}
