import type { CatalogueLanguage } from '../../lib/catalogue.ts';
import type { AlertsContent, NotificationContent } from '../content.ts';
import { wordAlerts } from '../wording/word-alerts.ts';
import type { Urgency } from '../wording/wording.ts';
import { alertJson, typeOf } from './alert-json.ts';

/** Where logs go is read by more people than the desk: no words of a post stand in a line. */
export const consoleLine = (
  content: NotificationContent,
  language: CatalogueLanguage,
  channel: string,
): string => {
  const told = content.kind === 'letter' ? letterOf(content) : alertsOf(content, language);
  const { id: notification, writtenAt: timestamp } = content;
  return JSON.stringify({ ...told, channel, type: typeOf(content), notification, timestamp });
};

/** What was frozen for a terminal by a process that had one: it quotes a post, so it is named and not repeated. */
export const wrappedLine = (notification: string, channel: string): string =>
  JSON.stringify({
    level: 'warn',
    message: 'A message was worded for a terminal and is not repeated in a log: see evenhand cases list',
    channel,
    notification,
  });

const letterOf = ({ title }: NotificationContent & { readonly kind: 'letter' }) => ({
  level: 'info',
  message: title,
});

/** More than a line should hold; a message may tell of two thousand. */
const mostTold = 10;

const alertsOf = (content: AlertsContent, language: CatalogueLanguage) => {
  const { head, lines, urgency } = wordAlerts(content, {
    language,
    isLive: false,
    plain: (text) => text,
    moment: (time) => time,
  });
  const more = content.alerts.length - mostTold;
  return {
    level: levels[urgency],
    message: head,
    ...(lines.length === 0 ? {} : { lines }),
    alerts: content.alerts
      .slice(0, mostTold)
      .map((row) => ({ ...alertJson(row, language), excerpt: undefined })),
    ...(more > 0 ? { more } : {}),
  };
};

const levels: Readonly<Record<Urgency, 'warn' | 'info'>> = {
  danger: 'warn',
  critical: 'warn',
  high: 'warn',
  notice: 'warn',
  medium: 'info',
  low: 'info',
  well: 'info',
};
