import type { Config } from '../config/config.ts';
import type { LogRoot } from '../src/cases/log/root.store.ts';
import type { Severity } from '../src/domain/severity.ts';
import type { Clock } from '../src/lib/clock.ts';
import type { Connect } from '../src/lib/safe-socket.ts';
import type { Database } from '../src/postgres/database.ts';
import type { BackendOptions } from '../src/queue/backend.ts';
import type { Source } from '../src/sources/source.ts';
import type { DeliveryEvent, WiredChannel } from './deliver.ts';
import type { PollEvent } from './poll-event.ts';
import type { SinkEvent } from './sinks.ts';
import type { Stage } from './stages.ts';
import type { BatchEvent } from './triage.worker.ts';

export interface ServiceOptions {
  readonly db: Database;
  readonly backend: BackendOptions;
  readonly config: Config;
  readonly sources: ReadonlyMap<string, Source>;
  /** Those of which audiences are asked for after the decision, where this process runs `reach`. */
  readonly audiences?: readonly Source[];
  readonly stages: ReadonlySet<Stage>;
  readonly version: string;
  readonly clock: Clock;
  readonly fetch: typeof fetch;
  /** For sources that listen. */
  readonly connect?: Connect;
  readonly alertFloor: Severity;
  readonly onPage: (event: PollEvent) => void;
  readonly onBatch: (event: BatchEvent) => void;
  readonly channels: readonly WiredChannel[];
  readonly onDelivery: (event: DeliveryEvent) => void;
  /** Told of every call to a helpdesk; absent: nobody is. */
  readonly onSinkCall?: (event: SinkEvent) => void;
  /** Where the daily roots of the log leave the database; absent: they stay in it. */
  readonly rootsDir?: string;
  readonly onRoot?: (root: LogRoot) => void;
  readonly onError: (what: string, error: Error) => void;
  /** Bearer token of `POST /ingest`; null: the route is closed. */
  readonly ingestToken: string | null;
  /** Another compiled entry for the deciding thread, for tests of poison. */
  readonly deciderEntry?: URL;
  readonly decideDeadlineMs?: number;
}
