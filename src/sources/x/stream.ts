import { z } from 'zod';
import { SourceError } from '../source.ts';
import { streamAddress } from './client.ts';
import { type Chunk, createEar, type Ear, type Heard } from './ear.ts';
import { XInvalidRequest } from './refusal.ts';
import { afterTrouble, calmStream, mayOpen, type StreamTrouble } from './stream-backoff.ts';
import { syncRules } from './stream-rules.ts';
import { coverTo, walkKey, type XWalk } from './walk.ts';
import { type Page, pageWith, type XWalking } from './walking.ts';

/** A sign of life comes every 20 s; nothing for longer means that the connection is dead (facts/sources.md 1). */
const WATCHDOG_MS = 20_000;
/** A post comes 6 to 7 s after it was written, 99 times of 100 (facts/sources.md 1); the rest is searched for again when a connection broke. */
const LATE_MS = 120_000;
/** A page at least so often, so that the place where listening stands is kept. */
const PAGE_MS = 15_000;

type ReadRound = (walking: XWalking, walks: readonly XWalk[]) => AsyncGenerator<Page>;

/**
 * Hears what matches the searches as it is written, until the connection ends. What was heard needs no search; what was
 * written before, between two connections and while the stream is away is searched for.
 */
export async function* followStream(walking: XWalking, readRound: ReadRound): AsyncGenerator<Page> {
  const { deps } = walking;
  if (!isAffordable(walking) || !mayOpen(walking.cursor.stream ?? calmStream, deps.clock.now())) return;
  const opened = await openStream(walking);
  if (opened.kind === 'trouble') {
    yield await troublePage(walking, opened);
    return;
  }
  const ear = createEar(walking, opened.refused);
  try {
    yield* hear(walking, { ...opened, ear }, readRound);
  } finally {
    await ear.settle();
  }
}

const isAffordable = ({ rate, cursor }: XWalking): boolean => rate >= 1 && cursor.stoppedSince === undefined;

interface Trouble {
  readonly kind: 'trouble';
  readonly how: StreamTrouble;
  readonly reason: string;
  readonly retryAfterMs?: number | undefined;
}

interface Opened {
  readonly kind: 'open';
  readonly chunks: AsyncIterable<Uint8Array>;
  /** From when on everything is heard. */
  readonly from: Date;
  readonly refused: readonly string[];
}

const openStream = async (walking: XWalking): Promise<Opened | Trouble> => {
  const { plan, client, deps } = walking;
  try {
    const rules = await syncRules(plan, client);
    if (deps.stream === undefined) throw new TypeError('no stream');
    const { status, chunks, headers } = await deps.stream(streamAddress(plan), {
      headers: { authorization: `Bearer ${plan.bearerToken}`, accept: 'application/json' },
      signal: deps.signal,
      silenceMs: WATCHDOG_MS,
    });
    if (status !== 200) return refused(status, headers, deps.clock.now());
    const fromMs = deps.clock.now().getTime() + (rules.isChanged ? LATE_MS : 0);
    return { kind: 'open', chunks, from: new Date(fromMs), refused: rules.refused };
  } catch (error) {
    return troubleOf(error);
  }
};

const refused = (
  status: number,
  headers: Readonly<Record<string, string>> | undefined,
  now: Date,
): Trouble => {
  const reset = Number(headers?.['x-rate-limit-reset'] ?? Number.NaN);
  const isLimited = status === 429;
  const retryAfterMs = isLimited && reset * 1000 > now.getTime() ? reset * 1000 - now.getTime() : undefined;
  return {
    kind: 'trouble',
    how: isLimited ? 'limited' : 'refused',
    reason: `the stream was refused with HTTP ${status}`,
    retryAfterMs,
  };
};

/** What the rules were answered with is no connection that broke. */
const troubleOf = (error: unknown): Trouble => {
  const reason = error instanceof Error ? error.message : String(error);
  if (error instanceof SourceError) {
    const how = / HTTP 429/.test(reason) ? 'limited' : / HTTP \d/.test(reason) ? 'refused' : 'broken';
    return { kind: 'trouble', how, reason, retryAfterMs: error.retryAfterMs };
  }
  if (error instanceof XInvalidRequest || error instanceof z.ZodError)
    return { kind: 'trouble', how: 'refused', reason: 'the rules of the stream were not taken' };
  return { kind: 'trouble', how: 'broken', reason: 'the stream could not be reached' };
};

const troublePage = async (
  walking: XWalking,
  trouble: Trouble,
  heard: Partial<Heard> = {},
): Promise<Page> => {
  const { cursor, deps } = walking;
  const now = deps.clock.now();
  const stream = afterTrouble(cursor.stream ?? calmStream, trouble.how, {
    now,
    retryAfterMs: trouble.retryAfterMs,
  });
  walking.cursor = { ...cursor, stream };
  const rejected = [...(heard.rejected ?? []), { at: 'stream', reason: trouble.reason }];
  return pageWith(walking, { events: heard.events ?? [], rejected }, true);
};

interface Hearing extends Opened {
  readonly ear: Ear;
}

/** Pages of one connection. Its end is no failure of the source: the next walk searches for what lies between. */
async function* hear(walking: XWalking, hearing: Hearing, readRound: ReadRound): AsyncGenerator<Page> {
  const { deps, plan } = walking;
  const { ear } = hearing;
  const chunks = hearing.chunks[Symbol.asyncIterator]();
  const startMs = deps.clock.now().getTime();
  const told = { pagedMs: startMs, roundMs: startMs };
  try {
    while (!deps.signal.aborted && (await ear.take(await nextChunk(chunks)))) {
      const nowMs = deps.clock.now().getTime();
      cover(walking, hearing, nowMs);
      if (ear.hasPosts() || nowMs - told.pagedMs >= PAGE_MS) {
        told.pagedMs = nowMs;
        yield await pageWith(walking, ear.heard());
      }
      if (nowMs - told.roundMs < plan.pollMs) continue;
      told.roundMs = nowMs;
      yield* patiently(walking, readRound(walking, uncovered(walking, hearing.from)));
      if (!isAffordable(walking)) return;
    }
  } finally {
    await chunks.return?.().catch(() => undefined);
  }
  const reason = ear.end();
  if (deps.signal.aborted || reason === null) yield await pageWith(walking, ear.heard());
  else yield await troublePage(walking, { kind: 'trouble', how: 'broken', reason }, ear.heard());
}

/** The end of a connection and its breaking off are outcomes like bytes. */
const nextChunk = async (chunks: AsyncIterator<Uint8Array>): Promise<Chunk> => {
  try {
    const next = await chunks.next();
    return next.done === true ? 'over' : next.value;
  } catch {
    return 'broken';
  }
};

/** A search that fails for now is asked again in the next round; the stream goes on meanwhile. */
async function* patiently(walking: XWalking, round: AsyncGenerator<Page>): AsyncGenerator<Page> {
  try {
    yield* round;
  } catch (error) {
    if (!(error instanceof SourceError) || error.outcome !== 'transient') throw error;
    yield await pageWith(walking, { events: [], rejected: [{ at: 'search', reason: error.message }] });
  }
}

/** Searches that have come to where listening began need not be asked as long as it goes on. */
const cover = (walking: XWalking, { from }: Opened, nowMs: number): void => {
  const { cursor, plan } = walking;
  const to = new Date(nowMs - LATE_MS);
  const walks = { ...cursor.walks };
  for (const walk of plan.walks) {
    const state = walks[walkKey(walk)];
    if (walk.kind !== 'search' || state === undefined || Date.parse(state.readTo) < from.getTime()) continue;
    walks[walkKey(walk)] = coverTo(state, to);
  }
  walking.cursor = { ...cursor, walks, stream: calmStream };
};

const uncovered = ({ plan, cursor }: XWalking, from: Date): readonly XWalk[] =>
  plan.walks.filter((walk) => {
    const readTo = cursor.walks[walkKey(walk)]?.readTo;
    return walk.kind !== 'search' || readTo === undefined || Date.parse(readTo) < from.getTime();
  });
