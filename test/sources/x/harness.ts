import { afterEach, expect } from '@jest/globals';
import type { RawMention } from '../../../src/domain/raw-mention.ts';
import { createMemoryLedger, type Ledger } from '../../../src/sources/ledger.ts';
import type { SourceDeps, SourcePage, SourceRecord } from '../../../src/sources/source.ts';
import type { XCursor } from '../../../src/sources/x/cursor.ts';
import { createXSource, type XSourceOptions } from '../../../src/sources/x.ts';
import { idAt, startXStandIn, type XStandIn } from '../../support/x-stand-in.ts';
import type { Spelling } from './x-openapi.ts';
import type { StandInPost, StandInUser } from './x-render.ts';

/** A clock that tests turn; the stand-in and the source read the same one. */
export interface TestClock {
  now(): Date;
  forward(ms: number): void;
}

const clockAt = (start: string): TestClock => {
  let ms = Date.parse(start);
  return { now: () => new Date(ms), forward: (by) => (ms += by) };
};

const customers: readonly StandInUser[] = [
  { id: '101', username: 'ruhig_am_see', followers: 12 },
  { id: '102', username: 'loud_lantern', followers: 12_000_000 },
  { id: '900', username: 'nordbahn_hilft', followers: 5_000 },
];

export interface Lab {
  readonly standIn: XStandIn;
  readonly clock: TestClock;
  readonly deps: SourceDeps & { readonly record: SourceRecord };
  readonly record: LabRecord;
  source(options?: Partial<XSourceOptions>): ReturnType<typeof createXSource>;
  /** Publishes `count` complaints, one a second, the last one `endedMsAgo` ago. */
  publish(
    count: number,
    options?: Partial<StandInPost> & { readonly endedMsAgo?: number },
  ): readonly string[];
}

/** The record's part: an account that no restart of the source forgets, and what is kept. */
export interface LabRecord extends SourceRecord {
  ledger: Ledger;
  readonly held: Map<string, { revision: number; checkedAt: Date }>;
  threads: number;
}

export const createRecord = (): LabRecord => {
  const held: LabRecord['held'] = new Map();
  return {
    ledger: createMemoryLedger(),
    held,
    threads: 0,
    dueChecks: async (before, limit) =>
      [...held]
        .filter(([, { checkedAt }]) => checkedAt < before)
        .slice(0, limit)
        .map(([nativeId, { revision }]) => ({ nativeId, revision })),
    countHeld: async () => held.size,
    async countThreads() {
      return this.threads;
    },
  };
};

const started: XStandIn[] = [];

afterEach(async () => {
  const wrong = started.flatMap((standIn) => standIn.violations);
  await Promise.all(started.splice(0).map((standIn) => standIn.close()));
  expect(wrong).toEqual([]);
});

export const startLab = async (spelling: Spelling = 'tweet'): Promise<Lab> => {
  const clock = clockAt('2026-11-20T12:00:00Z');
  const standIn = await startXStandIn({ spelling, now: clock.now, users: customers });
  started.push(standIn);
  let published = 0;
  const record = createRecord();
  return {
    record,
    standIn,
    clock,
    deps: { clock, fetch: withDeadline(2000), signal: new AbortController().signal, record },
    source: (options = {}) =>
      createXSource({
        name: 'x',
        bearerToken: 'test-token',
        baseUrl: standIn.baseUrl,
        queries: ['(nordbahn) -is:retweet'],
        budget: { usdPerDay: 10_000 },
        seed: 'a seed',
        ...options,
      }),
    publish: (count, { endedMsAgo = 60_000, ...post } = {}) =>
      Array.from({ length: count }, (_, index) => {
        const createdAt = new Date(clock.now().getTime() - endedMsAgo - (count - 1 - index) * 1000);
        const id = idAt(createdAt, published++);
        const text = `nordbahn train ${id} never came`;
        standIn.posts.push({ id, text, authorId: index % 2 === 0 ? '101' : '102', createdAt, ...post });
        return id;
      }),
  };
};

/** Stands for lib/safe-fetch: a deadline that holds for the body too. */
export const withDeadline =
  (ms: number): typeof fetch =>
  (input, init) =>
    fetch(input, {
      ...init,
      signal: AbortSignal.any([AbortSignal.timeout(ms), ...(init?.signal ? [init.signal] : [])]),
    });

export type Pages = readonly SourcePage<XCursor>[];

/** Walks to the end, or stops after `limit` pages as a process that is killed does. */
export const walk = async (
  lab: Lab,
  source: ReturnType<Lab['source']>,
  { cursor = null, limit = Number.POSITIVE_INFINITY }: { cursor?: XCursor | null; limit?: number } = {},
): Promise<Pages> => {
  const pages: SourcePage<XCursor>[] = [];
  if (limit === 0) return pages;
  for await (const page of source.pages(stored(cursor), lab.deps)) {
    pages.push(page);
    if (pages.length >= limit) break;
  }
  return pages;
};

/** Cursors live as JSON in a database row. */
export const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

export const idsOf = (pages: Pages): readonly string[] => mentionsOf(pages).map((event) => event.nativeId);

export const mentionsOf = (pages: Pages): readonly RawMention[] =>
  pages.flatMap((page) => page.events.flatMap((event) => (event.kind === 'mention' ? [event] : [])));

export const cursorOf = (pages: Pages, otherwise: XCursor | null = null): XCursor | null =>
  pages.at(-1)?.cursor ?? otherwise;

export const failure = async (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => error,
  );
