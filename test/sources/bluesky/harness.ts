import type { Brand } from '../../../src/domain/brand.ts';
import type { RawEvent } from '../../../src/domain/raw-mention.ts';
import { compileWatchList } from '../../../src/ingest/watch-list.ts';
import { createSafeSocket } from '../../../src/lib/safe-socket.ts';
import type { BlueskyCursor } from '../../../src/sources/bluesky/cursor.ts';
import { type BlueskySourceOptions, createBlueskySource } from '../../../src/sources/bluesky.ts';
import { type Sieve, type Source, SourceError, type SourcePage } from '../../../src/sources/source.ts';
import { createWordSieve } from '../../../workers/sieve.ts';
import { voltara } from '../../support/line.ts';

export const fastPace = { commitMs: 40, namedMs: 10, quietMs: 400 };

export const sieveOf = (more: Partial<Sieve> = {}, brands: readonly Brand[] = [voltara]): Sieve => ({
  ...createWordSieve(brands, compileWatchList(brands)),
  ...more,
});

export const sourceOn = (
  hosts: readonly string[],
  options: Partial<BlueskySourceOptions> = {},
): Source<BlueskyCursor> =>
  createBlueskySource({
    name: 'bsky',
    hosts,
    wire: 'v1',
    apiUrl: null,
    pace: fastPace,
    ...options,
  });

export interface Heard {
  readonly pages: readonly SourcePage<BlueskyCursor>[];
  readonly events: readonly RawEvent[];
  readonly cursor: BlueskyCursor | null;
  readonly gaps: readonly string[];
  readonly error: SourceError | null;
}

export interface ListenOptions {
  readonly allow: readonly string[];
  readonly cursor?: BlueskyCursor | null;
  readonly sieve?: Sieve;
  readonly now?: () => Date;
  /** Stops listening when it says so; else the connection ends by itself. */
  /** Whoever takes a page takes so long. */
  readonly takesMs?: number;
  readonly until?: (heard: readonly SourcePage<BlueskyCursor>[]) => boolean;
}

/** One connection through the real client, page by page, as the worker would walk it. */
export const listenOnce = async (source: Source<BlueskyCursor>, options: ListenOptions): Promise<Heard> => {
  const pages: SourcePage<BlueskyCursor>[] = [];
  let error: SourceError | null = null;
  try {
    const walk = source.pages(options.cursor ?? null, {
      clock: { now: options.now ?? (() => new Date()) },
      fetch,
      signal: AbortSignal.timeout(20_000),
      connect: createSafeSocket({ allow: options.allow }),
      sieve: options.sieve ?? sieveOf(),
    });
    for await (const page of walk) {
      pages.push(page);
      await pause(options.takesMs);
      if (options.until?.(pages) === true) break;
    }
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown;
    error = thrown;
  }
  return {
    pages,
    events: pages.flatMap((page) => page.events),
    cursor: pages.at(-1)?.cursor ?? options.cursor ?? null,
    gaps: pages.flatMap((page) => page.gap ?? []),
    error,
  };
};

const pause = (ms = 0): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export const textsOf = (events: readonly RawEvent[]): readonly string[] =>
  events.flatMap((event) => (event.kind === 'mention' ? [event.text] : []));
