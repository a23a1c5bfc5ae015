import { mapRedditAnswer } from '../reddit/map-thing.ts';
import type { ReadRecorded } from './reader.ts';

/** A Listing, a thing, or a list of Listings as the comments of a post come. */
export const createRedditReader = (): ReadRecorded => mapRedditAnswer;
