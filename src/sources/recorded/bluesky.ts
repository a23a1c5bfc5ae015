import { toRawEvent } from '../bluesky/map-event.ts';
import { readValue } from '../bluesky/wire.ts';
import { type ReadRecorded, withoutPost } from './reader.ts';

/** Jetstream v1 events; those of likes, follows and handles say nothing for the desk. */
export const createBlueskyReader = (): ReadRecorded => (value) => {
  const event = readValue(value);
  if (event === null) return { events: [], refused: ['is no event of Jetstream v1'] };
  const told = toRawEvent(event);
  return told === null ? withoutPost : { events: [told], refused: [] };
};
