import type { Language } from './classification.ts';
import type { Severity } from './severity.ts';

/** A brand as configured: what to listen for, whose accounts are its own, and when its people work. */
export interface Brand {
  /** Key in evenhand.yaml, lower-case, e.g. `nordbahn`. */
  readonly id: string;
  readonly names: readonly string[];
  /** Without `@`, lower-case. */
  readonly handles: readonly string[];
  readonly phrases: readonly string[];
  readonly exclusions: Exclusions;
  /** Languages that are decided; a post in another one goes to the review list. Empty: en and de. */
  readonly languages: readonly Language[];
  readonly accounts: OwnAccounts;
  readonly calendar: Calendar;
  readonly sla: SlaPolicy;
  readonly onCall: readonly string[];
}

/** The only place that may name authors; the audit counts what it drops. */
export interface Exclusions {
  readonly phrases: readonly string[];
  readonly authors: readonly string[];
}

/** Handles or platform ids, lower-case, without `@`. */
export interface OwnAccounts {
  readonly support: readonly string[];
  readonly brand: readonly string[];
  readonly executives: readonly string[];
  readonly staff: readonly string[];
}

/** Opening times of a brand's support, per ISO weekday (1 = Monday), in minutes after midnight of `timezone`. */
export interface Calendar {
  /** IANA name, e.g. `Europe/Berlin`. */
  readonly timezone: string;
  /** Absent weekday: closed. `close` is exclusive and after `open`. */
  readonly hours: Readonly<Partial<Record<Weekday, { readonly open: number; readonly close: number }>>>;
  /** Days on which nobody works, as `2026-12-24` of `timezone`; absent: none. */
  readonly holidays?: readonly string[];
}
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** Time until an answer is due: by the clock on the wall, or in business days of the brand's calendar. */
export type Target =
  | { readonly kind: 'wall'; readonly ms: number }
  | { readonly kind: 'business_days'; readonly days: number };

export interface SlaPolicy {
  readonly first_response: Readonly<Record<Severity, Target>>;
  readonly next_response: Readonly<Record<Severity, Target>>;
  /** Warns, never orders; no default. */
  readonly resolution?: Readonly<Partial<Record<Severity, Target>>>;
}
