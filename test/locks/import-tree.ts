import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { packageRoot } from '../../src/lib/package-root.ts';

const run = promisify(execFile);

/** How one file takes another into use. */
export type Form = 'value' | 'type' | 're-export' | 'star' | 'dynamic' | 'bare';

export interface Import {
  readonly from: string;
  /** A file of the tree, or the name of a package. */
  readonly to: string;
  readonly form?: Form;
}

export interface Violation {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const statement: Readonly<Record<Form, (specifier: string, index: number) => string>> = {
  value: (specifier, i) => `import { x as x${i} } from '${specifier}';\nexport const y${i} = x${i};`,
  type: (specifier, i) => `import type { X as X${i} } from '${specifier}';\nexport type Y${i} = X${i};`,
  're-export': (specifier, i) => `export { x as z${i} } from '${specifier}';`,
  star: (specifier) => `export * from '${specifier}';`,
  dynamic: (specifier, i) => `export const later${i} = () => import('${specifier}');`,
  bare: (specifier) => `import '${specifier}';`,
};

/** Packages as they look on disk: declared, only for development, or brought along by another. */
const packages = {
  dependencies: ['natural', 'dotenv', 'kysely', 'bullmq', 'zod'],
  devDependencies: ['fast-check'],
  undeclared: ['left-over'],
};

/**
 * Writes files that mirror the rooms and import one another as told, runs the project's own import check on them and
 * answers what it objects to. Files that are only imported hold one value and one type.
 */
export const checkTree = async (
  imports: readonly Import[],
  lonely: readonly string[] = [],
): Promise<readonly Violation[]> => {
  const root = await mkdtemp(join(tmpdir(), 'evenhand-imports-'));
  try {
    for (const [path, text] of Object.entries(treeOf(imports, lonely))) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await checkImports(root);
  } finally {
    await rm(root, { recursive: true, force: true });
  }
};

/** The check as `npm run check:imports` runs it, in another directory and answering as data. */
export const checkImports = async (cwd: string): Promise<readonly Violation[]> => {
  const bin = join(packageRoot, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const config = join(packageRoot, '.dependency-cruiser.cjs');
  const args = [bin, '--config', config, '--output-type', 'json', 'src', 'workers', 'config'];
  const { stdout } = await run(process.execPath, args, { cwd, maxBuffer: 64 * 1024 * 1024 }).catch(
    // Its exit code is the number of violations; without an answer it failed itself.
    (failure: { stdout?: string }) => {
      if (failure.stdout === undefined || failure.stdout === '') throw failure;
      return { stdout: failure.stdout };
    },
  );
  const { summary } = JSON.parse(stdout) as {
    summary: { violations: readonly { rule: { name: string }; from: string; to: string }[] };
  };
  return summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to }));
};

const treeOf = (imports: readonly Import[], lonely: readonly string[]): Record<string, string> => {
  const tree: Record<string, string> = {
    'package.json': JSON.stringify({
      name: 'tree',
      type: 'module',
      dependencies: Object.fromEntries(packages.dependencies.map((name) => [name, '1.0.0'])),
      devDependencies: Object.fromEntries(packages.devDependencies.map((name) => [name, '1.0.0'])),
    }),
    'workers/none.ts': `import '../src/domain/none.ts';`,
    'config/none.ts': `import '../src/domain/none.ts';`,
    'src/domain/none.ts': 'export {};',
  };
  for (const name of Object.values(packages).flat()) {
    const main = name === 'natural' ? 'lib/natural/index.js' : 'index.js';
    tree[`node_modules/${name}/package.json`] = JSON.stringify({ name, version: '1.0.0', main });
    tree[`node_modules/${name}/${main}`] = 'exports.x = 1;';
  }
  tree['node_modules/natural/lib/natural/stemmers/stem.js'] = 'exports.x = 1;';
  for (const path of lonely) tree[path] = 'export const x = 1;';
  for (const { to } of imports)
    if (to.endsWith('.ts')) tree[to] ??= 'export const x = 1;\nexport type X = number;\n';
  for (const [index, { from, to, form = 'value' }] of imports.entries())
    tree[from] = `${tree[from] ?? ''}${statement[form](specifierOf(from, to), index)}\n`;
  return tree;
};

const specifierOf = (from: string, to: string): string => {
  if (!to.endsWith('.ts')) return to;
  const path = relative(dirname(from), to);
  return path.startsWith('.') ? path : `./${path}`;
};
