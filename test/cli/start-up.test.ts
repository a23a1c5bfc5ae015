import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';

const src = join(packageRoot, 'src', 'cli', 'main.ts');

interface Loaded {
  readonly files: ReadonlySet<string>;
  readonly packages: ReadonlySet<string>;
}

/** Everything that is loaded before the first line of `entry` runs: static imports that are more than types. */
const loadedBefore = (entry: string): Loaded => {
  const files = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (files.has(file)) return;
    files.add(file);
    for (const target of staticImports(readFileSync(file, 'utf8'))) {
      if (target.startsWith('.')) visit(join(dirname(file), target));
      else if (!target.startsWith('node:')) packages.add(target);
    }
  };
  visit(entry);
  return { files: new Set([...files].map((file) => relative(packageRoot, file))), packages };
};

const staticImports = (text: string): string[] =>
  [...text.matchAll(/^(?:import|export) (?!type )(?:[^'";]*? from )?'([^']+)';/gm)].flatMap(
    ([, target]) => target ?? [],
  );

describe('the start of a command', () => {
  const { files, packages } = loadedBefore(src);

  it('sees the files that register the commands', () => {
    expect(files).toContain('src/cli/cases/list.ts');
    expect(files).toContain('src/cli/desk-options.ts');
  });

  it('loads no library but the one that reads the line: help and refusals come at once', () => {
    expect([...packages]).toEqual(['commander']);
  });

  it('loads no work of a command, no database, no queue and no configuration', () => {
    const heavy = [...files].filter((file) =>
      /^config\/|^src\/(postgres|queue|classify|sources|ingest|reach|digest|notify|http)\/|\.store\.ts$|\/run-|^workers\/(?!stages\.ts$)/.test(
        file,
      ),
    );
    expect(heavy).toEqual([]);
  });
});
