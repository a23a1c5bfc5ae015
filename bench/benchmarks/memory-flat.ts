import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Benchmark, Context, Measured } from '../benchmark.ts';
import { built } from '../built.ts';
import { writePosts } from '../posts/write-posts.ts';
import { type Side, startSide } from '../side.ts';
import { serviceEntry, serviceNodeOptions } from '../sides/entries.ts';
import type { ServiceSetup } from '../sides/service.ts';
import { allStages } from './pipeline.ts';

export const memoryFlat: Benchmark = {
  name: 'memory-flat',
  what: 'resident memory of the service after 1,000,000 mentions against after 100,000, one round',
  bar: 1.2,
  better: 'lower',
  unit: 'x',
  sides:
    'both: one process with all stages on the embedded database, which existed before the process started',
  run: async (context) => measure(context),
};

const measure = async (context: Context): Promise<Measured> => {
  const directory = join(context.folder, 'memory-pg');
  const { openDatabase } = await built.database();
  await (await openDatabase({ kind: 'embedded', directory, onBusy: 'refuse' })).close();
  const setup: ServiceSetup = {
    engine: { kind: 'embedded', directory },
    stages: allStages,
    folder: context.folder,
    ingestToken: null,
  };
  const service = await startSide(serviceEntry, setup, serviceNodeOptions);
  const count = context.isQuick ? 5_000 : 100_000;
  try {
    await take(service, 0, count, context);
    const early = await service.ask<number>('residentBytes');
    for (let part = 1; part < 10; part += 1) await take(service, part, count, context);
    const late = await service.ask<number>('residentBytes');
    const say = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MB`;
    return {
      rounds: [late / early],
      detail: `${say(late)} after ${(count * 10).toLocaleString('en')} against ${say(early)} after ${count.toLocaleString('en')}`,
    };
  } finally {
    await service.stop();
  }
};

const take = async (service: Side, part: number, count: number, context: Context): Promise<void> => {
  const path = join(context.folder, `memory-${part}.ndjson`);
  await writePosts(path, { seed: part + 1, count, now: new Date() });
  await service.ask('run', { path });
  await rm(path);
  context.progress(`${(part + 1) * count} mentions decided`);
};
