import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';

const compiled = join(packageRoot, 'dist', 'src', 'postgres', 'embedded', 'directory-lock.js');

/** Locks each directory that it is told of at the moment that it is told, and says whether it is the owner. */
const script = `
import { lockDirectory } from ${JSON.stringify(`file://${compiled}`)};
let held = null;
process.on('message', async ({ directory, at }) => {
  if (directory === null) {
    await held?.release();
    held = null;
    return process.send('released');
  }
  while (Date.now() < at);
  held = await lockDirectory(directory);
  process.send(held === null ? 'refused' : 'owner');
});
process.send('up');
`;

describe('the lock of a data directory', () => {
  const root = mkdtempSync(join(tmpdir(), 'evenhand-lock-'));
  const start = () =>
    spawn(process.execPath, ['--input-type=module', '--eval', script], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  let pair: ReturnType<typeof start>[] = [];
  beforeAll(async () => {
    pair = [start(), start()];
    await Promise.all(pair.map((child) => once(child, 'message')));
  });
  afterAll(async () => {
    for (const child of pair) {
      child.kill();
      await once(child, 'exit');
    }
    rmSync(root, { recursive: true, force: true });
  });

  const tell = (message: object): Promise<string[]> =>
    Promise.all(
      pair.map(async (child) => {
        const answer = once(child, 'message');
        child.send(message);
        const [said] = (await answer) as [string];
        return said;
      }),
    );

  it('has one owner, and never two, in 100 starts of two processes at the same moment', async () => {
    const directory = mkdtempSync(join(root, 'pg-'));
    const outcomes: string[] = [];
    for (let round = 0; round < 100; round += 1) {
      outcomes.push((await tell({ directory, at: Date.now() + 5 })).sort().join(' '));
      await tell({ directory: null });
    }
    expect(new Set(outcomes)).toEqual(new Set(['owner refused']));
  }, 60_000);

  it('is free again when its owner was killed', async () => {
    const directory = mkdtempSync(join(root, 'pg-'));
    const [first] = pair;
    if (first === undefined) throw new Error('no process');
    const answer = once(first, 'message');
    first.send({ directory, at: 0 });
    expect(await answer).toEqual(['owner', undefined]);
    first.kill('SIGKILL');
    await once(first, 'exit');
    pair = pair.slice(1);
    expect(await tell({ directory, at: 0 })).toEqual(['owner']);
  });
});
