import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import { createFileSource, type FileCursor, type FileSourceOptions } from '../../../src/sources/file.ts';
import type { Rejection, SourceDeps, SourcePage } from '../../../src/sources/source.ts';

/** A folder of the test file's own, removed at its end. */
export const createFolder = (): {
  path: string;
  write: (name: string, content: string | Buffer) => string;
} => {
  const path = mkdtempSync(join(tmpdir(), 'evenhand-file-'));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  return {
    path,
    write: (name, content) => {
      const file = join(path, name);
      writeFileSync(file, content);
      return file;
    },
  };
};

export const fileDeps = (): SourceDeps => ({
  clock: { now: () => new Date('2026-11-20T12:00:00Z') },
  fetch: () => Promise.reject(new Error('no network')),
  signal: new AbortController().signal,
});

export const sampleHash = '0123456789abcdef';

export const readPages = async (
  options: Partial<FileSourceOptions> & { path: string },
  cursor: FileCursor | null = null,
): Promise<SourcePage<FileCursor>[]> => {
  const pages: SourcePage<FileCursor>[] = [];
  const source = createFileSource({ name: 'files', hash: sampleHash, ...options });
  for await (const page of source.pages(cursor, fileDeps())) pages.push(page);
  return pages;
};

export interface Reading {
  readonly mentions: readonly RawMention[];
  readonly rejected: readonly Rejection[];
  readonly ignored: Readonly<Record<string, number>>;
  readonly last: SourcePage<FileCursor> | undefined;
}

export const readAll = async (
  options: Partial<FileSourceOptions> & { path: string },
  cursor: FileCursor | null = null,
): Promise<Reading> => gather(await readPages(options, cursor));

export const gather = (pages: readonly SourcePage<FileCursor>[]): Reading => {
  const ignored = new Map<string, number>();
  for (const page of pages)
    for (const [key, count] of Object.entries(page.ignoredKeys ?? {}))
      ignored.set(key, (ignored.get(key) ?? 0) + count);
  return {
    mentions: pages.flatMap((page) => page.events as RawMention[]),
    rejected: pages.flatMap((page) => page.rejected ?? []),
    ignored: Object.fromEntries(ignored),
    last: pages.at(-1),
  };
};

export const texts = (reading: Reading): string[] => reading.mentions.map((mention) => mention.text);
