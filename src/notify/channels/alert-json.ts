import { alertTypes } from '../../domain/alert-types.ts';
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
  return only === undefined || more.length > 0 ? 'alerts.grouped' : alertTypes[only.alert.kind];
};

/** An alert for programs: ids, codes and sentences of our own, and of the post a masked excerpt. */
export const alertJson = ({ id, raisedAt, alert }: OutboxAlert, language: CatalogueLanguage) => {
  const event = { id, type: alertTypes[alert.kind], raisedAt, brand: alert.brand };
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
