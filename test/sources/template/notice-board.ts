import { z } from 'zod';
import type { RawEvent } from '../../../src/domain/raw-mention.ts';
import { type Asked, askJson, missingError } from '../../../src/sources/ask-json.ts';
import { type KnownPost, type KnownPosts, openKnownPosts } from '../../../src/sources/known-posts.ts';
import {
  type Rejection,
  type Source,
  type SourceDeps,
  SourceError,
  type SourcePage,
} from '../../../src/sources/source.ts';
import { mapNotice, notice, wordsHash } from './notice-board/map-notice.ts';

export interface NoticeBoardOptions {
  readonly name: string;
  readonly baseUrl: string;
  readonly token: string;
  /** What concerns a brand is asked for again, for edits and deletions. */
  readonly isWatched: (text: string) => boolean;
  readonly pollMs: number;
}

/** The whole state of the walk: JSON, committed with every page. */
export interface NoticeBoardCursor {
  /** Every notice up to this id was read, or told as a gap. */
  readonly readTo: number;
  readonly known: readonly KnownPost[];
}

export const createNoticeBoardSource = (options: NoticeBoardOptions): Source<NoticeBoardCursor> => ({
  name: options.name,
  kind: 'notice-board',
  knowsSpread: true,
  freshnessTargetMs: 30 * 60_000,
  quietTargetMs: 2 * 86_400_000,
  pages: (cursor, deps) => walk(options, cursor, deps),
  nextPollMs: () => options.pollMs,
});

type Page = SourcePage<NoticeBoardCursor>;

/** Forward by id until nothing newer comes; then what is known and due is looked at again. */
async function* walk(
  options: NoticeBoardOptions,
  stored: NoticeBoardCursor | null,
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const known = openKnownPosts(stored?.known ?? []);
  let readTo = stored?.readTo ?? 0;
  for (let isDone = false; !isDone; ) {
    if (deps.signal.aborted) return;
    const told = await askPage(options, readTo, deps);
    const gap = gapOf(options, readTo, told);
    if (told.newest < readTo) readTo = told.oldest - 1;
    const now = deps.clock.now();
    const { events, rejected } = readNotices(told.notices, { options, known, now });
    isDone = told.notices.length === 0;
    readTo = isDone ? readTo : lastOf(told.notices, readTo, options);
    const cursor = { readTo, known: known.stored(now) };
    yield { events, rejected, cursor, isLast: false, ...(gap === undefined ? {} : { gap }) };
  }
  yield* lookAgain(options, { readTo, known }, deps);
}

const answer = z.object({ notices: z.array(z.unknown()), oldest: z.number(), newest: z.number() });
type Answer = z.infer<typeof answer>;

const askPage = async (options: NoticeBoardOptions, after: number, deps: SourceDeps): Promise<Answer> => {
  const url = new URL(`${options.baseUrl}/notices?after=${after}&order=id`);
  const told = await askJson(url, askedBy(options), deps);
  if (told.kind === 'missing') throw missingError(url, askedBy(options), told.status);
  const parsed = answer.safeParse(told.body);
  if (parsed.success) return parsed.data;
  throw new SourceError('transient', `${url.host} sent source ${options.name} no list of notices.`);
};

const askedBy = ({ name, token }: NoticeBoardOptions): Asked => ({
  source: name,
  headers: { authorization: `Bearer ${token}` },
});

/** What may be missing: the board forgot notices that were not read yet, or was put back to an older state. */
const gapOf = (
  { baseUrl }: NoticeBoardOptions,
  readTo: number,
  { oldest, newest }: Answer,
): string | undefined => {
  const { host } = new URL(baseUrl);
  if (newest < readTo) return `Notices of ${host} may be missing: its numbers went back.`;
  return readTo > 0 && oldest > readTo + 1
    ? `Notices of ${host} from ${readTo + 1} to ${oldest - 1} are missing: it no longer has them.`
    : undefined;
};

const numbered = z.object({ id: z.number() });

/** A page that brings the walk no further would be asked for without end. */
const lastOf = (notices: readonly unknown[], readTo: number, { baseUrl }: NoticeBoardOptions): number => {
  const ids = notices.flatMap((told) => numbered.safeParse(told).data?.id ?? []);
  const last = Math.max(readTo, ...ids);
  if (last > readTo) return last;
  throw new SourceError('transient', `${new URL(baseUrl).host} sent the same page twice.`);
};

interface Reading {
  readonly options: NoticeBoardOptions;
  readonly known: KnownPosts;
  readonly now: Date;
}

const readNotices = (
  notices: readonly unknown[],
  reading: Reading,
): { readonly events: readonly RawEvent[]; readonly rejected: readonly Rejection[] } => {
  const events: RawEvent[] = [];
  const rejected: Rejection[] = [];
  for (const [index, told] of notices.entries()) {
    const event = readNotice(told, reading);
    if (event === 'broken') rejected.push({ at: `notice ${index + 1}`, reason: 'has no id or no text' });
    else if (event !== null) events.push(event);
  }
  return { events, rejected };
};

/** null: exactly this was passed on before. */
const readNotice = (told: unknown, { options, known, now }: Reading): RawEvent | 'broken' | null => {
  const parsed = notice.safeParse(told);
  if (!parsed.success) return 'broken';
  const event = mapNotice(parsed.data, options.baseUrl);
  const thread = event.thread ?? event.nativeId;
  const revision = known.note(
    {
      key: event.nativeId,
      nativeId: event.nativeId,
      revision: event.revision ?? 0,
      hash: wordsHash(event),
      thread,
      isWatched: options.isWatched(event.text) || known.isWatchedThread(thread),
    },
    now,
  );
  return revision === null ? null : { ...event, revision };
};

const MAX_LOOKS = 20;

/** The board tells of no edit and no deletion: notices of a brand are asked for again, ever less often. */
async function* lookAgain(
  options: NoticeBoardOptions,
  { readTo, known }: { readonly readTo: number; readonly known: KnownPosts },
  deps: SourceDeps,
): AsyncGenerator<Page> {
  const now = deps.clock.now();
  const events: RawEvent[] = [];
  let failure: unknown;
  for (const [key] of known.due(now, MAX_LOOKS)) {
    try {
      const told = await askJson(new URL(`${options.baseUrl}/notices/${key}`), askedBy(options), deps);
      known.looked(key, now);
      if (told.kind === 'missing') known.forget(key);
      const event: ReturnType<typeof readNotice> =
        told.kind === 'missing'
          ? { kind: 'deletion', nativeId: key }
          : readNotice(told.body, { options, known, now });
      if (event !== null && event !== 'broken') events.push(event);
    } catch (error) {
      failure = error;
      break;
    }
  }
  // First what was found out, for the cursor remembers it; then the failure.
  yield { events, cursor: { readTo, known: known.stored(now) }, isLast: failure === undefined };
  if (failure !== undefined) throw failure;
}
