import type { Category } from '../../domain/classification.ts';
import type { Reason } from '../../domain/decision.ts';
import type { Severity } from '../../domain/severity.ts';
import type { SinkRules } from '../../domain/sink.ts';

/** What a helpdesk may hear of a case, and what decides whether it may. No audience, no author, no address. */
export interface CaseFacts {
  readonly caseId: string;
  readonly brand: string;
  readonly source: string;
  readonly severity: Severity;
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly isDanger: boolean;
  readonly inDispute: boolean;
  readonly isHistory: boolean;
  readonly end: 'resolved' | 'closed' | null;
  readonly mergedInto: string | null;
  /** Rises with everything that a person does to it. */
  readonly version: number;
  /** The customer's, in the order of their times. */
  readonly posts: readonly CaseWords[];
}

export interface CaseWords {
  readonly key: string;
  /** Masked and cut; null: erased, or not to be shown. */
  readonly excerpt: string | null;
  readonly isErased: boolean;
}

/** Danger, a dispute, and complaints about people who work there: confidential by default (DESIGN.md 4). */
export const isConfidential = (facts: CaseFacts, { categories }: SinkRules): boolean =>
  facts.isDanger || facts.inDispute || (categories === null && facts.categories.includes('staff'));

/** By what the case is about. A case that is over, or that nobody answers here any more, opens no ticket. */
export const goesThere = (facts: CaseFacts, rules: SinkRules): boolean =>
  !isConfidential(facts, rules) &&
  !facts.isHistory &&
  facts.end === null &&
  facts.mergedInto === null &&
  (rules.brands === null || rules.brands.includes(facts.brand)) &&
  rules.severities.includes(facts.severity) &&
  (rules.categories === null || facts.categories.some((category) => rules.categories?.includes(category)));
