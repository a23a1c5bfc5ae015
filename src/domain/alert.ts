import type { Category, DangerKind } from './classification.ts';
import type { Reason } from './decision.ts';
import type { Severity } from './severity.ts';

/** Something that people who work should hear. It holds no author, no link and no count of an audience. */
export type Alert = CaseAlert | DeadlineAlert | EscalationAlert | ServiceAlert;

/** A case opened, or its severity rose. */
export interface CaseAlert {
  readonly kind: 'case_opened' | 'severity_raised';
  readonly brand: string;
  readonly caseId: string;
  readonly severity: Severity;
  readonly danger: DangerKind | null;
  readonly categories: readonly Category[];
  readonly reasons: readonly Reason[];
  readonly source: string;
  /** ISO 8601 UTC. */
  readonly openedAt: string;
  readonly dueAt: string | null;
  /** Masked, at most 280 characters; null for danger and for erased text. */
  readonly excerpt: string | null;
}

export interface DeadlineAlert {
  readonly kind: 'deadline_near' | 'deadline_missed';
  readonly brand: string;
  readonly caseId: string;
  readonly severity: Severity;
  readonly danger: DangerKind | null;
  readonly dueAt: string;
}

/** A step of a chain: somebody is told of a case that waits. */
export interface EscalationAlert {
  readonly kind: 'escalation_step';
  readonly brand: string;
  readonly caseId: string;
  readonly severity: Severity;
  readonly danger: DangerKind | null;
  /** null: no answer is owed any more. */
  readonly dueAt: string | null;
  /** Name of the chain in evenhand.yaml. */
  readonly chain: string;
  /** The only channel that is told; null: those of the leads. Danger goes to its own people all the same. */
  readonly channel: string | null;
  /** Who is meant, by the name in `people`. */
  readonly person: string | null;
}

export interface ServiceAlert {
  readonly kind:
    | 'source_stale'
    | 'source_off'
    | 'source_gap'
    | 'source_silent'
    | 'source_heard'
    | 'caught_up'
    | 'all_well'
    | 'budget_used'
    | 'budget_warning'
    | 'replay_differs'
    | 'approval_needed'
    | 'executed_anyway'
    | 'executed_late'
    | 'executed_unasked'
    | 'escalation_requested'
    | 'escalation_overdue'
    /** A step of a chain that names nobody who may have the case. */
    | 'escalation_unheard'
    | 'resolution_near'
    | 'resolution_late'
    | 'late_foreseen'
    /** Of a problem; it names no member. */
    | 'problem_escalating'
    | 'problem_regressed'
    /** Words of an own account to customers; it names no customer. */
    | 'out_of_band_refusal'
    | 'out_of_band_attack'
    | 'out_of_band_unclear'
    /** A routing rule used its quota of the day. */
    | 'route_quota';
  readonly brand: string | null;
  /** Of the case that it is about; without one, it is about no danger. */
  readonly danger?: DangerKind | null;
  /** Values for the catalogue's placeholders; `case` is empty where it may not be named. */
  readonly values: Readonly<Record<string, string | number>>;
}
