import type { Alert } from './alert.ts';

/** What an alert is called where programs hear of it. */
export const alertTypes: Readonly<Record<Alert['kind'], string>> = {
  case_opened: 'case.opened',
  severity_raised: 'case.severity_raised',
  deadline_near: 'case.deadline_near',
  deadline_missed: 'case.deadline_missed',
  source_stale: 'source.stale',
  source_off: 'source.off',
  source_gap: 'source.gap',
  source_silent: 'source.silent',
  source_heard: 'source.heard',
  caught_up: 'service.caught_up',
  all_well: 'service.all_well',
  budget_used: 'source.budget_used',
  budget_warning: 'source.budget_warning',
  replay_differs: 'service.replay_differs',
  approval_needed: 'guard.approval_needed',
  executed_anyway: 'guard.executed_anyway',
  executed_late: 'guard.executed_late',
  executed_unasked: 'guard.executed_unasked',
  escalation_step: 'case.escalated',
  escalation_requested: 'escalation.requested',
  escalation_overdue: 'escalation.overdue',
  escalation_unheard: 'escalation.unheard',
  resolution_near: 'service.resolution_near',
  resolution_late: 'service.resolution_late',
  problem_escalating: 'problem.escalating',
  problem_regressed: 'problem.regressed',
  out_of_band_refusal: 'out_of_band.refusal',
  out_of_band_attack: 'out_of_band.attack',
  out_of_band_unclear: 'out_of_band.unclear',
  late_foreseen: 'service.late_foreseen',
  route_quota: 'service.route_quota',
};

/** Every kind, as silences name them. */
export const alertKinds = Object.keys(alertTypes) as readonly Alert['kind'][];
