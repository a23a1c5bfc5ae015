import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { freePort } from '../../test/support/redis-server.ts';
import { startProgram } from '../../test/support/service.ts';
import type { Benchmark, Context, Measured } from '../benchmark.ts';

const sides =
  'one process: the built program as `npm start` runs it without configuration, in an empty folder';

export const startFirst: Benchmark = {
  name: 'start-first',
  what: 'from starting the demo in an empty folder to its first decision, seconds',
  bar: 8,
  better: 'lower',
  unit: 's',
  sides,
  run: (context) => measure('first', context),
};

export const startAgain: Benchmark = {
  name: 'start-again',
  what: 'from starting the demo again to its first decision, seconds',
  bar: 3,
  better: 'lower',
  unit: 's',
  sides,
  run: (context) => measure('again', context),
};

const measure = async (which: 'first' | 'again', context: Context): Promise<Measured> => {
  const rounds: number[] = [];
  for (let round = 0; round < context.rounds; round += 1) {
    const folder = await mkdtemp(join(context.folder, 'start-'));
    const first = await secondsToDecision(folder);
    const seconds = which === 'first' ? first : await secondsToDecision(folder);
    rounds.push(seconds);
    await rm(folder, { recursive: true });
    context.progress(`round ${round + 1}: ${seconds.toFixed(2)} s`);
  }
  return { rounds, detail: 'the program is built; the first post of the demo comes 0.7 s after its start' };
};

const patienceMs = 60_000;

const secondsToDecision = async (folder: string): Promise<number> => {
  const env = { EVENHAND_PORT: String(await freePort()) };
  const begun = performance.now();
  const program = startProgram({ folder, env });
  try {
    await program.says(/"message":"decided"/, patienceMs);
    return (performance.now() - begun) / 1_000;
  } finally {
    await program.stop();
  }
};
