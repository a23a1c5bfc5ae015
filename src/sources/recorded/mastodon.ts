import { z } from 'zod';
import { openKnownPosts } from '../known-posts.ts';
import { type ReadEvent, readEvent, readWhole } from '../mastodon/read-event.ts';
import type { Reading } from '../mastodon/read-statuses.ts';
import { lineWithoutPost, type ReadRecorded, type RecordedReading, withoutPost } from './reader.ts';

const event = z.object({ event: z.string(), payload: z.unknown() });
const found = z.object({ statuses: z.array(z.unknown()) });
const context = z.object({ ancestors: z.array(z.unknown()), descendants: z.array(z.unknown()) });

/** A status, an array of them, `{ event, payload }` of a stream, or an answer that holds statuses (search, context). */
export const createMastodonReader = (): ReadRecorded => {
  const reading: Reading = {
    known: openKnownPosts([]),
    // A recording does not say which instance spoke.
    instance: '',
    found: 'timeline',
    isWatched: () => false,
    now: new Date(0),
  };
  return (value) => {
    const told = event.safeParse(value);
    if (told.success) return joined([readTold(told.data.event, told.data.payload, reading)]);
    const statuses = statusesOf(value);
    return joined((statuses ?? [value]).map((status) => readWhole(status, reading)));
  };
};

const readTold = (name: string, payload: unknown, reading: Reading): ReadEvent => {
  if (!ofPosts.has(name)) return { events: [], refused: null, passedOver: lineWithoutPost };
  const read = readEvent({ event: name, payload }, reading);
  if (name !== 'delete' || read.events.length > 0) return read;
  // What it was called elsewhere is not known; the id alone is kept, so that the deletion is not swallowed.
  const localId = String(payload).trim();
  const isId = (typeof payload === 'string' || typeof payload === 'number') && localId !== '';
  if (!isId) return { events: [], refused: 'deletes nothing that has an id' };
  return { events: [{ kind: 'deletion', nativeId: localId }], refused: null };
};

const ofPosts: ReadonlySet<string> = new Set(['update', 'status.update', 'delete']);

const statusesOf = (value: unknown): readonly unknown[] | null => {
  if (Array.isArray(value)) return value.toReversed();
  const search = found.safeParse(value);
  if (search.success) return search.data.statuses.toReversed();
  const thread = context.safeParse(value);
  return thread.success ? [...thread.data.ancestors, ...thread.data.descendants] : null;
};

/** One status of many that cannot be read is named, and costs the others nothing. */
const joined = (read: readonly ReadEvent[]): RecordedReading =>
  read.length === 0
    ? withoutPost
    : {
        events: read.flatMap(({ events }) => events),
        refused: read.flatMap(({ refused }) => refused ?? []),
        passedOver: read.flatMap(({ passedOver }) => passedOver ?? []),
      };
