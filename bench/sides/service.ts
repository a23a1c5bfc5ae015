import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ChannelConfig } from '../../config/channel-config.ts';
import type { Config } from '../../config/config.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { DatabaseOptions } from '../../src/postgres/database.ts';
import type { BackendOptions } from '../../src/queue/backend.ts';
import type { Stage } from '../../workers/stages.ts';
import { built } from '../built.ts';
import { serveSide } from '../side.ts';

export interface ServiceSetup {
  readonly engine:
    | { readonly kind: 'production'; readonly databaseUrl: string; readonly redisUrl: string }
    | { readonly kind: 'embedded'; readonly directory: string };
  readonly stages: readonly Stage[];
  /** Where digests and spooled input go. */
  readonly folder: string;
  readonly ingestToken: string | null;
  /** Absent: alerts go to a console that says nothing. */
  readonly alerts?: { readonly url: string; readonly secret: string };
  /** Names of brands beside those of the demo. */
  readonly moreBrands?: readonly string[];
}

/** Every 100 batches of the default: what waits to be decided comes before what could still be read. */
const maxBacklog = 100;

const withSetup = (config: Config, { alerts, moreBrands = [] }: ServiceSetup): Config => ({
  ...config,
  brands: [...config.brands, ...moreBrands.flatMap((name) => brandNamed(name, config.brands))],
  channels: alerts === undefined ? config.channels : [channelOf(alerts)],
});

const brandNamed = (name: string, [like]: readonly Brand[]): Brand[] =>
  like === undefined
    ? []
    : [
        {
          ...like,
          id: name.toLowerCase(),
          names: [name],
          handles: [`${name.toLowerCase()}_hilft`],
          phrases: [],
        },
      ];

/** Groups of their own for each source, so that a round that pushes under another name begins new ones. */
const channelOf = ({ url, secret }: NonNullable<ServiceSetup['alerts']>): ChannelConfig => ({
  kind: 'webhook',
  name: 'bench',
  language: 'en',
  audience: ['leads', 'on_call'],
  group: { groupBy: ['brand', 'source'], groupWaitMs: null, groupIntervalMs: null, repeatIntervalMs: null },
  url,
  secret,
  formerSecret: null,
});

/** The built service with the stages that it is told, wired as `npm start` does it, with a channel that says nothing. */
serveSide(async (setup: ServiceSetup) => {
  const { engine, stages, folder, ingestToken } = setup;
  const { giveWay } = await built.giveWay();
  giveWay(new Set(stages));
  const { openDatabase } = await built.database();
  const { startService } = await built.service();
  const { importFile } = await built.import();
  const { wireChannels } = await built.channels();
  const { createDemoConfig } = await built.demo();
  const record: DatabaseOptions =
    engine.kind === 'embedded'
      ? { kind: 'embedded', directory: engine.directory, onBusy: 'refuse' }
      : { kind: 'postgres', url: engine.databaseUrl };
  const db = await openDatabase(record);
  const backend: BackendOptions =
    engine.kind === 'embedded'
      ? { kind: 'embedded', pool: db.pool }
      : { kind: 'redis', url: engine.redisUrl };
  const config = withSetup(createDemoConfig({ dataDir: folder, host: '127.0.0.1', port: 0 }), setup);
  let decided = 0;
  let trouble: Error | null = null;
  const note = (error: Error): void => {
    trouble ??= error;
  };
  const service = await startService({
    db,
    backend,
    config,
    sources: new Map(),
    stages: new Set(stages),
    version: 'bench',
    clock: { now: () => new Date() },
    fetch,
    alertFloor: 'high',
    channels: wireChannels(config, { write: () => undefined, isColour: false, isPretty: true, width: 100 }),
    ingestToken,
    onPage: () => undefined,
    onBatch: (event) => {
      if (event.kind === 'decided') decided += event.decided.keys.length;
      else if (event.kind === 'failed') note(event.error);
    },
    onDelivery: () => undefined,
    onError: (_what, error) => note(error),
  });

  const take = async (path: string): Promise<number> => {
    const result = await importFile(
      { path, source: 'bench', isLive: true, spoolDirectory: folder },
      {
        ...service.intake,
        signal: new AbortController().signal,
        maxBacklog,
        stdin: Readable.from([]),
        onProgress: () => undefined,
      },
    );
    return result.matched;
  };
  const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
    while (!(await isTrue())) {
      // A service that stumbles is not measured.
      if (trouble !== null) throw trouble;
      await sleep(2);
    }
  };

  return {
    port: async () => service.httpPort,
    /** Mentions per second from the file to committed decisions; unsealing goes on beside it and is waited for later. */
    run: async ({ path }: { path: string }) => {
      const before = decided;
      const begun = performance.now();
      const kept = await take(path);
      await until(() => decided - before >= kept);
      const rate = (kept * 1_000) / (performance.now() - begun);
      await until(async () => (await service.queues.waiting('reach')) === 0);
      if (trouble !== null) throw trouble;
      const withReach = (kept * 1_000) / (performance.now() - begun);
      return { rate, withReach, kept };
    },
    /** Leaves the mentions waiting in the inbox. */
    take: async ({ path }: { path: string }) => take(path),
    /** Resident bytes of this process, once it is at rest. */
    residentBytes: async () => {
      await sleep(2_000);
      return process.memoryUsage.rss();
    },
    stop: async () => {
      await service.stop();
      await db.close();
    },
  };
});
