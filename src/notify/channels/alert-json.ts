import type { Alert } from '../../domain/alert.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { reasonText } from '../../lib/reason-texts.ts';
import type { NotificationContent } from '../content.ts';
import { excerpt } from '../excerpt.ts';
import type { OutboxAlert } from '../plan.ts';
import { sayMarks } from '../speak.ts';

/** What a message is, for programs. */
export const typeOf = (content: NotificationContent): string => {
  if (content.kind === 'letter') return `${content.name}.ready`;
  if (content.kind === 'catch_up') return 'alerts.caught_up';
  const [only, ...more] = content.alerts;
  return only === undefined || more.length > 0 ? 'alerts.grouped' : eventTypes[only.alert.kind];
};

const eventTypes: Readonly<Record<Alert['kind'], string>> = {
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
  executed_unasked: 'guard.executed_unasked',
  escalation_step: 'case.escalated',
  escalation_requested: 'escalation.requested',
  escalation_overdue: 'escalation.overdue',
  resolution_near: 'service.resolution_near',
  resolution_late: 'service.resolution_late',
  problem_escalating: 'problem.escalating',
  problem_regressed: 'problem.regressed',
  late_foreseen: 'service.late_foreseen',
  route_quota: 'service.route_quota',
};

/** Every kind, as silences name them. */
export const alertKinds = Object.keys(eventTypes) as readonly Alert['kind'][];

/** An alert for programs: ids, codes and sentences of our own, and of the post a masked excerpt. */
export const alertJson = ({ id, raisedAt, alert }: OutboxAlert, language: CatalogueLanguage) => {
  const event = { id, type: eventTypes[alert.kind], raisedAt, brand: alert.brand };
  if ('values' in alert) return { ...event, values: alert.values };
  const { caseId, severity, dueAt } = alert;
  const found = { ...event, caseId, severity, dueAt };
  if ('chain' in alert)
    return { ...found, chain: alert.chain, person: alert.person, command: `evenhand cases show ${caseId}` };
  if (!('openedAt' in alert)) return { ...found, command: `evenhand cases show ${caseId}` };
  const { danger, categories, source, openedAt, reasons } = alert;
  return {
    ...found,
    command: `evenhand cases take ${caseId}`,
    danger,
    categories,
    source,
    openedAt,
    reasons: reasons.map(({ code, values = {} }) => ({
      code,
      values,
      text: reasonText({ code, values }, language),
    })),
    excerpt: danger === null && alert.excerpt ? sayMarks(excerpt(alert.excerpt), language) : null,
  };
};
