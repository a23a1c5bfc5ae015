import { mapRedditAnswer } from '../reddit/map-thing.ts';
import { type ReadRecorded, withoutPost } from './reader.ts';

/** A Listing, a thing, or a list of Listings as the comments of a post come. */
export const createRedditReader = (): ReadRecorded => (value) => {
  const read = mapRedditAnswer(value);
  if (read.events.length > 0 || read.refused.length > 0) return read;
  return isFromReddit(value)
    ? withoutPost
    : { events: [], refused: ['is nothing that Reddit sends: neither a Listing nor a thing'] };
};

/** What it wraps says its kind: accounts, communities, "more", Listings without anything in them. */
const isFromReddit = (value: unknown): boolean => {
  if (Array.isArray(value)) return value.every(isFromReddit);
  if (typeof value !== 'object' || value === null) return false;
  const { kind, json } = value as { readonly kind?: unknown; readonly json?: unknown };
  return typeof kind === 'string' || json !== undefined;
};
