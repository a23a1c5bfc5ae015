import type { EscalationAlert } from '../../domain/alert.ts';
import type { AlertsContent } from '../content.ts';
import { say } from '../speak.ts';
import { dueOf } from './word-cases.ts';
import { type Card, urgencyOf, type Voice, type Wording } from './wording.ts';

/** Steps of chains: which case, who is asked, and until when; never a word of the customer. */
export const wordEscalations = (
  alerts: readonly EscalationAlert[],
  content: AlertsContent,
  voice: Voice,
): Wording => {
  const [first] = alerts;
  const head = alerts.length === 1 && first !== undefined ? headOf(first, voice) : headOfAll(alerts, voice);
  return {
    urgency: urgencyOf(alerts),
    head,
    cards: alerts.map((alert) => cardOf(alert, content, voice)),
    lines: [],
    command: null,
  };
};

const headOf = ({ brand, caseId, chain, person }: EscalationAlert, { language, plain }: Voice): string => {
  const values = { brand: plain(brand), case: plain(caseId), chain: plain(chain) };
  return person === null
    ? say(language, 'head.escalation', values)
    : say(language, 'head.escalation_person', { ...values, person: plain(person) });
};

const headOfAll = (alerts: readonly EscalationAlert[], { language, plain }: Voice): string =>
  say(language, 'head.escalations', {
    count: alerts.length,
    brand: [...new Set(alerts.map(({ brand }) => plain(brand)))].join(', '),
  });

const cardOf = (alert: EscalationAlert, { writtenAt }: AlertsContent, voice: Voice): Card => ({
  caseId: voice.plain(alert.caseId),
  urgency: urgencyOf([alert]),
  severity: say(voice.language, `severity.${alert.severity}`),
  issue: '',
  why: '',
  source: '',
  age: '',
  due: dueOf(alert.dueAt, writtenAt, voice),
  excerpt: null,
  note: alert.danger === null ? null : say(voice.language, 'danger.follow'),
  command: `evenhand cases take ${voice.plain(alert.caseId)}`,
});
