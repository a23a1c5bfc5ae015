import type { SinkConfig } from '../config/sink-config.ts';
import type { SinkSettings } from '../src/domain/sink.ts';
import type { Clock } from '../src/lib/clock.ts';
import { createChatwootSink } from '../src/notify/sinks/chatwoot.ts';
import { createFreshdeskSink } from '../src/notify/sinks/freshdesk.ts';
import { createJiraSink } from '../src/notify/sinks/jira.ts';
import type { Sink } from '../src/notify/sinks/sink.ts';
import { createZammadSink } from '../src/notify/sinks/zammad.ts';
import { createZendeskSink } from '../src/notify/sinks/zendesk.ts';
import type { Database } from '../src/postgres/database.ts';

/** A helpdesk as configured, and how it is spoken to. */
export interface WiredSink {
  readonly settings: SinkSettings;
  readonly sink: Sink;
}

export interface SinkDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly sinks: readonly WiredSink[];
  readonly fetch: typeof fetch;
  readonly signal: AbortSignal;
  readonly onCall: (event: SinkEvent) => void;
  readonly onError: (what: string, error: Error) => void;
}

/** One call, or one reading, and what came of it. */
export interface SinkEvent {
  readonly sink: string;
  readonly caseId: string;
  readonly what: 'create' | 'note' | 'recall' | 'read';
  readonly outcome: 'done' | 'transient' | 'permanent';
  readonly reason: string | null;
}

export const wireSinks = (sinks: readonly SinkConfig[]): readonly WiredSink[] =>
  sinks.map((config) => ({ settings: config, sink: createSink(config) }));

const createSink = (config: SinkConfig): Sink => {
  switch (config.kind) {
    case 'zendesk':
      return createZendeskSink(config);
    case 'zammad':
      return createZammadSink(config);
    case 'chatwoot':
      return createChatwootSink(config);
    case 'freshdesk':
      return createFreshdeskSink(config);
    case 'jira':
      return createJiraSink(config);
  }
};
