// Makes dist/pglite-template.tar.gz, the fresh database that a first start unpacks; again only when its tables change.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** `root`: the project's folder, with dist/ built. Returns an exit code; the service runs without the template too. */
export const makeTemplate = (root) => {
  const dist = join(root, 'dist');
  const postgres = join(dist, 'src', 'postgres');
  const template = join(dist, 'pglite-template.tar.gz');
  const keyFile = join(dist, 'pglite-template.key');
  const hash = createHash('sha256');
  const files = [
    'migrate.js',
    'roles.js',
    'embedded/engine-settings.js',
    ...readdirSync(join(postgres, 'migrations')).map((name) => `migrations/${name}`),
  ];
  for (const file of files.sort((a, b) => a.localeCompare(b)))
    hash.update(readFileSync(join(postgres, file)));
  hash.update(readFileSync(join(dist, 'workers', 'make-template.js')));
  for (const dependency of ['@electric-sql/pglite', 'bullmq'])
    hash.update(
      JSON.parse(readFileSync(join(root, 'node_modules', dependency, 'package.json'), 'utf8')).version,
    );
  const key = hash.digest('hex');
  if (existsSync(template) && existsSync(keyFile) && readFileSync(keyFile, 'utf8') === key) return 0;
  const made = spawnSync(process.execPath, [join(dist, 'workers', 'make-template.js')], {
    stdio: ['ignore', 'ignore', 'inherit'],
    cwd: root,
  });
  if (made.status === 0) writeFileSync(keyFile, key);
  return made.status ?? 1;
};
