import type { RawEvent } from '../src/domain/raw-mention.ts';

/** Clocks of two machines differ by less. A day and month that were swapped, or a forgotten time zone, by more. */
const clockSkewMs = 5 * 60_000;

/** Such a post is heard all the same; whoever decides takes it as published when it was read. */
export const isInFuture = (event: RawEvent, now: Date): boolean =>
  event.kind === 'mention' &&
  event.publishedAt !== undefined &&
  Date.parse(event.publishedAt) > now.getTime() + clockSkewMs;

/** A post that is imported live without a time is as old as its import. */
export const withTimes = (events: readonly RawEvent[], now: Date): readonly RawEvent[] => {
  const publishedAt = now.toISOString();
  return events.map((event) =>
    event.kind === 'mention' && event.publishedAt === undefined ? { ...event, publishedAt } : event,
  );
};
