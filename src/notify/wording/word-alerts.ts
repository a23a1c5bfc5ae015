import type { CaseAlert, DeadlineAlert, EscalationAlert, ServiceAlert } from '../../domain/alert.ts';
import type { AlertsContent } from '../content.ts';
import { wordCases, wordDeadlines } from './word-cases.ts';
import { wordEscalations } from './word-escalations.ts';
import { wordCatchUp, wordServices } from './word-notices.ts';
import type { Parts, Voice, Wording } from './wording.ts';

/** What is at stake, why, until when, and the command, for one alert or many. */
export const wordAlerts = (content: AlertsContent, voice: Voice): Wording => {
  const parts = partsOf(content);
  if (content.kind === 'catch_up') return wordCatchUp(parts, content, voice);
  if (parts.cases.length > 0) return wordCases(parts.cases, content, voice);
  if (parts.deadlines.length > 0) return wordDeadlines(parts.deadlines, content, voice);
  if (parts.escalations.length > 0) return wordEscalations(parts.escalations, content, voice);
  return wordServices(parts.services, voice);
};

const partsOf = ({ alerts }: AlertsContent): Parts => {
  const all = alerts.map(({ alert }) => alert);
  return {
    cases: all.filter((alert): alert is CaseAlert => 'openedAt' in alert).toSorted(byDeadline),
    deadlines: all
      .filter(
        (alert): alert is DeadlineAlert => 'caseId' in alert && !('openedAt' in alert) && !('chain' in alert),
      )
      .toSorted(byDeadline),
    escalations: all.filter((alert): alert is EscalationAlert => 'chain' in alert).toSorted(byDeadline),
    services: all.filter((alert): alert is ServiceAlert => 'values' in alert),
  };
};

type Waiting = CaseAlert | DeadlineAlert | EscalationAlert;

/** The order of the queue: the earliest deadline first, never the loudest case. */
const byDeadline = (a: Waiting, b: Waiting): number =>
  (a.dueAt ?? '9').localeCompare(b.dueAt ?? '9') || a.caseId.localeCompare(b.caseId, 'en', { numeric: true });
