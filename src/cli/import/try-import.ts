import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isInFuture } from '../../../workers/import-times.ts';
import type { RawEvent } from '../../domain/raw-mention.ts';
import { compileWatchList, match } from '../../ingest/watch-list.ts';
import { sentenceIn } from '../../lib/sentences.ts';
import { UserError } from '../../lib/user-error.ts';
import { hashFile } from '../../sources/file/import/hash-file.ts';
import { readingHash } from '../../sources/file/import/identity.ts';
import { withStoredFile } from '../../sources/file/import/stored-file.ts';
import { createPassedOver } from '../../sources/file/passed-over.ts';
import { createFileSource } from '../../sources/file.ts';
import type { Rejection } from '../../sources/source.ts';
import type { App } from '../app.ts';
import { exitCodes } from '../exit-codes.ts';
import { fitText } from '../render/text-width.ts';
import { type ChosenInput, chooseInput } from './choose-input.ts';
import { interrupted, onInterrupt } from './interrupt.ts';
import { openRejectFile, type RejectFile } from './reject-file.ts';
import { type Remarkable, remarkLines } from './remarks.ts';
import type { ImportCommandOptions } from './run-import.ts';
import { sayImport } from './texts.ts';

/** `--dry-run`: everything that files hold, as it would come in. No database is opened and nothing is stored. */
export const tryImport = async (
  app: App,
  files: readonly string[],
  options: ImportCommandOptions,
): Promise<number> => {
  const { config } = app.config();
  const inputs: ChosenInput[] = [];
  for (const file of files) inputs.push(await chooseInput(file, options, { config, cwd: app.env.cwd }));
  const rejects = openRejectFile(options.rejects);
  const interrupt = onInterrupt();
  try {
    let refused = 0;
    for (const input of inputs) {
      refused += await tryFile(app, input, { options, rejects, signal: interrupt.signal });
      if (interrupt.signal.aborted) return interrupted;
    }
    return refused > 0 ? exitCodes.usage : exitCodes.ok;
  } finally {
    interrupt.done();
    rejects.close();
  }
};

interface Trying {
  readonly options: ImportCommandOptions;
  readonly rejects: RejectFile;
  readonly signal: AbortSignal;
}

/** How many lines were refused. */
const tryFile = (app: App, input: ChosenInput, trying: Trying): Promise<number> =>
  withStoredFile(
    { path: input.path, spoolDirectory: join(tmpdir(), 'evenhand-spool') },
    { stdin: app.io.stdin, signal: trying.signal, onBytes: () => undefined },
    (path) => readStored(app, { ...input, stored: path }, trying),
  );

const shownPosts = 10;

const readStored = async (
  app: App,
  input: ChosenInput & { readonly stored: string },
  { options, rejects, signal }: Trying,
): Promise<number> => {
  const now = app.clock.now();
  const counts = { posts: 0, named: 0, deletions: 0, refused: 0, future: 0 };
  const watchList = compileWatchList(app.config().config.brands);
  const ignored = new Map<string, number>();
  const passed = createPassedOver();
  const show = (event: RawEvent): void => {
    if (event.kind === 'deletion') counts.deletions += 1;
    else counts.posts += 1;
    if (isInFuture(event, now)) counts.future += 1;
    if (event.kind === 'mention' && match(watchList, event.text).length > 0) counts.named += 1;
    if (options.json === true) app.io.out(`${JSON.stringify(shownEvent(event, input.source))}\n`);
    else if (counts.posts + counts.deletions <= shownPosts)
      app.io.out(`  ${fitText(shownText(event, options), app.io.width - 2)}\n`);
  };
  const spoken = (sentence: string): string => sentenceIn(sentence, options.language);
  const refuse = (rejected: readonly Rejection[]): void => {
    rejects.write(input.path, rejected);
    for (const { at, reason } of rejected.slice(0, Math.max(0, shownPosts - counts.refused)))
      app.io.err(`evenhand: ${input.path}, ${spoken(at)}: ${spoken(reason)}\n`);
    counts.refused += rejected.length;
  };
  for await (const page of await openPages(app, input, signal)) {
    for (const event of page.events) show(event);
    refuse(page.rejected ?? []);
    for (const [key, count] of Object.entries(page.ignoredKeys ?? {}))
      ignored.set(key, (ignored.get(key) ?? 0) + count);
    for (const one of page.passedOver ?? []) passed.add(one);
    if (signal.aborted) break;
  }
  const told = { ...counts, ignored, passedOver: passed.all() };
  if (options.json !== true) app.io.out(`${summaryText(input, told, options)}\n`);
  for (const sentence of undoneSentences(input, told, options)) app.io.err(`evenhand: ${sentence}\n`);
  return counts.refused;
};

const openPages = async (
  app: App,
  { stored, source, ...reading }: ChosenInput & { readonly stored: string },
  signal: AbortSignal,
) => {
  const content = await hashFile(stored, signal, () => undefined).catch((cause: unknown) => {
    // Looked at again below, where what is wrong with it is said.
    if (signal.aborted) throw cause;
    return '';
  });
  const { map, format, from } = reading;
  const hash = readingHash(content, { map, format, from });
  const walk = createFileSource({ ...reading, name: source, path: stored, hash }).pages(null, {
    clock: app.clock,
    signal,
    fetch: () => Promise.reject(new Error('a file is read without the network')),
  });
  return clearly(walk);
};

/** What a person can mend at a file travels as the cause of a source's error. */
async function* clearly<T>(pages: AsyncIterable<T>): AsyncGenerator<T> {
  try {
    yield* pages;
  } catch (error) {
    throw error instanceof Error && error.cause instanceof UserError ? error.cause : error;
  }
}

/** One line for a script; who is deleted has no words any more. */
const shownEvent = (event: RawEvent, source: string) =>
  event.kind === 'deletion'
    ? { ...noPost, source, id: event.nativeId ?? null, author: event.author ?? null, deleted: true }
    : {
        ...noPost,
        source,
        id: event.nativeId,
        revision: event.revision ?? 0,
        thread: event.thread ?? event.parent ?? event.nativeId,
        parent: event.parent ?? null,
        author: event.author ?? null,
        at: event.publishedAt ?? null,
        lang: event.language ?? null,
        text: event.text.toWellFormed(),
      };

const noPost = {
  source: '',
  id: null,
  revision: null,
  thread: null,
  parent: null,
  author: null,
  at: null,
  lang: null,
  text: null,
  deleted: false,
};

const shownText = (event: RawEvent, { language }: ImportCommandOptions): string =>
  event.kind === 'mention'
    ? event.text
    : `${sayImport(language, 'gone')} ${event.nativeId ?? event.author ?? ''}`;

interface Counts extends Remarkable {
  readonly posts: number;
  /** The watch-list finds a brand in their words. */
  readonly named: number;
  readonly deletions: number;
  readonly refused: number;
  readonly ignored: ReadonlyMap<string, number>;
}

const summaryText = (
  { path, source }: ChosenInput,
  counts: Counts,
  { language }: ImportCommandOptions,
): string => {
  const { posts: count, named, deletions, refused, ignored } = counts;
  const keys = [...ignored].map(([key, times]) => `${key} ×${times}`).join(', ');
  const more = count + deletions - shownPosts;
  return [
    ...(more > 0 ? [`  ${sayImport(language, 'triedMore', { count: more })}`] : []),
    sayImport(language, 'tried', { file: path, count, named, source, deletions, refused }),
    ...(count > named && named > 0 ? [`  ${sayImport(language, 'triedKept')}`] : []),
    ...(keys === '' ? [] : [`  ${sayImport(language, 'ignored', { keys })}`]),
    ...remarkLines(counts, language).map((line) => `  ${line}`),
  ].join('\n');
};

/** On stderr, where a script that reads the posts sees them too. */
const undoneSentences = (
  { path: file, from }: ChosenInput,
  { posts, deletions, refused, passedOver }: Counts,
  { language, rejects }: ImportCommandOptions,
): string[] => {
  const lines = posts + deletions + refused;
  const isEmpty = lines === 0 && from !== undefined && passedOver.length > 0;
  const unsaid = refused - shownPosts;
  const more = rejects === undefined ? 'more' : 'moreWritten';
  return [
    ...(unsaid > 0 ? [sayImport(language, more, { count: unsaid, file: rejects ?? '' })] : []),
    ...(refused > 0 ? [sayImport(language, 'triedRefused', { file, count: refused, lines })] : []),
    ...(isEmpty ? [sayImport(language, 'noPosts', { file, from })] : []),
  ];
};
