import { afterEach, expect } from '@jest/globals';
import type { RawMention } from '../../src/domain/raw-mention.ts';
import type { Source, SourceDeps, SourcePage } from '../../src/sources/source.ts';

export type Pages<Cursor> = readonly SourcePage<Cursor>[];

interface Standing {
  readonly violations: readonly string[];
  close(): Promise<void>;
}

/** Stand-ins of a test file: each is closed behind its test, and none may have been asked what its platform knows nothing of. */
export const keepStandIns = <One extends Standing>(): ((standIn: One) => One) => {
  const started: One[] = [];
  afterEach(async () => {
    const violations = started.flatMap((standIn) => standIn.violations);
    await Promise.all(started.splice(0).map((standIn) => standIn.close()));
    expect(violations).toEqual([]);
  });
  return (standIn) => {
    started.push(standIn);
    return standIn;
  };
};

export interface WalkOptions<Cursor> {
  readonly cursor?: Cursor | null;
  readonly limit?: number;
  readonly source?: Source<Cursor>;
}

/** Walks to the end, or stops after `limit` pages as a process that is killed does. */
export const walk = async <Cursor>(
  lab: { readonly deps: SourceDeps; source(): Source<Cursor> },
  options: WalkOptions<Cursor> = {},
): Promise<Pages<Cursor>> => {
  const { cursor = null, limit = 1_000, source = lab.source() } = options;
  const pages: SourcePage<Cursor>[] = [];
  if (limit === 0) return pages;
  const from = JSON.parse(JSON.stringify(cursor)) as Cursor | null;
  for await (const page of source.pages(from, lab.deps)) {
    pages.push(page);
    if (pages.length >= limit || page.isLast) break;
  }
  return pages;
};

export const mentionsOf = (pages: Pages<unknown>): readonly RawMention[] =>
  pages.flatMap(({ events }) => events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));
export const idsOf = (...walks: readonly Pages<unknown>[]): readonly string[] =>
  [...new Set(walks.flatMap(mentionsOf).map(({ nativeId }) => nativeId))].sort();
export const cursorOf = <Cursor>(pages: Pages<Cursor>, otherwise: Cursor | null = null): Cursor | null =>
  pages.at(-1)?.cursor ?? otherwise;
export const gapsOf = (pages: Pages<unknown>): readonly string[] => pages.flatMap(({ gap }) => gap ?? []);
