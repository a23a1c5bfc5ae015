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
  return {
    urgency: urgencyOf(alerts),
    head: headOfAll(alerts, voice),
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

/** Several steps may be of one case: then the last one says how far it has come. */
const headOfAll = (alerts: readonly EscalationAlert[], voice: Voice): string => {
  const count = new Set(alerts.map(({ caseId }) => caseId)).size;
  const last = alerts.at(-1);
  if (count === 1 && last !== undefined) return headOf(last, voice);
  const brands = new Set(alerts.map(({ brand }) => voice.plain(brand)));
  return say(voice.language, 'head.escalations', { count, brand: [...brands].join(', ') });
};

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
