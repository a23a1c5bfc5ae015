import { type Severity, severities } from '../src/domain/severity.ts';
import type { SinkFollow, SinkMapping, SinkSettings } from '../src/domain/sink.ts';
import type { PlacedMessage } from './say-issue.ts';
import type { WrittenConfig } from './schema.ts';
import type { SinkConfig } from './sink-config.ts';

type WrittenSinks = NonNullable<WrittenConfig['sinks']>;
type WrittenSink = WrittenSinks[string];

export const buildSinks = (written: WrittenSinks): readonly SinkConfig[] =>
  Object.entries(written).map(([name, sink]) => buildSink(name, sink));

const buildSink = (name: string, sink: WrittenSink): SinkConfig => {
  const shared = {
    ...settingsOf(name, sink),
    baseUrl: sink.base_url.replace(/\/+$/, ''),
    token: sink.token,
  };
  switch (sink.kind) {
    case 'zendesk':
      return { kind: 'zendesk', user: sink.user, ...shared };
    case 'zammad':
      return { kind: 'zammad', group: sink.group, customer: sink.customer, ...shared };
    case 'chatwoot':
      return { kind: 'chatwoot', accountId: sink.account_id, inboxId: sink.inbox_id, ...shared };
    case 'freshdesk':
      return { kind: 'freshdesk', ...shared };
    case 'jira':
      return {
        kind: 'jira',
        user: sink.user,
        project: sink.project,
        issueType: sink.issue_type ?? 'Task',
        ...shared,
      };
  }
};

const settingsOf = (name: string, sink: WrittenSink): SinkSettings => ({
  name,
  language: sink.language ?? 'en',
  rules: {
    brands: sink.brands ?? null,
    severities: sink.severities ?? severities,
    categories: sink.categories ?? null,
  },
  mapping: mappingOf(sink),
  follow: followOf(sink),
});

const mappingOf = (sink: WrittenSink): SinkMapping => ({
  priorities: { ...standardPriorities[sink.kind], ...textsOf(sink.priorities ?? {}) },
  tags: textsOf(sink.tags ?? {}),
  fields: Object.fromEntries(
    Object.entries(sink.fields ?? {}).map(([field, values]) => [field, textsOf(values)]),
  ),
  statuses: Object.fromEntries(
    Object.entries(sink.statuses ?? {}).map(([status, meaning]) => [status.toLowerCase(), meaning]),
  ),
});

const textsOf = (written: object): Record<string, string> =>
  Object.fromEntries(
    Object.entries(written).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
  );

/** The words of each API (docs/sinks.md). */
const standardPriorities: Readonly<Record<WrittenSink['kind'], Readonly<Record<Severity, string>>>> = {
  zendesk: { critical: 'urgent', high: 'high', medium: 'normal', low: 'low' },
  zammad: { critical: '3 high', high: '3 high', medium: '2 normal', low: '1 low' },
  chatwoot: { critical: 'urgent', high: 'high', medium: 'medium', low: 'low' },
  freshdesk: { critical: '4', high: '3', medium: '2', low: '1' },
  jira: { critical: 'Highest', high: 'High', medium: 'Medium', low: 'Low' },
};

const standardPollMinutes = 10;

const followOf = (sink: WrittenSink): SinkFollow =>
  sink.follow === 'webhook'
    ? { by: 'webhook', secret: sink.webhook_secret ?? '' }
    : { by: 'poll', pollMinutes: sink.poll_minutes ?? standardPollMinutes };

export function* sinkContradictions(written: WrittenConfig): Generator<PlacedMessage> {
  for (const [name, { brands }] of Object.entries(written.sinks ?? {})) {
    for (const brand of brands ?? [])
      if (!(brand in written.brands))
        yield {
          path: ['sinks', name, 'brands'],
          message: `names "${brand}", which is not one of the brands`,
        };
    if (name in (written.people ?? {}))
      yield {
        path: ['sinks', name],
        message: `has the name of somebody who works here, and what is done there stands under it; call it otherwise`,
      };
  }
}
