import type { Metrics } from './metrics.ts';
import type { ServiceOptions } from './service-options.ts';

/** Every event is counted and then told. */
export const measured = (options: ServiceOptions, metrics: Metrics): ServiceOptions => ({
  ...options,
  onPage: both(metrics.onPage, options.onPage),
  onBatch: both(metrics.onBatch, options.onBatch),
  onDelivery: both(metrics.onDelivery, options.onDelivery),
  onSinkCall: both(metrics.onSinkCall, options.onSinkCall ?? (() => undefined)),
});

export const both =
  <Event>(one: (event: Event) => void, other: (event: Event) => void) =>
  (event: Event): void => {
    one(event);
    other(event);
  };
