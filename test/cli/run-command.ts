import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/lib/package-root.ts';

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Folder {
  readonly path: string;
  write(name: string, text: string | Buffer): string;
  /** The built program with these arguments, as a person types them here. */
  run(args: readonly string[], options?: RunOptions): Promise<Ran>;
  remove(): void;
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly input?: string;
  /** Called once the program runs. */
  readonly whileRunning?: (child: ChildProcess) => void;
}

const main = join(packageRoot, 'dist', 'src', 'cli', 'main.js');

/** A temporary folder to run commands in, without the variables of this process. */
export const makeFolder = (): Folder => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-cli-'));
  return {
    path,
    write: (name, text) => {
      const file = join(path, name);
      writeFileSync(file, text);
      return file;
    },
    run: (args, options = {}) => runIn(path, args, options),
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
};

const runIn = (cwd: string, args: readonly string[], options: RunOptions): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const { PATH = '', HOME = '' } = process.env;
    const env = { PATH, HOME, LANG: 'C.UTF-8', ...options.env };
    const child = spawn(process.execPath, [main, ...args], { cwd, env });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(options.input ?? '');
    options.whileRunning?.(child);
  });

/** One brand that does not exist. */
export const oneBrand = `brands:
  velora:
    names: [Velora]
    handles: [velora_help]
    timezone: Europe/Berlin
    on_call: [Duty manager]
`;

/** Two complaints, praise, a post about nobody, and a line that is no JSON. */
export const somePosts = [
  '{"id":"1","author":"jo","text":"@velora_help my line is dead for three weeks, I called five times and nobody answers!"}',
  '{"id":"2","author":"mia","text":"I love the colours of my new Velora phone"}',
  'this is not JSON',
  '{"id":"3","author":"kim","text":"The weather is fine today","mood":"sunny"}',
  '{"id":"4","author":"jo","text":"Velora charged me twice, 300 euros, and refuses the refund of my order!","audience":{"followers":12}}',
  '',
].join('\n');
