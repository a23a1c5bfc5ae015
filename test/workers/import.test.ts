import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { sql } from 'kysely';
import { defaultHours, defaultSla } from '../../config/defaults.ts';
import type { Brand } from '../../src/domain/brand.ts';
import type { Mention } from '../../src/domain/post.ts';
import { decodeBatch } from '../../src/ingest/inbox-codec.ts';
import { compileWatchList } from '../../src/ingest/watch-list.ts';
import { UserError } from '../../src/lib/user-error.ts';
import type { Database } from '../../src/postgres/database.ts';
import type { Queues } from '../../src/queue/queues.ts';
import {
  type ImportDeps,
  type ImportOptions,
  type ImportProgress,
  importFile,
} from '../../workers/import.ts';
import { type Engine, embeddedEngine } from '../support/engines.ts';

const brand: Brand = {
  id: 'nordbahn',
  names: ['Nordbahn'],
  handles: ['nordbahn'],
  phrases: [],
  exclusions: { phrases: [], authors: [] },
  languages: ['en', 'de'],
  accounts: { support: [], brand: [], executives: [], staff: [] },
  calendar: { timezone: 'UTC', hours: defaultHours },
  sla: defaultSla,
  onCall: [],
};

const now = new Date('2026-11-20T12:00:00Z');
const today = '2026-11-20T08:00:00.000Z';
const longAgo = '2019-01-01T08:00:00.000Z';
const folder = mkdtempSync(join(tmpdir(), 'evenhand-import-'));
const spoolDirectory = join(folder, 'spool');

let engine: Engine;
let db: Database;
let woken: string[] = [];

beforeAll(async () => {
  engine = embeddedEngine();
  db = await engine.open();
}, 60_000);
afterAll(async () => {
  await db.close();
  await engine.dispose();
  rmSync(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  woken = [];
  await sql`truncate intake.inbox, intake.cursor, intake.thread, sealed.inbox`.execute(db.kysely);
});

const queues = {
  add: async (_: string, __: unknown, options?: { id?: string }) => {
    woken.push(options?.id ?? '');
  },
} as unknown as Queues;

const depsWith = (more: Partial<ImportDeps> = {}): ImportDeps => ({
  db,
  queues,
  clock: { now: () => now },
  brands: [brand],
  watchList: compileWatchList([brand]),
  signal: new AbortController().signal,
  maxBacklog: 1_000,
  stdin: Readable.from([]),
  onProgress: () => undefined,
  ...more,
});

const write = (name: string, lines: readonly unknown[]): string => {
  const path = join(folder, name);
  writeFileSync(path, toLines(lines));
  return path;
};
const toLines = (lines: readonly unknown[]): string =>
  lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');

const optionsFor = (path: string, more: Partial<ImportOptions> = {}): ImportOptions => ({
  path,
  source: 'archive',
  isLive: false,
  spoolDirectory,
  ...more,
});

const inbox = async (): Promise<Mention[]> => {
  const { rows } = await sql<{
    payload: Buffer;
  }>`select payload from intake.inbox order by created_at, batch_id`.execute(db.kysely);
  return rows.flatMap(({ payload }) => decodeBatch(payload).mentions);
};
const idsOf = (mentions: readonly Mention[]): string[] => mentions.map(({ post }) => post.nativeId).sort();

const posts = (count: number, more: Record<string, unknown> = {}): unknown[] =>
  Array.from({ length: count }, (_, i) => ({ text: `Nordbahn train ${i} is late`, id: `p${i}`, ...more }));

describe('an import', () => {
  it('that was begun one way goes on that way, and is refused the other', async () => {
    const path = write('half.ndjson', posts(30));
    const half = new AbortController();
    const begun = await importFile(
      optionsFor(path, { pageSize: 10, isHistory: true }),
      depsWith({ signal: half.signal, onProgress: ({ kind }) => void (kind === 'page' && half.abort()) }),
    );
    expect(begun.isComplete).toBe(false);
    await expect(importFile(optionsFor(path, { isLive: true }), depsWith())).rejects.toThrow(
      'is half imported as history: leave out --live to go on',
    );
    expect(await importFile(optionsFor(path), depsWith())).toMatchObject({
      choice: 'history',
      isComplete: true,
    });
    expect(idsOf(await inbox())).toHaveLength(30);
  });

  it('takes what concerns a brand, seals the audience, and says what it left', async () => {
    const path = write('mixed.ndjson', [
      { text: 'Nordbahn lost my bag', id: 'a', audience: { followers: 12 }, stars: 1 },
      { text: 'Nice weather', id: 'b', stars: 2 },
      'broken',
      { text: '@nordbahn nobody answers\u0000', id: 'c', at: longAgo },
    ]);
    const progress: ImportProgress[] = [];
    const result = await importFile(optionsFor(path), depsWith({ onProgress: (one) => progress.push(one) }));
    expect(result).toMatchObject({
      lines: 4,
      matched: 2,
      unmatched: 1,
      kept: 2,
      rejectedLines: 1,
      rejected: [{ at: 'line 3', reason: 'is not JSON' }],
      ignoredKeys: { stars: 2 },
      choice: 'history',
      alreadyDone: false,
      isComplete: true,
      continuedAfterLine: 0,
    });
    const mentions = await inbox();
    expect(
      mentions.map(({ post, isHistory }) => [post.nativeId, post.text, post.publishedAt, isHistory]),
    ).toEqual([
      ['a', 'Nordbahn lost my bag', null, true],
      ['c', '@nordbahn nobody answers', longAgo, true],
    ]);
    expect(JSON.stringify(mentions)).not.toMatch(/followers|stars/);
    const sealed = await sql<{ n: number }>`select count(*)::int as n from sealed.inbox`.execute(db.kysely);
    expect(sealed.rows[0]?.n).toBe(1);
    expect(woken).toHaveLength(1);
    const size = toLines([]).length + (progress.at(-1) as { totalBytes: number }).totalBytes;
    expect(progress.at(-1)).toEqual({
      kind: 'page',
      bytes: size,
      totalBytes: size,
      lines: 4,
      kept: 2,
      rejected: 1,
      rejections: [{ at: 'line 3', reason: 'is not JSON' }],
    });
    expect(progress[0]).toEqual({ kind: 'hashing', bytes: size, totalBytes: size });
  });

  it('of a finished file says so and does nothing', async () => {
    const path = write('done.ndjson', posts(7));
    await importFile(optionsFor(path, { pageSize: 3 }), depsWith());
    const before = await inbox();
    const again = await importFile(optionsFor(write('copy.ndjson', posts(7)), { isLive: true }), depsWith());
    expect(again).toMatchObject({
      alreadyDone: true,
      isComplete: true,
      lines: 0,
      choice: 'history',
      continuedAfterLine: 7,
    });
    expect(await inbox()).toEqual(before);
  });

  it('of today runs clocks, and a post without a time is as old as its import', async () => {
    const path = write('today.ndjson', [
      ...posts(2, { at: today }),
      { text: 'Nordbahn again', id: 'none' },
      { text: 'Nordbahn in old times', id: 'old', at: longAgo },
    ]);
    expect((await importFile(optionsFor(path), depsWith())).choice).toBe('live');
    const mentions = await inbox();
    expect(mentions.map(({ isHistory }) => isHistory)).toEqual([false, false, false, false]);
    expect(mentions.map(({ post }) => post.publishedAt)).toEqual([today, today, now.toISOString(), longAgo]);
  });

  it('says how many posts are dated in the future, and takes them all the same', async () => {
    const at = (time: string, id: string): unknown => ({ text: 'Nordbahn is late', id, at: time });
    const path = write('future.ndjson', [
      at(today, 'past'),
      at('2026-11-20T12:04:00Z', 'a clock that goes ahead'),
      at('2026-11-20T12:06:00Z', 'a zone'),
      at('2027-01-11T08:00:00Z', 'a swapped day'),
    ]);
    expect(await importFile(optionsFor(path), depsWith())).toMatchObject({
      futureLines: 2,
      kept: 4,
      rejectedLines: 0,
    });
  });

  it('is judged by its first 1,000 lines', async () => {
    const early = write('early.ndjson', [...posts(999, { at: longAgo }), ...posts(3_000, { at: today })]);
    expect((await importFile(optionsFor(early), depsWith())).choice).toBe('history');
    const late = write('late.ndjson', [
      ...Array.from({ length: 1_000 }, () => ({ text: 'x' })),
      ...posts(9, { at: today }),
    ]);
    expect((await importFile(optionsFor(late), depsWith())).choice).toBe('history');
  });

  it('asked to be live is live, and keeps its choice when it goes on', async () => {
    const path = write('forced.ndjson', posts(9, { at: longAgo }));
    const stop = new AbortController();
    const first = await importFile(
      optionsFor(path, { isLive: true, pageSize: 2 }),
      depsWith({ signal: stop.signal, onProgress: ({ kind }) => kind === 'page' && stop.abort() }),
    );
    expect(first).toMatchObject({ isComplete: false, choice: 'live' });
    const second = await importFile(optionsFor(path, { pageSize: 2 }), depsWith());
    expect(second).toMatchObject({ isComplete: true, choice: 'live', continuedAfterLine: 2, lines: 7 });
    expect((await inbox()).every(({ isHistory }) => !isHistory)).toBe(true);
  });

  it('cut off after any page goes on there, with nothing lost and nothing twice', async () => {
    const path = write('cut.ndjson', [...posts(10), 'broken', ...posts(0)]);
    for (let after = 1; after <= 6; after += 1) {
      await sql`truncate intake.inbox, intake.cursor`.execute(db.kysely);
      let pages = 0;
      const failing = depsWith({
        onProgress: ({ kind }) => {
          if (kind === 'page' && ++pages === after) throw new Error('the process ends here');
        },
      });
      await expect(importFile(optionsFor(path, { pageSize: 2 }), failing)).rejects.toThrow(
        'the process ends here',
      );
      await importFile(optionsFor(path, { pageSize: 3 }), depsWith());
      expect(idsOf(await inbox())).toEqual(posts(10).map((_, i) => `p${i}`));
    }
  });

  it('of one file by two processes at once is refused to one of them, and doubles nothing', async () => {
    const path = write('two.ndjson', posts(40));
    const options = optionsFor(path, { pageSize: 4 });
    const outcomes = await Promise.allSettled([
      importFile(options, depsWith()),
      importFile(options, depsWith()),
    ]);
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused).toHaveLength(1);
    expect(refused[0]).toBeInstanceOf(UserError);
    expect(refused[0].message).toBe(
      'two.ndjson is being imported by another process: wait until it is done, then run the same command again',
    );
    expect(idsOf(await inbox())).toEqual(
      posts(40)
        .map((_, i) => `p${i}`)
        .sort(),
    );
  });

  it('waits while too much is undecided', async () => {
    const path = write('busy.ndjson', posts(40));
    const waited: number[] = [];
    const deps = depsWith({
      maxBacklog: 3,
      onProgress: (progress) => {
        if (progress.kind !== 'waiting') return;
        waited.push(progress.batches);
        void sql`update intake.inbox set state = 'done'`.execute(db.kysely);
      },
    });
    const result = await importFile(optionsFor(path, { pageSize: 2 }), deps);
    expect(result).toMatchObject({ isComplete: true, kept: 40 });
    expect(waited.length).toBeGreaterThanOrEqual(2);
    expect(Math.max(...waited)).toBeLessThanOrEqual(3 + 8);
  });

  it('that waits can be interrupted', async () => {
    await importFile(optionsFor(write('first.ndjson', posts(4)), { pageSize: 1 }), depsWith());
    const stop = new AbortController();
    const deps = depsWith({
      maxBacklog: 0,
      signal: stop.signal,
      onProgress: ({ kind }) => kind === 'waiting' && stop.abort(),
    });
    const result = await importFile(optionsFor(write('second.ndjson', posts(5))), deps);
    expect(result).toMatchObject({ isComplete: false, lines: 0 });
    expect(await inbox()).toHaveLength(4);
  });
});

describe('standard input', () => {
  const makePipe = 'mkfifo';
  const given = (lines: readonly unknown[]): Readable => Readable.from([Buffer.from(toLines(lines))]);

  it('is imported like a file, known again, and leaves no copy', async () => {
    const bytes: number[] = [];
    const deps = depsWith({
      stdin: given(posts(5)),
      onProgress: (progress) => progress.kind === 'spooling' && bytes.push(progress.bytes),
    });
    const result = await importFile(optionsFor('-'), deps);
    expect(result).toMatchObject({ kept: 5, isComplete: true });
    expect(bytes.at(-1)).toBe(toLines(posts(5)).length);
    expect(readdirSync(spoolDirectory)).toEqual([]);
    const again = await importFile(optionsFor(write('same.ndjson', posts(5))), depsWith());
    expect(again.alreadyDone).toBe(true);
  });

  it('is called by its name in what is said about it, and leaves no copy either', async () => {
    await expect(importFile(optionsFor('-'), depsWith({ stdin: given([]) }))).rejects.toThrow(
      /^standard input is empty; there is nothing to read$/,
    );
    await expect(importFile(optionsFor('-'), depsWith({ stdin: given(['a,b', 'c,d']) }))).rejects.toThrow(
      /^standard input has no column "text"; its columns are "a", "b"/,
    );
    expect(readdirSync(spoolDirectory)).toEqual([]);
  });

  it('may be a pipe with a name', async () => {
    const pipe = join(folder, 'pipe');
    execFileSync(makePipe, [pipe]);
    const written = writeFile(pipe, toLines(posts(6)));
    const result = await importFile(optionsFor(pipe), depsWith());
    await written;
    expect(result).toMatchObject({ kept: 6, isComplete: true });
    expect(readdirSync(spoolDirectory)).toEqual([]);
  });

  it('removes the copy of a process that was killed', async () => {
    const left = join(spoolDirectory, 'import-spool-left');
    const other = join(spoolDirectory, 'somebody-elses');
    for (const path of [left, other]) {
      writeFileSync(path, 'x');
      utimesSync(path, new Date('2020-01-01'), new Date('2020-01-01'));
    }
    await importFile(optionsFor('-'), depsWith({ stdin: given(posts(1)) }));
    expect(readdirSync(spoolDirectory)).toEqual(['somebody-elses']);
  });

  it('that cannot be kept is refused in one sentence', async () => {
    const path = write('file-not-folder', ['x']);
    await expect(
      importFile(optionsFor('-', { spoolDirectory: path }), depsWith({ stdin: given(posts(1)) })),
    ).rejects.toThrow(/^the input could not be kept in .*: make room there, or name the file itself$/);
  });
});

describe('a file that cannot be imported', () => {
  it.each([
    ['is missing', () => join(folder, 'none.csv'), 'does not exist; check the name'],
    ['is a folder', () => folder, 'is a folder; name a file in it'],
    ['is empty', () => write('nothing.ndjson', []), 'is empty; there is nothing to read'],
    [
      'lacks the column',
      () => write('lacks.csv', ['Body', 'x']),
      'has no column "text"; its columns are "Body"',
    ],
  ])('because it %s is refused before anything is stored', async (_, make, sentence) => {
    const path = make();
    const error = await importFile(optionsFor(path), depsWith()).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(UserError);
    expect((error as UserError).message).toContain(`${path} ${sentence}`);
    const cursors = await sql`select 1 from intake.cursor`.execute(db.kysely);
    expect(cursors.rows).toEqual([]);
  });
});
