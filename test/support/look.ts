import type { RawEvent, RawMention } from '../../src/domain/raw-mention.ts';
import { nextLook } from '../../src/ingest/follow-schedule.ts';
import { type Source, type SourceDeps, SourceError, type ThreadPage } from '../../src/sources/source.ts';
import type { SimulatedClock } from './simulated.ts';
import type { StandIn, StandInFault } from './stand-in.ts';

export interface Looked<Mark> {
  readonly events: readonly RawEvent[];
  readonly mentions: readonly RawMention[];
  readonly texts: readonly string[];
  readonly deleted: readonly string[];
  readonly mark: Mark | null;
  readonly gaps: readonly string[];
  readonly unread: readonly string[];
  readonly error: SourceError | null;
}

export interface LookOptions<Cursor, Mark> {
  readonly thread: string;
  readonly complaints?: readonly string[];
  readonly mark?: Mark | null;
  readonly cursor?: Cursor | null;
  readonly maxRequests?: number;
  /** Pages after which the process is killed. */
  readonly limit?: number;
}

/** One look as the worker makes it: what was stored comes back as JSON. */
export const lookAt = async <Cursor, Mark>(
  source: Source<Cursor, Mark>,
  options: LookOptions<Cursor, Mark>,
  deps: SourceDeps,
): Promise<Looked<Mark>> => {
  const usual = { complaints: [options.thread], maxRequests: 10, limit: 1_000, mark: null, cursor: null };
  const { limit, cursor, ...asked } = { ...usual, ...options };
  const pages: ThreadPage<Mark>[] = [];
  let error: SourceError | null = null;
  const followed = { ...asked, mark: stored(asked.mark) };
  try {
    for await (const page of source.follow?.(followed, stored(cursor), deps) ?? []) {
      pages.push(page);
      if (pages.length >= limit) break;
    }
  } catch (thrown) {
    if (!(thrown instanceof SourceError)) throw thrown;
    error = thrown;
  }
  return { ...readPages(pages), mark: pages.at(-1)?.mark ?? asked.mark, error };
};

const readPages = (pages: readonly ThreadPage[]): Omit<Looked<unknown>, 'mark' | 'error'> => {
  const events = pages.flatMap((page) => page.events);
  const mentions = events.flatMap((event) => (event.kind === 'mention' ? [event] : []));
  return {
    events,
    mentions,
    texts: mentions.map(({ text }) => text),
    deleted: events.flatMap((event) => (event.kind === 'deletion' ? [event.nativeId ?? ''] : [])),
    gaps: pages.flatMap(({ gap }) => gap ?? []),
    unread: pages.flatMap(({ unread }) => unread ?? []),
  };
};

const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

const faults: readonly StandInFault[] = [
  { kind: 'status', status: 503 },
  { kind: 'status', status: 429, headers: { 'retry-after': '60' } },
  { kind: 'truncated' },
  { kind: 'drop' },
  { kind: 'page for people' },
];

export interface ThreadLife<Cursor, Mark> {
  readonly source: Source<Cursor, Mark>;
  readonly thread: string;
  readonly cursor?: Cursor | null;
  readonly deps: SourceDeps;
  readonly clock: SimulatedClock;
  readonly standIn: StandIn;
  readonly random: () => number;
  /** What happens between two looks. */
  live(): void;
}

/** A thread's whole life by its schedule, with faults and with processes that are killed between two pages. */
export const liveThrough = async <Cursor, Mark>(
  life: ThreadLife<Cursor, Mark>,
): Promise<readonly RawEvent[]> => {
  const { clock, random, standIn } = life;
  const began = clock.now();
  const events: RawEvent[] = [];
  let mark: Mark | null = null;
  for (let due = nextLook(began, began); due !== null; due = nextLook(began, clock.now())) {
    clock.forward(due.getTime() - clock.now().getTime());
    life.live();
    const isLastLook = nextLook(began, due) === null;
    for (let tries = 0; tries < 10; tries += 1) {
      const isSpoilt = tries === 0 && !isLastLook && random() < 0.6;
      if (isSpoilt) standIn.faults.push(null, faults[Math.floor(random() * faults.length)] ?? null);
      const limit = random() < 0.2 && !isLastLook ? 1 : 1_000;
      const { thread, cursor = null } = life;
      const told: Looked<Mark> = await lookAt(life.source, { thread, cursor, mark, limit }, life.deps);
      events.push(...told.events);
      ({ mark } = told);
      standIn.faults.length = 0;
      if (told.error === null && limit === 1_000) break;
    }
  }
  return events;
};
