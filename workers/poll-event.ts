import type { SourceQuota } from '../src/domain/source-quota.ts';
import type { SourceError } from '../src/sources/source.ts';

/** What a walk of a source tells the log and the metrics. */
export type PollEvent =
  | {
      readonly kind: 'page';
      readonly traceId: string;
      readonly source: string;
      readonly read: number;
      readonly kept: number;
      readonly gap: string | null;
      readonly quota?: SourceQuota | null;
      readonly rejected: number;
    }
  | { readonly kind: 'error'; readonly source: string; readonly error: SourceError }
  | { readonly kind: 'slowed'; readonly source: string; readonly batches: number };
