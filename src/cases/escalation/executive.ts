import type { EscalationCriterion, ExecutivePath } from '../../domain/escalation.ts';
import { type Severity, severityRank } from '../../domain/severity.ts';

/** What the record shows of a case; nothing of an audience is among it. */
export interface CaseFacts {
  readonly severity: Severity;
  /** Deadlines that passed without an answer. */
  readonly breaches: number;
  readonly openedAt: Date;
  /** It was resolved, and the customer came back. */
  readonly hasFailedRemedy: boolean;
  readonly isOver: boolean;
  readonly inDispute: boolean;
}

/** Which criteria the record bears out, in the order in which they are written. Pure. */
export const metCriteria = (
  facts: CaseFacts,
  { criteria, olderThanMs }: Pick<ExecutivePath, 'criteria' | 'olderThanMs'>,
  now: Date,
): readonly EscalationCriterion[] => {
  const isMet: Readonly<Record<EscalationCriterion, boolean>> = {
    breached_twice: facts.breaches >= 2,
    severity: severityRank(facts.severity) >= severityRank('high'),
    age: now.getTime() - facts.openedAt.getTime() >= olderThanMs,
    failed_remedy: facts.hasFailedRemedy,
  };
  return criteria.filter((criterion) => isMet[criterion]);
};

export type EscalationState = 'requested' | 'granted' | 'declined' | 'lapsed' | 'answered';

/** What somebody brought before an executive, as far as it decides what may come next. */
export interface ExecutiveCase {
  readonly state: EscalationState;
  /** null: nobody decided yet. */
  readonly decision: Exclude<EscalationState, 'requested' | 'answered'> | null;
  readonly requestedBy: string;
  readonly expiresAt: Date;
}

export type ExecutiveEvent =
  | { readonly kind: 'grant'; readonly by: string }
  | { readonly kind: 'decline'; readonly by: string; readonly reason: string }
  | { readonly kind: 'lapse' }
  | { readonly kind: 'answer'; readonly by: string; readonly text: string };

export interface ExecutiveMoment {
  readonly now: Date;
  readonly grantedThisWeek: number;
  readonly weeklyQuota: number;
}

export type ExecutiveOutcome =
  | { readonly kind: 'done'; readonly state: EscalationState }
  | { readonly kind: 'refused'; readonly code: ExecutiveRefusal };
export type ExecutiveRefusal =
  | 'answered'
  | 'decided'
  | 'lapsed'
  | 'own_request'
  | 'quota_used'
  | 'not_yet'
  | 'undecided'
  | 'no_reason'
  | 'no_text';

/**
 * What becomes of an escalation. Whoever asked does not grant it too; the quota bounds what is granted, never what may be
 * asked; and nothing but the text of an answer closes it, whatever was decided. Pure.
 */
export const advanceExecutive = (
  state: ExecutiveCase,
  event: ExecutiveEvent,
  moment: ExecutiveMoment,
): ExecutiveOutcome => {
  if (state.state === 'answered') return refuse('answered');
  if (event.kind === 'answer') return answer(state, event.text);
  if (state.state === 'lapsed') return refuse('lapsed');
  if (state.state !== 'requested') return refuse('decided');
  const isOver = moment.now >= state.expiresAt;
  if (event.kind === 'lapse') return isOver ? done('lapsed') : refuse('not_yet');
  if (isOver) return refuse('lapsed');
  if (event.kind === 'decline') return event.reason.trim() === '' ? refuse('no_reason') : done('declined');
  if (event.by.toLowerCase() === state.requestedBy.toLowerCase()) return refuse('own_request');
  return moment.grantedThisWeek >= moment.weeklyQuota ? refuse('quota_used') : done('granted');
};

/** Nobody answers before somebody decided: the answer says what was decided. */
const answer = ({ state }: ExecutiveCase, text: string): ExecutiveOutcome => {
  if (state === 'requested') return refuse('undecided');
  return text.trim() === '' ? refuse('no_text') : done('answered');
};

const done = (state: EscalationState): ExecutiveOutcome => ({ kind: 'done', state });
const refuse = (code: ExecutiveRefusal): ExecutiveOutcome => ({ kind: 'refused', code });

/** Monday 00:00 UTC of the week. */
export const weekStart = (now: Date): Date => {
  const day = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return new Date(day - ((now.getUTCDay() + 6) % 7) * 86_400_000);
};
