import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { modelPath } from '../../src/classify/model/shipped-file.ts';
import { packageRoot } from '../../src/lib/package-root.ts';

/** The built program as it is installed, but for its weights. */
const root = mkdtempSync(join(tmpdir(), 'evenhand-weights-'));
const weights = join(root, 'models', 'evenhand.bin');
const whole = readFileSync(modelPath);

beforeAll(() => {
  for (const part of ['dist', 'config', 'package.json'])
    cpSync(join(packageRoot, part), join(root, part), { recursive: true });
  symlinkSync(join(packageRoot, 'node_modules'), join(root, 'node_modules'));
  mkdirSync(join(root, 'models'));
  writeFileSync(join(root, 'posts.ndjson'), '{"id":"1","text":"my parcel is missing"}\n');
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const run = (args: readonly string[]) => {
  const { PATH = '', HOME = '' } = process.env;
  const cwd = mkdtempSync(join(root, 'run-'));
  return spawnSync(process.execPath, [join(root, 'dist', 'src', 'cli', 'main.js'), ...args], {
    cwd,
    encoding: 'utf8',
    env: { PATH, HOME, TZ: 'UTC', EVENHAND_PORT: '0' },
    timeout: 60_000,
  });
};

const classify = ['classify', 'my parcel is missing'];
const start = ['start', '--json'];
const commands: readonly (readonly string[])[] = [classify, ['import', join(root, 'posts.ndjson')], start];
const otherVersion = Buffer.from(whole);
otherVersion.writeUInt32LE(99, 15);
const oneBit = Buffer.from(whole);
oneBit[2_000_000] = (oneBit[2_000_000] ?? 0) ^ 1;

describe('weights that cannot be used', () => {
  // One reader for all commands: each fault once, and each command with one fault at least.
  it.each<readonly [string, Buffer | null, RegExp, readonly (readonly string[])[]]>([
    ['missing', null, /cannot be read/, commands],
    ['of which a bit differs', oneBit, /is damaged or cut short/, [classify]],
    ['cut short', whole.subarray(0, 1_000_000), /is damaged or cut short/, [classify]],
    ['empty', Buffer.alloc(0), /is not a model of Evenhand/, [classify]],
    ['of another version', otherVersion, /is a model of version 99/, [start]],
  ])(
    '%s end every command that decides with one sentence and code 2',
    (_, bytes, said, asked) => {
      rmSync(weights, { force: true });
      if (bytes !== null) writeFileSync(weights, bytes);
      for (const args of asked) {
        const { status, stderr } = run(args);
        const sentences = stderr.split('\n').filter((line) => line.startsWith('evenhand: '));
        expect([args[0], sentences.length, status]).toEqual([args[0], 1, 2]);
        expect(stderr).toMatch(said);
        expect(stderr).toContain('models/evenhand.bin');
      }
    },
    120_000,
  );

  it('are no hindrance once they are whole again', () => {
    writeFileSync(weights, whole);
    expect(run(['classify', 'my parcel is missing']).status).toBe(0);
  });
});
