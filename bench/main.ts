import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { UserError } from '../src/lib/user-error.ts';
import { benchmarks } from './all.ts';
import type { Benchmark, Context } from './benchmark.ts';
import { help, type Options, parseOptions } from './options.ts';
import { type Result, renderTable, toJson } from './report.ts';
import { createServices } from './services.ts';

const say = (text: string): void => {
  if (process.stderr.isTTY) process.stderr.write(`${text}\n`);
};

const main = async (): Promise<void> => {
  const options = parseOptions(process.argv.slice(2));
  if (options === null) process.stdout.write(help);
  else await measureAll(options);
};

const measureAll = async (options: Options): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), 'evenhand-bench-'));
  const services = createServices();
  const results: Result[] = [];
  try {
    for (const benchmark of benchmarks.filter(({ name }) => options.names.includes(name)))
      results.push(await measure(benchmark, { ...options, services, folder, progress: () => undefined }));
  } finally {
    await services.stop();
    rmSync(folder, { recursive: true, force: true });
  }
  process.stdout.write(`${renderTable(results)}\n${place(options.rounds)}\n`);
  if (options.json !== null) writeFileSync(options.json, `${JSON.stringify(results.map(toJson), null, 2)}\n`);
};

const measure = async (benchmark: Benchmark, context: Context): Promise<Result> => {
  const begun = performance.now();
  const progress = (text: string): void => say(`${benchmark.name}: ${text}`);
  progress('begins');
  const measured = await benchmark.run({ ...context, progress });
  progress(`${((performance.now() - begun) / 1_000).toFixed(0)} s`);
  return { benchmark, measured };
};

/** Ratios travel between machines, the figures behind them do not. */
const place = (rounds: number): string =>
  `${rounds} rounds, medians; Node ${process.versions.node}, ${cpus().length} cores (${cpus()[0]?.model ?? 'unknown'}), load at the end ${loadavg()[0]?.toFixed(1)}`;

try {
  await main();
} catch (error) {
  process.stderr.write(`${error instanceof UserError ? error.message : String((error as Error).stack)}\n`);
  process.exitCode = error instanceof UserError ? 2 : 1;
}
