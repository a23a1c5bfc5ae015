import type { Queues } from '../src/queue/queues.ts';
import type { IntakeDeps } from './intake.ts';
import type { Metrics } from './metrics.ts';
import type { Parts } from './parts.ts';
import type { ServiceOptions } from './service-options.ts';
import type { ToldByOthers } from './told-by-others.ts';

export interface Wiring {
  /** Each part enters its stop here once it runs. */
  readonly parts: Parts;
  readonly queues: Queues;
  readonly intake: IntakeDeps;
  readonly metrics: Metrics;
  readonly signal: AbortSignal;
}

export interface Outside {
  /** null: this process serves no HTTP. */
  readonly httpPort: number | null;
  readonly onWalked: ToldByOthers['onWalked'];
}

/**
 * What others call, and what tells others. A stage is loaded only where it runs: its modules are most of what a command
 * which decides by itself would wait for.
 */
export const startOutside = async (
  options: ServiceOptions,
  { parts, queues, intake, metrics, signal }: Wiring,
): Promise<Outside> => {
  const { stages } = options;
  let httpPort: number | null = null;
  if (stages.has('http')) {
    const { startHttpStage } = await import('./http-stage.ts');
    const http = await startHttpStage(options, intake, metrics);
    parts.http = http.stop;
    httpPort = http.port;
  }
  if (stages.has('notify')) {
    const { startNotifyStage } = await import('./notify-stage.ts');
    parts.notifier = (await startNotifyStage(options, queues, signal)).stop;
    const { startWebhooks } = await import('./webhook.worker.ts');
    parts.webhooks = startWebhooks(options, signal).stop;
  }
  if (stages.has('digest')) {
    const { startDigestStage } = await import('./digest-stage.ts');
    parts.digest = (await startDigestStage(options)).stop;
  }
  if (!stages.has('poll')) return { httpPort, onWalked: () => Promise.resolve() };
  const { startToldByOthers } = await import('./told-by-others.ts');
  const told = await startToldByOthers(options, intake, signal);
  parts.told = told.stop;
  return { httpPort, onWalked: told.onWalked };
};
