import type { RawEvent } from '../../src/domain/raw-mention.ts';
import { type Source, type SourceDeps, SourceError } from '../../src/sources/source.ts';

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

export const openDesk = (): Desk => {
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
        if (known !== undefined && known !== event.text)
          throw new Error(`${event.nativeId} has two texts under revision ${revision}`);
        if (known !== undefined) desk.again += 1;
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
  readonly deps: SourceDeps;
  readonly clock: SimulatedClock;
  readonly desk: Desk;
  readonly random: () => number;
  readonly days: number;
  /** Publishes what is due by now, and spoils what shall be spoilt. */
  readonly live: () => void;
}

/** The worker's part in simulated time: pages are committed with their cursor, processes die between pages. */
export const simulate = async <Cursor>(
  simulation: Simulation<Cursor>,
): Promise<{ readonly failures: readonly SourceError[]; readonly cursor: Cursor | null }> => {
  const { source, clock, desk, random } = simulation;
  const failures: SourceError[] = [];
  const until = clock.now().getTime() + simulation.days * 86_400_000;
  let cursor: Cursor | null = simulation.cursor ?? null;
  let backOffMs = 60_000;
  while (clock.now().getTime() < until) {
    simulation.live();
    try {
      for await (const page of source.pages(cursor, simulation.deps)) {
        // Killed before the page was committed: neither its events nor its cursor stand.
        if (random() < 0.03) break;
        desk.take(page.events);
        if (page.gap !== undefined) desk.gaps.push(page.gap);
        cursor = JSON.parse(JSON.stringify(page.cursor)) as Cursor;
        backOffMs = 60_000;
        if (page.isLast || random() < 0.03) break;
      }
      clock.forward(source.nextPollMs(cursor));
    } catch (error) {
      if (!(error instanceof SourceError) || error.outcome === 'permanent') throw error;
      failures.push(error);
      clock.forward(error.retryAfterMs ?? backOffMs);
      backOffMs = Math.min(2 * backOffMs, 3_600_000);
    }
  }
  return { failures, cursor };
};
