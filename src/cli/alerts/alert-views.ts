import { caseName } from '../../domain/case-id.ts';
import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import { sayDelivery } from '../../notify/say-delivery.ts';
import type { CaseAlertLog, SentMessage, UnsentAlert } from '../../notify/sent/sent.store.ts';
import { columns } from '../render/columns.ts';
import { localTime } from '../render/local-time.ts';
import { printable } from '../render/text-width.ts';
import { type AlertText, sayAlert } from './texts.ts';

interface Seen {
  readonly language: CatalogueLanguage;
  readonly timezone: string;
  readonly now: Date;
}

export const messagesView = (messages: readonly SentMessage[], seen: Seen): string => {
  if (messages.length === 0) return sayAlert(seen.language, 'none');
  const rows = messages.map((message) => [
    shortId(message.id),
    localTime(message.writtenAt, seen),
    printable(message.channel),
    casesText(message, 3, seen),
    stateText(message, seen),
  ]);
  return columns([headsOf(['id', 'when', 'channel', 'cases', 'state'], seen), ...rows]);
};

export const messageView = (message: SentMessage, seen: Seen): string =>
  columns([
    [sayAlert(seen.language, 'head.id'), message.id],
    [sayAlert(seen.language, 'head.channel'), printable(message.channel)],
    [sayAlert(seen.language, 'head.when'), localTime(message.writtenAt, seen)],
    [sayAlert(seen.language, 'head.state'), stateText(message, seen)],
    [
      sayAlert(seen.language, 'head.kind'),
      message.kinds.length === 0 ? message.kind : message.kinds.join(', '),
    ],
    [sayAlert(seen.language, 'head.cases'), casesText(message, 20, seen)],
  ]);

export const unsentView = (alerts: readonly UnsentAlert[], seen: Seen): string => {
  if (alerts.length === 0) return sayAlert(seen.language, 'noneUnsent');
  const rows = alerts.map((alert) => [
    localTime(alert.raisedAt, seen),
    alert.kind,
    alert.caseId === null ? '' : caseName(alert.caseId),
    reasonText(alert.reason, alert.cause, seen),
  ]);
  return columns([headsOf(['raised', 'kind', 'cases', 'reason'], seen), ...rows]);
};

export const alertsView = (alerts: readonly CaseAlertLog[], seen: Seen): string => {
  const rows = alerts.map(({ raisedAt, kind, messages, reason, cause }) => [
    localTime(raisedAt, seen),
    kind,
    messages.map(shortId).join(', '),
    reason === null ? '' : reasonText(reason, cause, seen),
  ]);
  return columns([headsOf(['raised', 'kind', 'told', 'reason'], seen), ...rows]);
};

type Head = 'id' | 'when' | 'channel' | 'cases' | 'state' | 'kind' | 'raised' | 'told' | 'reason';
const headsOf = (heads: readonly Head[], { language }: Seen): readonly string[] =>
  heads.map((head) => sayAlert(language, `head.${head}`));

/** Long enough to be told apart, short enough for a line; `alerts show` takes it. */
const shortId = (id: string): string => id.slice(0, 16);

const casesText = ({ cases, kinds }: SentMessage, most: number, { language }: Seen): string => {
  if (cases.length === 0) return kinds.join(', ');
  const named = cases.slice(0, most).map((caseId) => caseName(caseId));
  const count = cases.length - most;
  return [named.join(', '), ...(count > 0 ? [sayAlert(language, 'more', { count })] : [])].join(' ');
};

const stateText = ({ state, attempts, deliveredAt, nextAt, reason }: SentMessage, seen: Seen): string => {
  const { language } = seen;
  const why = reason === null ? '' : sayDelivery(reason, language);
  if (state === 'failed') return sayAlert(language, 'state.failed', { reason: why });
  if (state === 'delivered') {
    const when = deliveredAt === null ? '' : localTime(deliveredAt, seen);
    return reason === null
      ? sayAlert(language, 'state.delivered', { when })
      : sayAlert(language, 'state.remark', { when, reason: why });
  }
  if (attempts === 0 || nextAt === null) return sayAlert(language, 'state.pending');
  return sayAlert(language, 'state.retry', { count: attempts, when: localTime(nextAt, seen) });
};

const reasons: Readonly<Record<string, AlertText>> = {
  summary_only: 'reason.summary_only',
  no_channel: 'reason.no_channel',
  superseded: 'reason.superseded',
  silenced: 'reason.silenced',
  inhibited: 'reason.inhibited',
};

const reasonText = (reason: string, cause: string | null, { language }: Seen): string => {
  const key = reasons[reason];
  return key === undefined ? reason : sayAlert(language, key, { cause: cause ?? '' });
};
