import { execFileSync } from 'node:child_process';
import { expect, it } from '@jest/globals';
import { compiledEntry } from '../../src/lib/package-root.ts';

/** What a process has loaded that runs no stage yet. */
const loaded = (): readonly string[] => {
  const look = `await import(${JSON.stringify(compiledEntry('workers/service.js').href)});
    const { createRequire } = await import('node:module');
    console.log(JSON.stringify(Object.keys(createRequire(import.meta.url).cache)));`;
  const args = ['--input-type=module', '--eval', look];
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as string[];
};

it('a command that decides by itself loads neither the server nor the channels', () => {
  const packages = loaded().flatMap((path) => /node_modules\/([^/]+)/.exec(path)?.[1] ?? []);
  expect(packages).toContain('bullmq');
  expect(packages).not.toContain('fastify');
  expect(packages).not.toContain('linkedom');
});
