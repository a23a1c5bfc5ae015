import type { SinkHooks } from '../src/http/routes/sink-hooks.ts';
import { ring } from '../src/notify/sinks/ticket.store.ts';
import type { ServiceOptions } from './service-options.ts';
import { type SinkDeps, type WiredSink, wireSinks } from './sinks.ts';
import { registerSinks, runSinks } from './sinks.worker.ts';

export interface SinkStage {
  stop(): Promise<void>;
}

/** Calls are rows: a look every two seconds finds what is due. */
const lookMs = 2_000;

/** Helpdesks are told by whoever notifies. */
export const startSinkStage = async (options: ServiceOptions, signal: AbortSignal): Promise<SinkStage> => {
  const sinks = wireSinks(options.config.sinks);
  if (sinks.length === 0) return { stop: () => Promise.resolve() };
  const { db, clock, fetch, onError, onSinkCall: onCall = () => undefined } = options;
  const deps: SinkDeps = { db, clock, fetch, signal, sinks, onCall, onError };
  await registerSinks(deps);
  let running: Promise<void> | null = null;
  const timer = setInterval(() => {
    running ??= runSinks(deps)
      .catch((error: unknown) => onError('sinks', error instanceof Error ? error : new Error(String(error))))
      .finally(() => {
        running = null;
      });
  }, lookMs);
  return {
    stop: async () => {
      clearInterval(timer);
      await running;
    },
  };
};

/** null: no helpdesk rings. What a bell says is not believed: it only says which ticket is to be read. */
export const sinkHooksOf = ({ config, db, clock }: ServiceOptions): SinkHooks | null => {
  const ringing = new Map(
    wireSinks(config.sinks).flatMap((wired) =>
      wired.settings.follow.by === 'webhook' ? [[wired.settings.name, wired] as const] : [],
    ),
  );
  if (ringing.size === 0) return null;
  return {
    hear: async (name, delivery) => {
      const wired = ringing.get(name);
      if (wired === undefined) return 'unknown';
      const heard = wired.sink.parseWebhook(delivery, secretOf(wired), clock.now());
      if (heard.kind === 'refused') return heard.why;
      const { id, ticket } = heard;
      return db
        .transaction('desk', (tx) => ring(tx, { sink: name, delivery: id, ticket, now: clock.now() }))
        .catch(() => 'unavailable' as const);
    },
  };
};

const secretOf = ({ settings: { follow } }: WiredSink): string =>
  follow.by === 'webhook' ? follow.secret : '';
