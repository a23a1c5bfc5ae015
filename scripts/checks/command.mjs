import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** A check that takes longer hangs: on 2 cores the slowest needs 5 s. */
const longestMs = 5 * 60_000;

/**
 * Runs a command, given as its words or as the name of a script of package.json, and keeps what it says.
 * @returns {Promise<{ passed: number, failed: number, skipped: number, note: string, output: string }>}
 */
export const runCommand = async (command) => {
  const [file, args, shell] =
    typeof command === 'string' ? [scriptOf(command), [], true] : [command[0], command.slice(1), false];
  const { code, output } = await capture(file, args, { shell, env: withLocalBinaries(), timeout: longestMs });
  const isOk = code === 0;
  return {
    passed: Number(isOk),
    failed: Number(!isOk),
    skipped: 0,
    note: isOk ? 'ok' : 'failed',
    output: isOk ? '' : output,
  };
};

/** Both streams as one text, in the order in which they came. */
export const capture = (file, args, options = {}) =>
  new Promise((resolve) => {
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => said.push(chunk));
    child.once('error', (error) => resolve({ code: 1, output: error.message }));
    child.once('exit', (code, signal) => {
      const end = () => {
        const output = Buffer.concat(said).toString('utf8');
        resolve({ code: code ?? 1, output: signal === null ? output : `${output}\nended by ${signal}` });
      };
      child.once('close', end);
      // A program that it left behind may hold the streams open.
      setTimeout(end, 2000).unref();
    });
    options.onSpawn?.(child);
  });

/** The check is written once, in package.json, so that it can be run alone as well. */
const scriptOf = (name) => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const script = scripts[name];
  if (script === undefined) throw new Error(`package.json has no script ${name}`);
  return script;
};

const withLocalBinaries = () => ({
  ...process.env,
  PATH: [join(root, 'node_modules', '.bin'), process.env.PATH].join(delimiter),
});
