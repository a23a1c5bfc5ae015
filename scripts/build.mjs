// Compiles src, workers and config to dist/. Without the compiler (npm install --omit=dev) an existing dist/ is kept.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

if (!existsSync(compiler)) {
  if (existsSync(join(root, 'dist'))) process.exit(0);
  console.error('The TypeScript compiler is missing and there is no dist/: run npm install without --omit=dev once.');
  process.exit(1);
}
const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], { stdio: 'inherit', cwd: root });
if (run.status !== 0) process.exit(run.status ?? 1);
const stamp = join(root, 'dist', '.tsbuildinfo');
if (existsSync(stamp)) utimesSync(stamp, new Date(), new Date());
const cli = join(root, 'dist', 'src', 'cli', 'main.js');
if (existsSync(cli)) chmodSync(cli, 0o755);
