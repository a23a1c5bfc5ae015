import { basename } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { CursorMovedError, readBacklog, readCursor } from '../src/ingest/inbox.store.ts';
import { UserError } from '../src/lib/user-error.ts';
import { type ImportChoice, isRecent, judgedLines } from '../src/sources/file/import/choose-history.ts';
import { chooseImport } from '../src/sources/file/import/choose-import.ts';
import { hashFile } from '../src/sources/file/import/hash-file.ts';
import { importKey, readingHash } from '../src/sources/file/import/identity.ts';
import { type ImportCursor, parseImportCursor } from '../src/sources/file/import/import-cursor.ts';
import { readAhead } from '../src/sources/file/import/read-ahead.ts';
import { withStoredFile } from '../src/sources/file/import/stored-file.ts';
import { createTally, type ImportTally } from '../src/sources/file/import/tally.ts';
import { inspectFile } from '../src/sources/file/input.ts';
import { createFileSource, type FileCursor, type FileFormat, type FileMap } from '../src/sources/file.ts';
import type { RecordedPlatform } from '../src/sources/recorded/readers.ts';
import type { Rejection, Source, SourceDeps, SourcePage } from '../src/sources/source.ts';
import { isInFuture, withTimes } from './import-times.ts';
import { type IntakeDeps, takePage } from './intake.ts';

export interface ImportOptions {
  /** `-`: standard input. */
  readonly path: string;
  /** The source that the posts are stored under. */
  readonly source: string;
  /** Clocks run and alerts go out, whatever the lines' times say. */
  readonly isLive: boolean;
  /** No clocks and no alerts, whatever the lines' times say. */
  readonly isHistory?: boolean;
  readonly format?: FileFormat;
  readonly map?: FileMap;
  /** The lines are what this platform sends. */
  readonly from?: RecordedPlatform;
  /** Where input that can be read once only is kept until it is imported. */
  readonly spoolDirectory: string;
  readonly pageSize?: number;
}

export interface ImportDeps extends IntakeDeps {
  readonly signal: AbortSignal;
  /** Batches that may wait to be decided before reading pauses. */
  readonly maxBacklog: number;
  readonly stdin: Readable;
  readonly onProgress: (progress: ImportProgress) => void;
}

export type ImportProgress =
  | { readonly kind: 'spooling'; readonly bytes: number }
  | { readonly kind: 'hashing'; readonly bytes: number; readonly totalBytes: number }
  | {
      readonly kind: 'page';
      readonly bytes: number;
      readonly totalBytes: number;
      /** Of this run. */
      readonly lines: number;
      readonly kept: number;
      readonly rejected: number;
      /** Of this page, for a file of refused lines. */
      readonly rejections: readonly Rejection[];
    }
  | { readonly kind: 'waiting'; readonly batches: number }
  /** Asked for live, though its posts are old: their clocks start all the same. */
  | { readonly kind: 'old'; readonly medianAgeMs: number };

/** Counts are of this run: one that was cut off and goes on says where it began. */
export interface ImportResult extends ImportTally {
  readonly choice: ImportChoice;
  readonly seconds: number;
  /** The file was imported to its end before: nothing was done. */
  readonly alreadyDone: boolean;
  /** False when it was interrupted; the same command goes on from there. */
  readonly isComplete: boolean;
  /** 0: from the beginning. */
  readonly continuedAfterLine: number;
}

/**
 * Reads a file to its end into the inbox. The same file again goes on where it stopped, or says that it is done.
 * Interrupted before its first page it throws the signal's AbortError, later it gives back what it did.
 */
export const importFile = (options: ImportOptions, deps: ImportDeps): Promise<ImportResult> =>
  withStoredFile(
    options,
    {
      stdin: deps.stdin,
      signal: deps.signal,
      onBytes: (bytes) => deps.onProgress({ kind: 'spooling', bytes }),
    },
    (path) => importStored({ ...options, path }, deps),
  );

const importStored = async (options: ImportOptions, deps: ImportDeps): Promise<ImportResult> => {
  const begun = performance.now();
  const tally = createTally();
  try {
    const run = await prepare(options, deps);
    const isComplete = run.stored?.isDone === true || (await readAll(run, tally, deps));
    return {
      ...tally.total(),
      choice: run.choice,
      seconds: (performance.now() - begun) / 1_000,
      alreadyDone: run.stored?.isDone === true,
      isComplete,
      continuedAfterLine: run.stored?.file.line ?? 0,
    };
  } catch (error) {
    throw sayClearly(error, options.path);
  }
};

interface Run {
  readonly source: Source<FileCursor>;
  readonly key: string;
  readonly totalBytes: number;
  readonly choice: ImportChoice;
  readonly stored: ImportCursor | null;
  readonly version: number;
}

const prepare = async (options: ImportOptions, deps: ImportDeps): Promise<Run> => {
  const { path, source: name, format, map, from, pageSize } = options;
  const { size: totalBytes } = await inspectFile(path, map?.encoding);
  const onBytes = (bytes: number): void => deps.onProgress({ kind: 'hashing', bytes, totalBytes });
  const content = await hashFile(path, deps.signal, onBytes);
  const hash = readingHash(content, { map, format, from });
  const key = importKey(hash, name);
  const { value, version } = await deps.db.transaction('ingest', (tx) => readCursor(tx, key));
  const found = version === 0 ? null : parseImportCursor(key, value);
  // Nothing of it could be read: it is tried again, and says so again.
  const stored = found?.isDone === true && found.accepted === 0 ? null : found;
  const sourceWith = (size: number | undefined): Source<FileCursor> =>
    createFileSource({
      name,
      path,
      hash,
      ...(format === undefined ? {} : { format }),
      ...(map === undefined ? {} : { map }),
      ...(from === undefined ? {} : { from }),
      ...(size === undefined ? {} : { pageSize: size }),
    });
  const asked = options.isLive ? 'live' : options.isHistory === true ? 'history' : null;
  const choice = await chooseImport(
    { path, asked, stored, onOld: (ms) => deps.onProgress({ kind: 'old', medianAgeMs: ms }) },
    sourceWith(judgedLines),
    depsOfSource(deps),
  );
  return { source: sourceWith(pageSize), key, totalBytes, choice, stored, version };
};

/** True when the end was reached. */
const readAll = async (run: Run, tally: Tally, deps: ImportDeps): Promise<boolean> => {
  let { version } = run;
  let pages = 0;
  for await (const page of readAhead(run.source.pages(run.stored?.file ?? null, depsOfSource(deps)))) {
    if (pages % pagesBetweenLooks === 0) await waitForRoom(deps);
    if (deps.signal.aborted) return false;
    await takeFilePage(page, { ...run, version }, tally, deps);
    version += 1;
    pages += 1;
    if (page.isLast) return true;
  }
  return false;
};

type Tally = ReturnType<typeof createTally>;

const takeFilePage = async (
  page: SourcePage<FileCursor>,
  run: Run,
  tally: Tally,
  deps: ImportDeps,
): Promise<void> => {
  const isLive = run.choice === 'live';
  const now = deps.clock.now();
  const before = tally.total();
  const cursor: ImportCursor = {
    file: page.cursor,
    choice: run.choice,
    isDone: page.isLast,
    accepted: (run.stored?.accepted ?? 0) + before.lines - before.rejectedLines + page.events.length,
  };
  const taken = await takePage(
    {
      source: run.source.name,
      events: isLive ? withTimes(page.events, now) : page.events,
      cursor: { key: run.key, value: cursor, expectedVersion: run.version },
      isHistory: () => !isLive,
    },
    deps,
  );
  const rejections = page.rejected ?? [];
  tally.add({
    ...taken,
    deletions: page.events.filter(({ kind }) => kind === 'deletion').length,
    future: page.events.filter((event) => isInFuture(event, now)).length,
    recent: page.events.filter((event) => event.kind === 'mention' && isRecent(event.publishedAt, now))
      .length,
    rejected: rejections,
    ignoredKeys: page.ignoredKeys ?? {},
    passedOver: page.passedOver ?? [],
  });
  const { lines, kept, rejectedLines } = tally.total();
  deps.onProgress({
    kind: 'page',
    bytes: Math.min(page.cursor.rawByte, run.totalBytes),
    totalBytes: run.totalBytes,
    lines,
    kept,
    rejected: rejectedLines,
    rejections,
  });
};

/** A look costs a statement; eight pages are 4,000 posts. */
const pagesBetweenLooks = 8;
const lookAgainMs = 100;

/** Back-pressure: what waits to be decided comes first. */
const waitForRoom = async (deps: ImportDeps): Promise<void> => {
  while (!deps.signal.aborted) {
    const { batches } = await deps.db.transaction('ingest', (tx) => readBacklog(tx));
    if (batches <= deps.maxBacklog) return;
    deps.onProgress({ kind: 'waiting', batches });
    await sleep(lookAgainMs);
  }
};

const depsOfSource = ({ clock, signal }: ImportDeps): SourceDeps => ({
  clock,
  signal,
  fetch: () => Promise.reject(new Error('a file is read without the network')),
});

const sayClearly = (error: unknown, path: string): unknown => {
  if (error instanceof CursorMovedError)
    return new UserError(
      `${basename(path)} is being imported by another process: wait until it is done, then run the same command again`,
      { cause: error },
    );
  return error instanceof Error && error.cause instanceof UserError ? error.cause : error;
};
