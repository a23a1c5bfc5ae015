import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { packageRoot } from '../../src/lib/package-root.ts';

const run = promisify(execFile);
const rooms = ['domain', 'lib', 'triage', 'cases', 'problems'];
let copy = '';

const compile = async (): Promise<string> => {
  const tsc = join(packageRoot, 'node_modules', 'typescript', 'bin', 'tsc');
  try {
    await run(process.execPath, [tsc, '-p', join(copy, 'tsconfig.json')], { cwd: copy });
    return '';
  } catch (error) {
    return String((error as { stdout?: unknown }).stdout);
  }
};

const editing = async (path: string, change: (text: string) => string): Promise<string> => {
  const file = join(copy, 'src', path);
  const text = await readFile(file, 'utf8');
  const changed = change(text);
  expect(changed).not.toBe(text);
  await writeFile(file, changed);
  const said = await compile();
  await writeFile(file, text);
  return said;
};

describe('lock 1: the types', () => {
  beforeAll(async () => {
    copy = await mkdtemp(join(tmpdir(), 'evenhand-types-'));
    for (const room of rooms)
      await cp(join(packageRoot, 'src', room), join(copy, 'src', room), { recursive: true });
    await cp(join(packageRoot, 'test/types/blind-types.ts'), join(copy, 'test/types/blind-types.ts'));
    await cp(join(packageRoot, 'package.json'), join(copy, 'package.json'));
    const config = JSON.parse(await readFile(join(packageRoot, 'tsconfig.json'), 'utf8')) as object;
    await writeFile(
      join(copy, 'tsconfig.json'),
      JSON.stringify({ ...config, include: [], files: ['test/types/blind-types.ts'] }),
    );
    await symlink(join(packageRoot, 'node_modules'), join(copy, 'node_modules'), 'dir');
  });

  afterAll(() => rm(copy, { recursive: true, force: true }));

  it('is closed as the code stands', async () => {
    expect(await compile()).toBe('');
  });

  it.each([
    ['domain/post.ts', 'export interface Post {', 'readonly followers: number;'],
    ['domain/post.ts', 'export interface Mention {', 'readonly audience: { readonly size: number };'],
    ['domain/classification.ts', 'export interface Classification {', 'readonly viralRisk: number;'],
    ['domain/decision.ts', 'export interface ComplaintDecision {', 'readonly verified: boolean;'],
    ['triage/deadline.ts', 'export interface QueuePlace {', 'readonly likes: number;'],
    ['cases/fold-types.ts', 'export interface CaseRow {', 'readonly displayName: string;'],
    ['problems/group-post.ts', 'export interface GroupedPost {', 'readonly followers: number;'],
    ['problems/next-state.ts', 'export interface ProblemStanding {', 'readonly dueAt: number;'],
  ])('when %s is opened, the check fails for that reason', async (path, head, key) => {
    const said = await editing(path, (text) => text.replace(head, `${head}\n  ${key}`));
    const name = /readonly (\w+)/.exec(key)?.[1] ?? '';
    expect(said).toContain('test/types/blind-types.ts');
    expect(said).toContain(`'"${name}"'`);
  });
});
