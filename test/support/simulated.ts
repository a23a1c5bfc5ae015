import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { nextLook } from '../../src/ingest/follow-schedule.ts';
import { type Source, type SourceDeps, SourceError, type SourcePage } from '../../src/sources/source.ts';

export interface SimulatedClock {
  now(): Date;
  forward(ms: number): void;
}

export const clockAt = (start: string): SimulatedClock => {
  let ms = Date.parse(start);
  return { now: () => new Date(ms), forward: (by) => (ms += by) };
};

/** What the door keeps: one post per native id and revision, whatever comes twice. */
export interface Desk {
  readonly posts: Map<string, { readonly revision: number; readonly text: string }>;
  readonly deleted: Set<string>;
  readonly gaps: string[];
  /** Events that came again, or as an older state: the door drops them. */
  again: number;
  take(events: readonly RawEvent[]): void;
}

/** @param readers 2: where a post stands in two places that are read apart, the door takes the first that it is told. */
export const openDesk = (readers: 1 | 2 = 1): Desk => {
  const texts = new Map<string, string>();
  const desk: Desk = {
    posts: new Map(),
    deleted: new Set(),
    gaps: [],
    again: 0,
    take: (events) => {
      for (const event of events) {
        if (event.kind === 'deletion') {
          desk.deleted.add(event.nativeId ?? '');
          continue;
        }
        const revision = event.revision ?? 0;
        const key = `${event.nativeId}\n${revision}`;
        const known = texts.get(key);
        if (known !== undefined && known !== event.text && readers === 1)
          throw new Error(`${event.nativeId} has two texts under revision ${revision}`);
        if (known !== undefined) {
          desk.again += 1;
          continue;
        }
        texts.set(key, event.text);
        const stored = desk.posts.get(event.nativeId);
        if (stored === undefined || stored.revision < revision)
          desk.posts.set(event.nativeId, { revision, text: event.text });
      }
    },
  };
  return desk;
};

export interface Simulation<Cursor> {
  readonly source: Source<Cursor>;
  /** Where an earlier simulation ended. */
  readonly cursor?: Cursor | null;
  readonly threads?: SimulatedThreads;
  readonly deps: SourceDeps;
  readonly clock: SimulatedClock;
  readonly desk: Desk;
  readonly random: () => number;
  readonly days: number;
  /** Publishes what is due by now, and spoils what shall be spoilt. */
  readonly live: () => void;
}

/** Threads that pages began, as the record keeps them. */
export type SimulatedThreads = Map<string, { readonly beganAt: Date; dueAt: Date | null; mark: unknown }>;

/** The worker's part in simulated time: pages are committed with their cursor, processes die between pages. */
export const simulate = async <Cursor>(
  simulation: Simulation<Cursor>,
): Promise<{
  readonly failures: readonly SourceError[];
  readonly cursor: Cursor | null;
  readonly threads: SimulatedThreads;
}> => {
  const { source, clock, desk, random, threads = new Map() } = simulation;
  const failures: SourceError[] = [];
  const until = clock.now().getTime() + simulation.days * 86_400_000;
  // As it lies in the record; what a source changes in its own copy is lost.
  let stored = JSON.stringify(simulation.cursor ?? null);
  const read = (): Cursor | null => JSON.parse(stored) as Cursor | null;
  let cursor = read();
  let backOffMs = 60_000;
  const wait = (ms: number): Promise<void> => lookUntil({ ...simulation, cursor, threads, failures }, ms);
  while (clock.now().getTime() < until) {
    simulation.live();
    try {
      for await (const page of source.pages(cursor, simulation.deps)) {
        // Killed before the page was committed: neither its events nor its cursor stand.
        if (random() < 0.03) break;
        takePage(page, { desk, clock, threads });
        stored = JSON.stringify(page.cursor);
        backOffMs = 60_000;
        if (page.isLast || random() < 0.03) break;
      }
      cursor = read();
      await wait(source.nextPollMs(cursor));
    } catch (error) {
      if (!(error instanceof SourceError) || error.outcome === 'permanent') throw error;
      failures.push(error);
      cursor = read();
      await wait(error.retryAfterMs ?? backOffMs);
      backOffMs = Math.min(2 * backOffMs, 3_600_000);
    }
  }
  return { failures, cursor: read(), threads };
};

const takePage = (
  { events, gap, begun = [] }: SourcePage<unknown>,
  { desk, clock, threads }: Pick<Simulation<unknown>, 'desk' | 'clock'> & { threads: SimulatedThreads },
): void => {
  desk.take(events);
  if (gap !== undefined) desk.gaps.push(gap);
  for (const { thread, mark } of begun)
    if (!threads.has(thread)) threads.set(thread, { beganAt: clock.now(), dueAt: clock.now(), mark });
};

interface Looking<Cursor> extends Simulation<Cursor> {
  readonly cursor: Cursor | null;
  readonly threads: SimulatedThreads;
  readonly failures: SourceError[];
}

/** Time passes; threads that fall due in it are looked at. */
const lookUntil = async <Cursor>(looking: Looking<Cursor>, ms: number): Promise<void> => {
  const { clock, threads, failures } = looking;
  const until = clock.now().getTime() + ms;
  const dueAt = ({ dueAt }: { readonly dueAt: Date | null }): number =>
    dueAt?.getTime() ?? Number.POSITIVE_INFINITY;
  for (;;) {
    const [next] = [...threads].toSorted(([, a], [, b]) => dueAt(a) - dueAt(b));
    if (next === undefined || dueAt(next[1]) > until) break;
    const [thread, row] = next;
    clock.forward(Math.max(0, dueAt(row) - clock.now().getTime()));
    looking.live();
    try {
      if (await lookOnce(looking, thread)) row.dueAt = nextLook(row.beganAt, clock.now());
    } catch (error) {
      if (!(error instanceof SourceError) || error.outcome === 'permanent') throw error;
      failures.push(error);
      row.dueAt = new Date(clock.now().getTime() + (error.retryAfterMs ?? 300_000));
    }
  }
  clock.forward(Math.max(0, until - clock.now().getTime()));
};

/** False: killed before the page was committed. */
const lookOnce = async <Cursor>(
  { source, deps, desk, random, cursor, threads }: Looking<Cursor>,
  thread: string,
): Promise<boolean> => {
  const row = threads.get(thread);
  if (row === undefined) throw new Error(`nobody began ${thread}`);
  const followed = { thread, complaints: [], mark: row.mark, maxRequests: 10 };
  for await (const page of source.follow?.(followed, cursor, deps) ?? []) {
    if (random() < 0.03) return false;
    desk.take(page.events);
    if (page.gap !== undefined) desk.gaps.push(page.gap);
    row.mark = JSON.parse(JSON.stringify(page.mark));
  }
  return true;
};
