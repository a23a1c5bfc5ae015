import type { CatalogueLanguage } from '../lib/catalogue.ts';
import type { Channel } from './channels/channel.ts';
import type { FrozenNotification, NotificationContent } from './content.ts';

/** Renders a notification for its channel. This happens once, in the transaction that writes the row. */
export const freeze = (
  channel: Channel,
  content: NotificationContent,
  language: CatalogueLanguage,
): FrozenNotification => ({
  id: content.id,
  channel: channel.name,
  kind: content.kind,
  memberIds: content.kind === 'letter' ? content.quotes : content.alerts.map(({ id }) => id),
  body: channel.render(content, language),
  contentType: channel.contentType,
  ...hangingTogether(channel, content),
});

const hangingTogether = (
  { follows, hangsTogether }: Channel,
  content: NotificationContent,
): Pick<FrozenNotification, 'thread' | 'stage'> => {
  if (content.kind === 'letter') return {};
  if (follows === undefined) return hangsTogether === true ? { thread: content.thread } : {};
  const tellsOfCases = content.alerts.some(({ alert }) => 'caseId' in alert);
  return { thread: content.thread, ...(tellsOfCases ? { stage: 'open' as const } : {}) };
};
