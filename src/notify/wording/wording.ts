import type { CaseAlert, DeadlineAlert, EscalationAlert, ServiceAlert } from '../../domain/alert.ts';
import { type Severity, severityRank } from '../../domain/severity.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { isDanger } from '../policy.ts';

/** How a channel speaks: its language, its way to write a moment, and its way to make foreign text harmless. */
export interface Voice {
  readonly language: CatalogueLanguage;
  readonly moment: (time: string) => string;
  readonly plain: (text: string) => string;
  /** Bytes that are read when they are written may say "in 47 min"; those that are retried for days may not. */
  readonly isLive: boolean;
}

/** Colour and icon of a message. */
export type Urgency = 'danger' | Severity | 'notice' | 'well';

/** A message in words, the same for every channel that people read. */
export interface Wording {
  readonly urgency: Urgency;
  readonly head: string;
  readonly cards: readonly Card[];
  readonly lines: readonly string[];
  /** What to type for all of it; null when every card has its own. */
  readonly command: string | null;
}
export interface Card {
  readonly caseId: string;
  readonly urgency: Urgency;
  readonly severity: string;
  /** This and the next three are empty for a deadline warning. */
  readonly issue: string;
  /** Empty, too, when the head says it all. */
  readonly why: string;
  readonly source: string;
  readonly age: string;
  readonly due: string;
  /** null for danger, for erased text and for a deadline warning. */
  readonly excerpt: string | null;
  readonly note: string | null;
  readonly command: string;
}

/** The alerts of a message by family, in the order of the queue. */
export interface Parts {
  readonly cases: readonly CaseAlert[];
  readonly deadlines: readonly DeadlineAlert[];
  readonly escalations: readonly EscalationAlert[];
  readonly services: readonly ServiceAlert[];
}

export const urgencyOf = (alerts: readonly (CaseAlert | DeadlineAlert | EscalationAlert)[]): Urgency => {
  if (alerts.some(isDanger)) return 'danger';
  return (
    alerts.map(({ severity }) => severity).toSorted((a, b) => severityRank(b) - severityRank(a))[0] ??
    'notice'
  );
};
