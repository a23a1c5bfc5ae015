import type { Alert } from '../domain/alert.ts';
import type { Severity } from '../domain/severity.ts';
import { severityRank } from '../domain/severity.ts';
import { isDanger } from './policy.ts';

/** The problem to which a case belongs for certain, as far as alerts know it. */
export interface ProblemStanding {
  readonly problemId: string;
  /** The highest severity under which the team was told of it; null: nobody was told yet. */
  readonly toldAs: Severity | null;
}

/** Why a member's alert is told or kept back. */
export type Inhibited =
  | {
      readonly kind: 'told';
      readonly reason:
        | 'no_problem'
        | 'not_first_alert'
        | 'danger'
        | 'critical'
        | 'problem_not_told'
        | 'more_severe';
    }
  | { readonly kind: 'inhibited'; readonly problemId: string };

/**
 * A problem's alert quiets that its members' cases opened: Alertmanager's inhibition. Only the first alert of a case is
 * quieted, and only while the problem was told at least as severe; never danger, a critical case, a severity that rose or
 * a warning of a deadline. The case, its clock and its place in the queue stay as they are, and its size plays no part.
 */
export const judgeInhibition = (alert: Alert, problem: ProblemStanding | null): Inhibited => {
  if (problem === null) return { kind: 'told', reason: 'no_problem' };
  if (alert.kind !== 'case_opened') return { kind: 'told', reason: 'not_first_alert' };
  if (isDanger(alert)) return { kind: 'told', reason: 'danger' };
  if (alert.severity === 'critical') return { kind: 'told', reason: 'critical' };
  if (problem.toldAs === null) return { kind: 'told', reason: 'problem_not_told' };
  return severityRank(alert.severity) > severityRank(problem.toldAs)
    ? { kind: 'told', reason: 'more_severe' }
    : { kind: 'inhibited', problemId: problem.problemId };
};
