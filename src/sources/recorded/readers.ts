import { createBlueskyReader } from './bluesky.ts';
import { createMastodonReader } from './mastodon.ts';
import type { ReadRecorded } from './reader.ts';
import { createRedditReader } from './reddit.ts';
import { createXReader } from './x.ts';

/**
 * Platforms whose traffic can be read from a file: `evenhand import --from NAME`. One file each in this folder; a reader
 * is made anew for every file, so that it may remember what earlier lines told.
 */
export const recordedReaders = {
  bluesky: createBlueskyReader,
  mastodon: createMastodonReader,
  reddit: createRedditReader,
  x: createXReader,
} as const satisfies Record<string, () => ReadRecorded>;

export type RecordedPlatform = keyof typeof recordedReaders;

export const isRecordedPlatform = (name: string): name is RecordedPlatform =>
  Object.hasOwn(recordedReaders, name);
