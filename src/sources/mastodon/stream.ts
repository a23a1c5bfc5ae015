import { setTimeout as sleep } from 'node:timers/promises';
import { originOf } from '../../lib/safe-fetch.ts';
import type { OpenStream, SourceDeps } from '../source.ts';
import { createSseDecoder, type SseEvent } from './sse.ts';

export interface StreamOptions {
  readonly url: string;
  readonly token: string;
  readonly tags: readonly string[];
  /** The instance sends a heartbeat every 15 s; after so much silence the line is dead. */
  readonly silenceMs: number;
  /** A page is due so long after the last one, empty or not: it shows that the walk is alive. */
  readonly pageMs: number;
  /** Then the walk ends, and the next one fills what may have been missed. */
  readonly lastsMs: number;
  /** Each page is a transaction: what comes in so long shares it; default a quarter of a second. */
  readonly gatherMs?: number;
}

export interface StreamBatch {
  readonly events: readonly SseEvent[];
  /** Why the stream ended early; undefined: it did not. */
  readonly trouble?: string;
}

/** Arriving faster than they are stored: the stream ends, and the timeline gives the rest. */
const MAX_WAITING = 2_000;
const MAX_BATCH = 200;
const GATHER_MS = 250;

/** Follows one stream per tag. It never replays: whoever opens it reads the timeline first and again afterwards. */
export async function* followStreams(options: StreamOptions, deps: SourceDeps): AsyncGenerator<StreamBatch> {
  if (deps.stream === undefined) return;
  const ending = new AbortController();
  const signal = AbortSignal.any([deps.signal, ending.signal]);
  const inbox: Inbox = { waiting: [], trouble: undefined, wake: () => undefined };
  const runs = options.tags.map((tag) =>
    runStream({ ...options, tag }, deps.stream as OpenStream, { signal, inbox }),
  );
  const until = performance.now() + options.lastsMs;
  try {
    while (!deps.signal.aborted) {
      await nextEvents(inbox, Math.min(options.pageMs, Math.max(0, until - performance.now())));
      if (inbox.waiting.length > 0 && inbox.waiting.length < MAX_BATCH)
        await sleep(options.gatherMs ?? GATHER_MS);
      const events = inbox.waiting.splice(0, MAX_BATCH);
      const isOver = inbox.trouble !== undefined || performance.now() >= until;
      yield { events, ...(isOver && inbox.trouble !== undefined ? { trouble: inbox.trouble } : {}) };
      if (isOver && inbox.waiting.length === 0) return;
    }
  } finally {
    ending.abort();
    await Promise.all(runs);
  }
}

interface Inbox {
  readonly waiting: SseEvent[];
  trouble: string | undefined;
  wake: () => void;
}

const nextEvents = async (inbox: Inbox, ms: number): Promise<void> => {
  if (inbox.waiting.length > 0 || inbox.trouble !== undefined) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    inbox.wake = () => {
      clearTimeout(timer);
      resolve();
    };
  });
};

const runStream = async (
  { url, token, tag, silenceMs }: StreamOptions & { readonly tag: string },
  open: OpenStream,
  { signal, inbox }: { readonly signal: AbortSignal; readonly inbox: Inbox },
): Promise<void> => {
  const end = (trouble: string): void => {
    if (!signal.aborted) inbox.trouble ??= trouble;
    inbox.wake();
  };
  try {
    const address = new URL(`${url}/api/v1/streaming/hashtag`);
    address.searchParams.set('tag', tag);
    const headers = { accept: 'text/event-stream', authorization: `Bearer ${token}` };
    const { status, chunks } = await open(address.href, { headers, signal, silenceMs });
    if (status !== 200) return end(`${originOf(url)} refused the stream with HTTP ${status}`);
    const decoder = createSseDecoder();
    for await (const chunk of chunks) {
      const events = decoder.feed(chunk);
      if (events.length === 0) continue;
      inbox.waiting.push(...events);
      inbox.wake();
      if (inbox.waiting.length > MAX_WAITING)
        return end(`${originOf(url)} sends faster than posts are stored`);
    }
    end(`${originOf(url)} closed the stream`);
  } catch {
    end(`the stream of ${originOf(url)} broke off`);
  }
};
