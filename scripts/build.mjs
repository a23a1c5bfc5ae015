// Compiles src, workers and config to dist/. Without the compiler (npm install --omit=dev) an existing dist/ is kept.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeTemplate } from './make-template.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

if (!existsSync(compiler)) {
  if (existsSync(join(root, 'dist'))) process.exit(0);
  console.error(
    'The TypeScript compiler is missing and there is no dist/: run npm install without --omit=dev once.',
  );
  process.exit(1);
}
const begun = new Date();
const run = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
  stdio: 'inherit',
  cwd: root,
});
const stamp = join(root, 'dist', '.tsbuildinfo');
// A source that is saved while this runs is newer than the stamp. The compiler writes its stamp after errors too: 1970
// makes the next start build again.
const builtAt = run.status === 0 ? begun : new Date(0);
if (existsSync(stamp)) utimesSync(stamp, builtAt, builtAt);
if (run.status !== 0) process.exit(run.status ?? 1);
const cli = join(root, 'dist', 'src', 'cli', 'main.js');
if (existsSync(cli)) chmodSync(cli, 0o755);
process.exit(makeTemplate(root));
