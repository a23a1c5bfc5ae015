import type { Queues } from '../src/queue/queues.ts';
import { type Notifier, startNotifier } from './notifier.ts';
import type { ServiceOptions } from './service-options.ts';
import { startSinkStage } from './sink-stage.ts';

/** Whoever tells people tells their helpdesks too. */
export const startNotifyStage = async (
  options: ServiceOptions,
  queues: Queues,
  signal: AbortSignal,
): Promise<Notifier> => {
  const notifier = await startNotifier(options, queues, signal);
  const sinks = await startSinkStage(options, signal).catch(async (error: unknown) => {
    await notifier.stop();
    throw error;
  });
  return {
    stop: async () => {
      await notifier.stop();
      await sinks.stop();
    },
  };
};
