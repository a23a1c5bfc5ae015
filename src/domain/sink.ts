import type { Category } from './classification.ts';
import type { Severity } from './severity.ts';

/** What a helpdesk's status means here; `ignored`: nothing. */
export const sinkStatuses = ['open', 'pending', 'on_hold', 'resolved', 'ignored'] as const;
export type SinkStatus = (typeof sinkStatuses)[number];

/** Which cases go to a helpdesk: by what they are about, never by whose they are. */
export interface SinkRules {
  /** null: every brand. */
  readonly brands: readonly string[] | null;
  readonly severities: readonly Severity[];
  /** null: every category but `staff`, which a whole helpdesk should not read. */
  readonly categories: readonly Category[] | null;
}

/** Our words to the helpdesk's, and its words back to ours. */
export interface SinkMapping {
  readonly priorities: Readonly<Record<Severity, string>>;
  readonly tags: Readonly<Partial<Record<Category, string>>>;
  /** Field of the helpdesk: what it says of a ticket of a category. */
  readonly fields: Readonly<Record<string, Readonly<Partial<Record<Category, string>>>>>;
  /** Beside what the kind of helpdesk means by itself; keys are lower-case. */
  readonly statuses: Readonly<Record<string, SinkStatus>>;
}

export type SinkFollow =
  | { readonly by: 'poll'; readonly pollMinutes: number }
  | { readonly by: 'webhook'; readonly secret: string };

export interface SinkSettings {
  /** As configured, e.g. `helpdesk`; the actor of what is done there. */
  readonly name: string;
  readonly language: 'en' | 'de';
  readonly rules: SinkRules;
  readonly mapping: SinkMapping;
  readonly follow: SinkFollow;
}
