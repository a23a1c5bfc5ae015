// Builds dist/ when a source is newer than the last build: worker threads run from dist/ only. A folder counts too: it
// changes when a file in it is removed.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(root, 'dist', '.tsbuildinfo');
const sources = ['src', 'workers', 'config', 'tsconfig.json', 'tsconfig.build.json'].map((name) =>
  join(root, name),
);

const newest = (path) => {
  const { mtimeMs, isFolder } = look(path);
  if (!isFolder) return mtimeMs;
  const inside = readdirSync(path).filter((name) => /\.(ts|json)$/.test(name) || !name.includes('.'));
  return Math.max(mtimeMs, ...inside.map((name) => newest(join(path, name))));
};

const look = (path) => {
  const stats = statSync(path);
  return { mtimeMs: stats.mtimeMs, isFolder: stats.isDirectory() };
};

const isStale = () => {
  if (!existsSync(stamp)) return true;
  const builtAt = statSync(stamp).mtimeMs;
  return sources.some((path) => existsSync(path) && newest(path) > builtAt);
};

if (isStale()) {
  const build = spawnSync(process.execPath, [join(root, 'scripts', 'build.mjs')], {
    stdio: 'inherit',
    cwd: root,
  });
  process.exitCode = build.status ?? 1;
}
