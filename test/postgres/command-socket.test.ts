import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { openDatabase } from '../../src/postgres/database.ts';
import { commandSocketPath } from '../../src/postgres/embedded/command-socket-path.ts';

const close: (() => unknown)[] = [];
afterEach(async () => {
  for (const one of close.splice(0).reverse()) await one();
});

/** A folder whose path is at least so long, in bytes. */
const newFolder = (bytes = 0): string => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'evenhand-deep-')));
  close.push(() => rmSync(root, { recursive: true, force: true }));
  let folder = join(root, 'pg');
  while (Buffer.byteLength(folder) < bytes) folder = join(folder, 'sehr-tief-vergrabene-übung');
  mkdirSync(folder, { recursive: true });
  return folder;
};

describe('the command socket', () => {
  it('lies beside the directory while its path is short enough', () => {
    const folder = newFolder();
    expect(commandSocketPath(folder)).toBe(join(folder, '..', 'evenhand.sock'));
  });

  it('gets a short name of its own for a deep directory, counted in bytes, in a folder that only this user opens', () => {
    const folder = newFolder(150);
    const path = commandSocketPath(folder);
    expect(Buffer.byteLength(path)).toBeLessThanOrEqual(103);
    expect(path).toMatch(/evenhand-\d+\/[0-9a-f]{32}\.sock$/);
    expect(statSync(join(path, '..')).mode & 0o777).toBe(0o700);
    expect(commandSocketPath(join(folder, '.'))).toBe(path);
    expect(commandSocketPath(newFolder(150))).not.toBe(path);
  });

  it('leaves a folder for temporary files that is too deep itself', () => {
    const folder = newFolder(150);
    expect(commandSocketPath(folder, newFolder(120))).toMatch(/^\/tmp\/evenhand-\d+\//);
  });

  it('refuses a folder that others may open', () => {
    const folder = newFolder(150);
    const temporary = newFolder();
    const own = join(commandSocketPath(folder, temporary), '..');
    expect(own.startsWith(temporary)).toBe(true);
    chmodSync(own, 0o755);
    expect(() => commandSocketPath(folder, temporary)).toThrow(/must be a folder that only you may open/);
  });

  it('lets a command reach the service that owns a deep directory, and goes with it', async () => {
    const directory = newFolder(200);
    const owner = await openDatabase({ kind: 'embedded', directory, onBusy: 'refuse' });
    const guest = await openDatabase({ kind: 'embedded', directory, onBusy: 'join' });
    expect(guest.access).toBe('joined');
    expect((await sql<{ n: number }>`select 1 as n`.execute(guest.kysely)).rows).toEqual([{ n: 1 }]);
    await guest.close();
    const path = commandSocketPath(directory);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    await owner.close();
    expect(existsSync(path)).toBe(false);
  }, 60_000);
});
